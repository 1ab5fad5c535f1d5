import type { Cp932 } from "./cp932.ts";
import type { Table } from "./table.ts";

/** A character that code page 932 does not have, and what stands for it. */
export interface Replacement {
  readonly file: string;
  /** As a spreadsheet numbers them: the headings are row 1. */
  readonly row: number;
  /** 1 is the first column. */
  readonly column: number;
  readonly character: string;
  readonly replacedBy: string;
}

/** 文字の置換一覧: every character of a report's CSV files that code page 932 cannot say. */
export const replacementsTable: Table<Replacement> = {
  file: "文字の置換一覧.csv",
  sheet: "文字の置換一覧",
  columns: [
    ["ファイル", "text", ({ file }) => file],
    ["行", "count", ({ row }) => row],
    ["列", "count", ({ column }) => column],
    ["元の文字", "text", ({ character }) => character],
    ["文字コード", "text", ({ character }) => codePoint(character)],
    ["置き換えた文字", "text", ({ replacedBy }) => replacedBy || "（削除）"],
  ],
};

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** げた記号, which printers set for a missing letter. */
const missing = "〓";

/** What shows nothing by itself: it is left out. */
const invisible = /^\p{Default_Ignorable_Code_Point}$/u;

/** Kana and a sound mark of their own, which is one character in code page 932. */
const apart = /[\u3041-\u30FE][\u3099\u309A]/g;

/** Takes a CSV file's text piece by piece and writes it in code page 932; what cannot be said is replaced and told. */
export function cp932Csv(
  { codeOf }: Cp932,
  write: (bytes: Uint8Array) => void,
  replaced: (what: Omit<Replacement, "file">) => void,
) {
  let rest = "";
  let row = 1;
  let column = 1;
  let isQuoted = false;

  function count(unit: number): void {
    if (unit === quote) isQuoted = !isQuoted;
    if (isQuoted) return;
    if (unit === comma) column += 1;
    if (unit !== lineFeed) return;
    row += 1;
    column = 1;
  }

  /** A whole number of characters, none of which joins with what follows. */
  function encode(apartText: string): void {
    const text = apartText.replace(apart, (pair) => pair.normalize("NFC"));
    const bytes = new Uint8Array(text.length * 2);
    let length = 0;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      let code = codeOf(unit);
      if (code === undefined) {
        const character = String.fromCodePoint(text.codePointAt(index) ?? unit);
        const replacedBy = invisible.test(character) ? "" : missing;
        replaced({ row, column, character, replacedBy });
        index += character.length - 1;
        code = codeOf(replacedBy.charCodeAt(0));
        if (code === undefined) continue;
      }
      if (code >= 256) bytes[length++] = code >> 8;
      bytes[length++] = code;
      count(unit);
    }
    write(bytes.subarray(0, length));
  }

  return {
    /** Text without a byte order mark. */
    add(text: string): void {
      const end = text.lastIndexOf("\n") + 1;
      if (end === 0) rest += text;
      else {
        encode(rest + text.slice(0, end));
        rest = text.slice(end);
      }
    },
    end: () => encode(rest),
  };
}

const quote = '"'.charCodeAt(0);
const comma = ",".charCodeAt(0);
const lineFeed = "\n".charCodeAt(0);
