import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import type { FileLine } from "../domain/import/file-line.ts";
import { failure, type Result, success } from "../domain/result.ts";

/** A table that people made, open to be read once. */
export interface CsvFile {
  readonly encoding: "UTF-8" | "CP932";
  readonly lines: AsyncIterable<FileLine>;
}

/** So many characters without the end of a record mean a quote that nobody closed; no cell of ours is nearly as long. */
const longestRecord = 2_000_000;

/**
 * Opens a CSV file as Excel and others write it: UTF-8 with or without byte order mark, or CP932; CRLF, LF or CR; commas;
 * quotes with line ends in them. It is UTF-8 where every byte of it is; a file is read twice for that, and never held whole.
 * A file that is neither, or no text at all, is refused.
 */
export async function openCsv(path: string): Promise<Result<CsvFile>> {
  const beginning = await firstBytes(path);
  if (beginning.startsWith("PK\u0003\u0004"))
    return failure(`${path} is a workbook, not CSV: save it from Excel as "CSV UTF-8".`);
  if (
    beginning.startsWith("\u00ff\u00fe") ||
    beginning.startsWith("\u00fe\u00ff") ||
    beginning.includes("\0")
  )
    return failure(`${path} is UTF-16 or no text: save it from Excel as "CSV UTF-8".`);
  for (const [encoding, label] of [
    ["UTF-8", "utf-8"],
    // The WHATWG's decoder of this name knows what Windows adds to Shift_JIS: ①, 髙, ㈱ and their like.
    ["CP932", "shift_jis"],
  ] as const)
    if (await isWritten(path, label)) return success({ encoding, lines: csvLines(textOf(path, label)) });
  return failure(`${path} is neither UTF-8 nor CP932 throughout: save it from Excel as "CSV UTF-8".`);
}

/** The lines of CSV text that comes in pieces. A quote that is never closed ends them, and says so. */
export async function* csvLines(pieces: AsyncIterable<string>): AsyncGenerator<FileLine> {
  const position = { line: 1, row: 1 };
  const sinceRecord = { characters: 0 };
  const broken: { line?: number } = {};
  const parser = parse({
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: 0,
    skip_records_with_error: true,
    on_skip: () => void (broken.line ??= position.line),
  });
  const guarded = Readable.from(untilTooLong(pieces, sinceRecord));
  guarded.on("error", (cause) => parser.destroy(cause));
  for await (const record of guarded.pipe(parser)) {
    const cells = record as string[];
    sinceRecord.characters = 0;
    yield { ...position, cells };
    position.row++;
    position.line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
  }
  if (broken.line !== undefined)
    yield {
      ...position,
      cells: [],
      broken: "この行で開いた引用符が閉じていません。ここから後は読めません。",
    };
}

async function* untilTooLong(
  pieces: AsyncIterable<string>,
  sinceRecord: { characters: number },
): AsyncGenerator<string> {
  for await (const piece of pieces) {
    sinceRecord.characters += piece.length;
    yield piece;
    if (sinceRecord.characters > longestRecord) return;
  }
}

async function* textOf(path: string, label: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(label, { fatal: true });
  for await (const bytes of createReadStream(path)) yield decoder.decode(bytes as Buffer, { stream: true });
  yield decoder.decode();
}

async function isWritten(path: string, label: string): Promise<boolean> {
  try {
    for await (const _text of textOf(path, label));
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ERR_ENCODING_INVALID_ENCODED_DATA") return false;
    throw cause;
  }
}

async function firstBytes(path: string): Promise<string> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
  return buffer.toString("latin1", 0, bytesRead);
}
