import { posix } from "node:path";
import { FileFormatError, fileUnsupported } from "../file-errors.ts";
import { walkWholeXml, type XmlAttributes } from "./xml-walk.ts";
import type { ZipArchive } from "./zip-archive.ts";

/** Parts that describe, not hold, the data: small in every honest workbook. */
export const maxDescriptionBytes = 50_000_000;

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Path of its part in the zip. */
  readonly path: string;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly is1904: boolean;
  readonly sharedStringsPath: string | null;
  readonly stylesPath: string | null;
}

interface Relation {
  readonly id: string;
  /** Last word of the type's address, the same in both flavours of the standard: `worksheet`, `styles`, … */
  readonly type: string;
  readonly path: string;
}

/** Follows the relations from the root of the zip. Throws `file_unsupported` when there is no workbook in XML. */
export async function readWorkbook(zip: ZipArchive): Promise<Workbook> {
  const root = zip.has("_rels/.rels") ? await readRelations(zip, "_rels/.rels", "") : [];
  const path = root.find((relation) => relation.type === "officeDocument")?.path ?? "xl/workbook.xml";
  if (!zip.has(path) || !path.endsWith(".xml")) throw fileUnsupported();

  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const relationsPath = `${folder}_rels/${path.slice(folder.length)}.rels`;
  const relations = await readRelations(zip, relationsPath, folder);
  const pathOf = (type: string) => relations.find((relation) => relation.type === type)?.path ?? null;
  return {
    ...(await readSheets(zip, path, relations)),
    sharedStringsPath: pathOf("sharedStrings"),
    stylesPath: pathOf("styles"),
  };
}

async function readSheets(zip: ZipArchive, path: string, relations: readonly Relation[]) {
  const sheets: Sheet[] = [];
  let is1904 = false;
  await walkWholeXml(zip.read(path, maxDescriptionBytes), {
    open(name, attributes) {
      if (name === "workbookPr") is1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const id = relationId(attributes);
      const relation = relations.find((candidate) => candidate.id === id && candidate.type === "worksheet");
      if (!relation) return; // a chart or a dialog of old times
      const isHidden = (attributes.state ?? "visible") !== "visible";
      sheets.push({ name: attributes.name ?? "", isHidden, path: relation.path });
    },
  });
  if (sheets.length === 0) throw new FileFormatError("file_damaged");
  return { sheets, is1904 };
}

async function readRelations(zip: ZipArchive, path: string, folder: string): Promise<Relation[]> {
  const relations: Relation[] = [];
  await walkWholeXml(zip.read(path, maxDescriptionBytes), {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const type = attributes.Type?.split("/").at(-1) ?? "";
      const target = attributes.Target ?? "";
      relations.push({ id: attributes.Id ?? "", type, path: resolvePart(folder, target) });
    },
  });
  return relations;
}

/** The prefix of the relations' namespace is by custom, not by law, `r`. */
function relationId(attributes: XmlAttributes): string | undefined {
  const key = Object.keys(attributes).find((name) => name.endsWith(":id"));
  return key === undefined ? undefined : attributes[key];
}

function resolvePart(folder: string, target: string): string {
  return posix.join("/", target.startsWith("/") ? target : folder + target).slice(1);
}
