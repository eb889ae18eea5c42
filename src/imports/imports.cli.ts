import { constants, createReadStream, createWriteStream } from "node:fs";
import { access } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { Option } from "commander";
import { CommandFailed, type CommandSession, type RegisterCommands } from "#platform/command-line.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { parseBody, parseParameters } from "#platform/http/validation.ts";
import { exports } from "./exports/all-exports.ts";
import type { ExportOptions } from "./exports/define-export.ts";
import { openExport } from "./exports/serve-export.ts";
import { type ImportProgress, runImport } from "./import.work.ts";
import { dateOrders, type ImportKind, matchBys, onMatches, rowTypes } from "./import-settings.rules.ts";
import { beginRun, changeImport } from "./imports.commands.ts";
import * as contract from "./imports.contract.ts";
import { findProblems } from "./problems.queries.ts";
import { uploadImport } from "./upload-import.commands.ts";

/** `rapport import contacts`, `rapport import interactions` and `rapport export`. */
export const registerImportCommands: RegisterCommands = (program, run) => {
  const imports = program.command("import").description("Import data");
  imports
    .command("contacts")
    .description("Import contacts from a CSV, XLSX or vCard file and print what became of the rows")
    .argument("<file>", "path of the file")
    .addOption(
      new Option("--match <by>", "by which field a row finds a contact that exists").choices(matchBys),
    )
    .addOption(new Option("--on-match <what>", "what is done with a contact that exists").choices(onMatches))
    .addOption(new Option("--type <type>", "what the rows are").choices(rowTypes))
    .addOption(mappingOption)
    .addOption(shortRowsOption)
    .addOption(dryRunOption)
    .action(
      run((session, file: string, { match, onMatch, type, ...flags }: ContactFlags) =>
        importFromFile(session, "contacts", file, flags, { matchBy: match, onMatch, type }),
      ),
    );
  imports
    .command("interactions")
    .description("Import past interactions from a CSV or XLSX file and print what became of the rows")
    .argument("<file>", "path of the file")
    .option("--source <name>", "the program that the ids of the rows are from: each id is recorded once")
    .option("--template <code>", "the template of rows that name none, or one that does not exist")
    .option("--salesperson <code>", "the salesperson of rows that name none, or one that does not exist")
    .addOption(new Option("--date-order <order>", "which number of 3/4/2026 is the day").choices(dateOrders))
    .addOption(mappingOption)
    .addOption(shortRowsOption)
    .addOption(dryRunOption)
    .action(
      run((session, file: string, { source, template, salesperson, dateOrder, ...flags }: InteractionFlags) =>
        importFromFile(session, "interactions", file, flags, {
          source,
          defaultTemplateCode: template,
          defaultSalespersonCode: salesperson,
          dateOrder,
        }),
      ),
    );

  program
    .command("export")
    .description("Write a list to a file, or to the standard output")
    .argument("<resource>", `one of ${exports.map(({ resource }) => resource).join(", ")}`)
    .addOption(new Option("--format <format>").choices(["csv", "xlsx", "vcard"]).default("csv"))
    .option("--filter <field=value>", "a filter of the list, repeatable", collect, [])
    .option("--output <file>", "path of the file; the standard output unless given")
    .action(run(exportToFile));
};

function collect(value: string, others: readonly string[]): readonly string[] {
  return [...others, value];
}

const mappingOption = new Option(
  "--mapping <pairs>",
  "header=field pairs beyond what is suggested, separated by commas; header= leaves it out",
);
const shortRowsOption = new Option("--accept-short-rows", "missing cells at the end of a row are blank");
const dryRunOption = new Option("--dry-run", "only tell what would happen");

interface ImportFlags {
  readonly mapping?: string;
  readonly acceptShortRows?: boolean;
  readonly dryRun?: boolean;
}

interface ContactFlags extends ImportFlags {
  readonly match?: string;
  readonly onMatch?: string;
  readonly type?: string;
}

interface InteractionFlags extends ImportFlags {
  readonly source?: string;
  readonly template?: string;
  readonly salesperson?: string;
  readonly dateOrder?: string;
}

