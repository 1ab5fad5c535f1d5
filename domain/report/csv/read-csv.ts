/**
 * Reads a CSV file of a report back (RFC 4180: CRLF, quotes doubled inside quotes), record by record. A byte order mark is
 * passed over, and one leading apostrophe of a cell is the guard against formulas and is taken away, as docs/reports.ja.md says.
 * Throws where a quote is never closed.
 */
export function* csvRecords(text: string): Generator<string[]> {
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let cells: string[] = [];
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    cells.push(cell.startsWith("'") ? cell.slice(1) : cell);
    if (text[end] === ",") {
      at = end + 1;
      if (at < text.length) continue;
      cells.push("");
    }
    yield cells;
    cells = [];
    at = end + 2;
  }
}

function plainCell(text: string, from: number): { readonly cell: string; readonly end: number } {
  let end = from;
  while (end < text.length && text[end] !== "," && text[end] !== "\r") end++;
  return { cell: text.slice(from, end), end };
}

function quotedCell(text: string, from: number): { readonly cell: string; readonly end: number } {
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw new Error(`The quote at character ${from} of a report's file is never closed.`);
    if (text[quote + 1] !== '"')
      return { cell: text.slice(from + 1, quote).replaceAll('""', '"'), end: quote + 1 };
    at = quote + 2;
  }
}

/** The rows of a file as records by heading. Throws where one of the named headings is missing. */
export function* csvRows<Heading extends string>(
  text: string,
  headings: readonly Heading[],
): Generator<Readonly<Record<Heading, string>>> {
  const records = csvRecords(text);
  const first = records.next().value ?? [];
  const places = headings.map((heading) => [heading, first.indexOf(heading)] as const);
  const missing = places.find(([, place]) => place < 0);
  if (missing) throw new Error(`A report's file has no column ${missing[0]}.`);
  for (const cells of records)
    yield Object.fromEntries(places.map(([heading, place]) => [heading, cells[place] ?? ""])) as Record<
      Heading,
      string
    >;
}
