import { strFromU8, unzipSync } from "fflate";

/** A cell as the file itself has it: its type and style, and its text or number. */
export interface RawCell {
  readonly reference: string;
  readonly style: number;
  readonly type: string | undefined;
  readonly content: string;
}

/** The parts of an .xlsx file by name, as text. */
export function workbookParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** The cells of a sheet's XML, by reference. */
export function rawCells(sheet: string): ReadonlyMap<string, RawCell> {
  const cells = [...sheet.matchAll(/<c r="(\w+)" s="(\d+)"(?: t="(\w+)")?>(.*?)<\/c>/gs)];
  return new Map(
    cells.map(([, reference = "", style, type, content = ""]) => [
      reference,
      { reference, style: Number(style), type, content },
    ]),
  );
}

/** The format codes of the styles of `xl/styles.xml`, in the order in which cells name them. */
export function numberFormats(styles: string): readonly string[] {
  const own = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]+)"/g)].map(([, id = "", code = ""]) => [
      id,
      code,
    ]),
  );
  // ECMA-376 part 1, 18.8.30: what the numbers mean that no file declares.
  const builtIn = new Map([
    ["0", "General"],
    ["3", "#,##0"],
    ["49", "@"],
  ]);
  const cellFormats = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(styles)?.[1] ?? "";
  return [...cellFormats.matchAll(/<xf numFmtId="(\d+)"/g)].map(
    ([, id = ""]) => own.get(id) ?? builtIn.get(id) ?? `unknown ${id}`,
  );
}
