import { escapeXml } from "./cell-text.ts";

/** Numbers of the cell formats in `styles`, in their order there. */
export const cellStyle = { general: 0, header: 1, text: 2, date: 3, dateTime: 4 } as const;

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const worksheetOpen = `${xmlHead}<worksheet xmlns="${main}">`;
export const sheetPath = "xl/worksheets/sheet1.xml";
export const workbookPath = "xl/workbook.xml";

const forbiddenInSheetName = /[[\]:*?/\\']/g;
const maxSheetNameCharacters = 31;

const contentTypesPart =
  `${xmlHead}<Types xmlns="${contentTypes}">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/${workbookPath}" ContentType="${contentType}.sheet.main+xml"/>` +
  `<Override PartName="/${sheetPath}" ContentType="${contentType}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/>` +
  "</Types>";

/** 14 and 22 are shown the way the reader's own Excel writes dates; 49 keeps a text a text when it is edited. */
const stylesPart =
  `${xmlHead}<styleSheet xmlns="${main}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5">' +
  cellFormat(0, 0) +
  cellFormat(49, 1) +
  cellFormat(49, 0) +
  cellFormat(14, 0) +
  cellFormat(22, 0) +
  "</cellXfs>" +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  "</styleSheet>";

function cellFormat(numberFormat: number, font: number): string {
  const apply = `${numberFormat ? ' applyNumberFormat="1"' : ""}${font ? ' applyFont="1"' : ""}`;
  return `<xf numFmtId="${numberFormat}" fontId="${font}" fillId="0" borderId="0" xfId="0"${apply}/>`;
}

/**
 * The part that names the sheet. The filtered range, such as `$A$1:$C$20`, stands here once more under a hidden name:
 * LibreOffice shows no filter without it.
 */
export function workbookPart(name: string, filteredRange: string | null): string {
  const sheetName = escapeXml(validSheetName(name));
  const filter = `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${sheetName}'!${filteredRange}</definedName>`;
  return (
    `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews>` +
    `<sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets>` +
    `${filteredRange === null ? "" : `<definedNames>${filter}</definedNames>`}</workbook>`
  );
}

function relationsPart(targets: readonly (readonly [type: string, target: string])[]): string {
  const lines = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="${packageRelations}">${lines.join("")}</Relationships>`;
}

/** Excel refuses a workbook whose sheet has a longer name, none, or one with these characters. */
function validSheetName(name: string): string {
  const allowed = name
    .toWellFormed()
    .replace(forbiddenInSheetName, " ")
    .replace(/\p{Cc}/gu, " ")
    .trim();
  return allowed.slice(0, maxSheetNameCharacters).toWellFormed().trim() || "Sheet1";
}

/** The parts that are the same in every workbook we write, by path. */
export const constantParts: Readonly<Record<string, string>> = {
  "[Content_Types].xml": contentTypesPart,
  "_rels/.rels": relationsPart([["officeDocument", workbookPath]]),
  "xl/_rels/workbook.xml.rels": relationsPart([
    ["worksheet", "worksheets/sheet1.xml"],
    ["styles", "styles.xml"],
  ]),
  "xl/styles.xml": stylesPart,
};
