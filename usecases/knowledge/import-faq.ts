import {
  editionId,
  type FaqEdition,
  faqEntries as entryKind,
  type FaqEntry,
  madeAtDesk,
} from "../../domain/faq/faq.ts";
import { faqHeadings, faqRequired, readFaqLine } from "../../domain/faq/faq-line.ts";
import type { FileLine, Reject } from "../../domain/import/file-line.ts";
import { readHeadings } from "../../domain/import/headings.ts";
import { isEmptyLine, readLine, rejectAt } from "../../domain/import/read-line.ts";
import { spelledAlike } from "../../domain/import/text.ts";
import type { Programme } from "../../domain/programme.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import type { EntryStore } from "../ports/entries.ts";
import type { Clock, Sha256 } from "../ports/host.ts";

/** What the prefecture's files are taken in with. */
export interface FaqImportServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly faqEntries: Pick<EntryStore<FaqEntry>, "all" | "put" | "remove">;
  readonly faqEditions: Pick<EntryStore<FaqEdition>, "all" | "add">;
  readonly sha256: Sha256;
}

/** What became of a file. */
export interface FaqSummary {
  readonly lines: number;
  readonly entries: number;
  readonly rejects: readonly Reject[];
  /** False where this very edition was in use already. */
  readonly isNew: boolean;
}

/** So many entries can be searched from memory, and have a place of five digits. */
const mostEntries = 20_000;

/**
 * Takes in a file of questions and answers as an edition of its source (R31), in the place of the one before, which stays as
 * history. All or nothing: a file with a wrong line is not taken, and nobody sees an edition before all of it is kept. Safe to
 * repeat; another file under the same source and version is refused, for what was told from an edition must stay to be found.
 */
export function importFaq(services: FaqImportServices) {
  const { programme, clock, faqEntries, faqEditions } = services;
  return async (
    lines: AsyncIterable<FileLine>,
    edition: { readonly source: string; readonly version: string },
  ): Promise<Result<FaqSummary>> => {
    const { source, version } = edition;
    const wrong = [source, version].find((name) => !/^[^#\p{Cc}]{1,60}$/u.test(name.trim()));
    if (wrong !== undefined)
      return failure(`"${wrong}" is no name of a source or a version: write 1 to 60 characters, without #.`);
    if (source.trim() === madeAtDesk)
      return failure(`"${madeAtDesk}" names what the desk made itself: give the file another --source.`);
    const read = await readFile(services, lines, { source: source.trim(), version: version.trim() });
    if (!read.ok) return read;
    const { entries, rejects } = read.value;
    const summary = { lines: read.value.lines, entries: entries.length, rejects };
    if (rejects.length > 0) return success({ ...summary, isNew: false });
    if (entries.length === 0) return failure("It has no question: nothing was taken.");
    const fingerprint = fingerprintOf(services.sha256, entries);
    const known = (await faqEditions.all(programme.id)).filter((one) => isSame(one, edition));
    if (known.some((one) => one.fingerprint === fingerprint)) return success({ ...summary, isNew: false });
    if (known.length > 0)
      return failure(`${source} ${version} is in with other words: give what changed a new --version.`);
    // An import that was cut off may have left entries of this edition, which nobody has seen yet.
    for (const left of await faqEntries.all(programme.id, `${editionId(source.trim(), version.trim())}#`))
      await faqEntries.remove(programme.id, entryKind.idOf(left));
    for (const entry of entries) await faqEntries.put(programme.id, entry);
    await faqEditions.add(programme.id, {
      source: source.trim(),
      version: version.trim(),
      importedAt: clock.now(),
      entries: entries.length,
      fingerprint,
    });
    return success({ ...summary, isNew: true });
  };
}

async function readFile(
  { sha256 }: Pick<FaqImportServices, "sha256">,
  lines: AsyncIterable<FileLine>,
  edition: { readonly source: string; readonly version: string },
): Promise<
  Result<{ readonly lines: number; readonly entries: FaqEntry[]; readonly rejects: readonly Reject[] }>
> {
  const [heading, ...body] = await Array.fromAsync(lines);
  const columns = readHeadings(heading?.cells ?? [], faqHeadings, faqRequired);
  if (!columns.ok) return columns;
  const full = body.filter((line) => !isEmptyLine(line));
  if (full.length > mostEntries)
    return failure(`It has more than ${mostEntries} questions: take them in as several sources.`);
  const entries = new Map<string, FaqEntry>();
  const rejects: Reject[] = [];
  for (const [index, line] of full.entries()) {
    const reading = readLine(columns.value, line, readFaqLine);
    if (!reading.ok) {
      rejects.push(...reading.rejects);
      continue;
    }
    const { question } = reading.value;
    const id = idOf(sha256, edition.source, question);
    const earlier = entries.get(id);
    if (earlier === undefined) entries.set(id, { id, ...edition, number: index + 1, ...reading.value });
    else
      rejects.push(
        rejectAt(
          line,
          columns.value.headingOf("question"),
          question,
          `${earlier.number} 件目と同じ質問です。`,
        ),
      );
  }
  return success({ lines: full.length, entries: [...entries.values()], rejects });
}

/** Twelve hexadecimal digits: two of 20,000 questions share them about once in a million files. */
function idOf(sha256: Sha256, source: string, question: string): string {
  return sha256(new TextEncoder().encode(`${source}\n${spelledAlike(question)}`)).slice(0, 12);
}

function fingerprintOf(sha256: Sha256, entries: readonly FaqEntry[]): string {
  return sha256(new TextEncoder().encode(JSON.stringify(entries)));
}

function isSame(one: FaqEdition, other: { readonly source: string; readonly version: string }): boolean {
  return editionId(one.source, one.version) === editionId(other.source.trim(), other.version.trim());
}
