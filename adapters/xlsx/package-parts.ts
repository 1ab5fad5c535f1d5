import { attributeText, cellText } from "./cell-text.ts";
import { stylesXml } from "./styles.ts";

/** A sheet that has been written: its tab, and how far it reaches. */
export interface WrittenSheet {
  readonly name: string;
  /** Its part is `xl/worksheets/sheet{part}.xml`. */
  readonly part: number;
  /** Of the last column, such as L. */
  readonly lastColumn: string;
  readonly rows: number;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const coreProperties = "application/vnd.openxmlformats-package.core-properties+xml";

/** Every part of a workbook besides its sheets, by name (ECMA-376, SpreadsheetML). The sheets stand in the order of their tabs. */
export function packageParts(title: string, sheets: readonly WrittenSheet[]): ReadonlyMap<string, string> {
  return new Map([
    ["[Content_Types].xml", contentTypes(sheets)],
    ["_rels/.rels", packageRelations],
    ["docProps/core.xml", core(title)],
    ["xl/workbook.xml", workbook(sheets)],
    ["xl/_rels/workbook.xml.rels", workbookRelations(sheets)],
    ["xl/styles.xml", stylesXml],
  ]);
}

function contentTypes(sheets: readonly WrittenSheet[]): string {
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${type}"/>`;
  return [
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part("/xl/workbook.xml", `${spreadsheet}.sheet.main+xml`),
    part("/xl/styles.xml", `${spreadsheet}.styles+xml`),
    part("/docProps/core.xml", coreProperties),
    ...sheets.map((sheet) => part(`/${sheetPart(sheet)}`, `${spreadsheet}.worksheet+xml`)),
    "</Types>",
  ].join("");
}

const packageRelations = [
  `${declaration}<Relationships xmlns="${relationships}">`,
  `<Relationship Id="rId1" Type="${officeRelationships}/officeDocument" Target="xl/workbook.xml"/>`,
  '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" ',
  'Target="docProps/core.xml"/></Relationships>',
].join("");

/** The title, and no time: the same report is the same file (docs/decisions/0005). */
function core(title: string): string {
  return [
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" `,
    'xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${cellText(title)}</dc:title><dc:language>ja-JP</dc:language></cp:coreProperties>`,
  ].join("");
}

function workbook(sheets: readonly WrittenSheet[]): string {
  const tabs = sheets.map(
    ({ name, part }, index) =>
      `<sheet name="${attributeText(name)}" sheetId="${index + 1}" r:id="rId${part}"/>`,
  );
  const names = sheets.map(({ name, lastColumn, rows }, index) => {
    const sheet = cellText(`'${name.replaceAll("'", "''")}'`);
    return (
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheet}!$A$1:$${lastColumn}$${rows}` +
      `</definedName><definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$1:$1</definedName>`
    );
  });
  return [
    `${declaration}<workbook xmlns="${main}" xmlns:r="${officeRelationships}"><bookViews><workbookView/></bookViews>`,
    `<sheets>${tabs.join("")}</sheets><definedNames>${names.join("")}</definedNames></workbook>`,
  ].join("");
}

function workbookRelations(sheets: readonly WrittenSheet[]): string {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${officeRelationships}/${type}" Target="${target}"/>`;
  return [
    `${declaration}<Relationships xmlns="${relationships}">`,
    ...sheets.map(({ part }) => relation(part, "worksheet", `worksheets/sheet${part}.xml`)),
    relation(sheets.length + 1, "styles", "styles.xml"),
    "</Relationships>",
  ].join("");
}

/** The name of a sheet's part. */
export function sheetPart({ part }: Pick<WrittenSheet, "part">): string {
  return `xl/worksheets/sheet${part}.xml`;
}