async function importFromFile(
  session: CommandSession,
  kind: ImportKind,
  file: string,
  flags: ImportFlags,
  settings: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const { ctx, dataFolder, note, print } = session;
  await access(file, constants.R_OK).catch(() => {
    throw new CommandFailed(`The file ${file} cannot be read.`);
  });
  const uploaded = await uploadImport(ctx, dataFolder, {
    kind,
    body: createReadStream(file),
    fileName: basename(file),
    maxBytes: Number.MAX_SAFE_INTEGER,
  });
  const change = parseBody(contract.changeImport.body!, {
    mapping: { ...uploaded.mapping, ...readPairs(flags.mapping ?? "", uploaded) },
    ...given(settings),
    acceptShortRows: flags.acceptShortRows,
  });
  const { mapping, columns } = await changeImport(ctx, uploaded.id, change, null);
  for (const { index, header } of columns)
    note(`${header ?? `column ${index}`}: ${mapping[index] ?? "left out"}`);

  await inTransaction(ctx, (tx) => beginRun(tx, uploaded.id, flags.dryRun ?? false));
  const { importId, dryRun, ...counts } = await runImport(ctx, dataFolder, uploaded.id, progressOn(note));
  await noteProblems(session, importId);
  if (dryRun) note("dry run: nothing was stored");
  for (const [name, count] of Object.entries(counts)) print(`${name}: ${count}`);
}

/** Settings that were said. */
function given(settings: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** `Header=field` pairs as a mapping by column; a header may be given as its number, counted from 0. */
function readPairs(text: string, { columns }: contract.Import): Record<string, string | null> {
  const pairs = text.split(",").filter((pair) => pair.trim() !== "");
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.lastIndexOf("=");
      const wanted = pair.slice(0, at).trim();
      const column = columns.find(
        ({ header, index }) => header?.toLowerCase() === wanted.toLowerCase() || String(index) === wanted,
      );
      if (at < 1 || !column)
        throw new CommandFailed(`--mapping: the file has no column “${wanted || pair}”.`);
      return [String(column.index), pair.slice(at + 1).trim() || null];
    }),
  );
}

const noteEveryMs = 1_000;

function progressOn(note: (line: string) => void): ImportProgress {
  let notedAt = Date.now();
  return {
    set(done, total) {
      if (Date.now() - notedAt < noteEveryMs) return;
      notedAt = Date.now();
      note(total === undefined ? `${done} rows` : `${done} of ${total} rows`);
    },
    throwIfCanceled() {},
    succeedIn: async () => {},
  };
}

const problemsShown = 20;

async function noteProblems({ ctx, note }: CommandSession, importId: string): Promise<void> {
  const { items, nextCursor } = await findProblems(ctx, importId, { limit: problemsShown });
  for (const { rowNumber, field, code, excerpt } of items)
    note(`row ${rowNumber}: ${[field, code, excerpt && `“${excerpt}”`].filter(Boolean).join(" ")}`);
  if (nextCursor) note("… and more, see the import in Rapport");
}

interface ExportFlags {
  readonly format: NonNullable<ExportOptions["format"]>;
  readonly filter: readonly string[];
  readonly output?: string;
}

async function exportToFile(
  { ctx, dataFolder, note }: CommandSession,
  resource: string,
  flags: ExportFlags,
): Promise<void> {
  const list = exports.find((candidate) => candidate.resource === resource);
  if (!list) throw new CommandFailed(`There is no list “${resource}”. See rapport export --help.`);
  const given = Object.fromEntries(flags.filter.map(readFilter));
  const { format = "csv", ...query } = parseParameters(list.endpoint.query!, {
    ...given,
    format: flags.format,
  }) as ExportOptions & object;
  const { headers: _, columns, delimiter, ...filters } = query as ExportOptions & object;
  const options = { format, headers: "names" as const, columns, delimiter, dataFolder };
  const file = await openExport(ctx, list, options, filters, (name) => name);
  if (flags.output === undefined) await pipeline(file, process.stdout, { end: false });
  else {
    await pipeline(file, createWriteStream(flags.output, { mode: 0o600 }));
    note(`written to ${flags.output}`);
  }
}

function readFilter(text: string): [string, string] {
  const at = text.indexOf("=");
  if (at < 1) throw new CommandFailed(`--filter: “${text}” is not of the form field=value.`);
  return [text.slice(0, at), text.slice(at + 1)];
}
