import { csvRecords } from "../csv/read-csv.ts";

/** Reads the records of a CSV file that comes in pieces. */
export interface CsvRecordStream {
  /** The records that a piece completes. */
  push(piece: string): string[][];
  /** The last record, where the text does not end with a line end. */
  end(): string[][];
}

/** Reads what `csvTable` wrote, however its text is cut; no more than a piece and a record is kept. */
export function csvRecordStream(): CsvRecordStream {
  let text = "";
  return {
    push(piece) {
      text += piece;
      const records: string[][] = [];
      for (let end = recordEnd(text); end >= 0; end = recordEnd(text)) {
        records.push(...csvRecords(text.slice(0, end)));
        text = text.slice(end + 2);
      }
      return records;
    },
    end: () => [...csvRecords(text)],
  };
}

/** Where the first record ends: at a line end outside quotes. Quotes inside quoted fields come in twos. */
function recordEnd(text: string): number {
  let quotes = 0;
  let counted = 0;
  for (let end = text.indexOf("\r\n"); end >= 0; end = text.indexOf("\r\n", end + 2)) {
    for (let at = text.indexOf('"', counted); at >= 0 && at < end; at = text.indexOf('"', counted)) {
      quotes += 1;
      counted = at + 1;
    }
    if (quotes % 2 === 0) return end;
  }
  return -1;
}
