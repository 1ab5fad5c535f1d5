/** How a cell looks and what its number means. */
export type CellStyle =
  | "plain"
  | "heading"
  | "text"
  | "count"
  | "tenths"
  | "date"
  | "minute"
  /** The dash of a column of numbers. */
  | "nothing";

const font = '<sz val="11"/><name val="游ゴシック"/><family val="3"/><charset val="128"/>';

/** Formats 1 (0), 3 (#,##0) and 49 (@, text) are Excel's own; those from 164 are declared here. */
const formats = { general: 0, thousands: 3, text: 49, tenths: 164, date: 165, minute: 166 };

const top = '<alignment vertical="top"/>';

/** In the order in which cells name them, the plain one first, as Excel takes it where none is named. */
const cellFormats: Readonly<Record<CellStyle, string>> = {
  plain: format(formats.general, ""),
  heading:
    `<xf numFmtId="${formats.text}" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" ` +
    'applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>',
  text: format(formats.text, '<alignment vertical="top" wrapText="1"/>'),
  count: format(formats.thousands, top),
  tenths: format(formats.tenths, top),
  date: format(formats.date, '<alignment horizontal="left" vertical="top"/>'),
  minute: format(formats.minute, '<alignment horizontal="left" vertical="top"/>'),
  nothing: format(formats.text, '<alignment horizontal="right" vertical="top"/>'),
};

function format(numberFormat: number, alignment: string): string {
  return (
    `<xf numFmtId="${numberFormat}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" ` +
    `applyAlignment="1">${alignment}</xf>`
  );
}

/** The number by which a cell names its style. */
export const styleIndex = Object.fromEntries(
  Object.keys(cellFormats).map((style, index) => [style, index]),
) as Readonly<Record<CellStyle, number>>;

/** `xl/styles.xml`. Its two first fills are those that Excel expects there. */
export const stylesXml = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  `<numFmts count="3"><numFmt numFmtId="${formats.tenths}" formatCode="0.0"/>`,
  `<numFmt numFmtId="${formats.date}" formatCode="yyyy\\-mm\\-dd"/>`,
  `<numFmt numFmtId="${formats.minute}" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>`,
  `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>`,
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE8F1FE"/><bgColor indexed="64"/></patternFill></fill></fills>',
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FF767676"/></bottom><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${Object.keys(cellFormats).length}">${Object.values(cellFormats).join("")}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join("");
