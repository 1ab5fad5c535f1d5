import {
  type Change,
  changesFile,
  changesTable,
  figureChanges,
} from "../../domain/report/changes/changes-table.ts";
import { csvRecordStream } from "../../domain/report/changes/csv-record-stream.ts";
import {
  type ListShape,
  type RowChange,
  rowChanges,
  shapeOf,
} from "../../domain/report/changes/row-changes.ts";
import type { Manifest } from "../../domain/report/contents/manifest.ts";
import { beginTable } from "../../domain/report/csv/table.ts";
import type { Draft, DraftFile } from "../ports/reports.ts";
import { csvInto } from "./report-tables.ts";

type Bytes = AsyncIterable<Uint8Array>;

/** What is compared: the revision before, with its files, and what the next one will be. */
export interface Compared {
  readonly before: Manifest;
  /** A file of the revision before; undefined where it has none of that name. */
  readonly readBefore: (file: string) => Promise<Bytes | undefined>;
  readonly figures: Manifest["figures"];
  readonly files: readonly DraftFile[];
}

/**
 * Writes 変更点.csv of a revision into a draft of its own: which figures differ from the revision before, and which rows of
 * which CSV files. Files are read side by side, a day of a list at a time, so memory does not grow with them. Answers how many
 * lines it has.
 */
export async function writeChanges(draft: Draft, compared: Compared): Promise<number> {
  let rows = 0;
  const table = beginTable(csvInto(draft), changesTable);
  const write = (change: Change) => {
    rows += 1;
    table.row(change);
  };
  for (const change of figureChanges(compared.before.figures, compared.figures)) write(change);
  for (const file of filesThatDiffer(compared)) {
    const after = compared.files.find(({ name }) => name === file)?.read();
    await compareFile(file, await compared.readBefore(file), after, write);
  }
  table.end();
  return rows;
}

/** CSV files of either revision that the other has not, or has with other bytes; in order of name. */
function filesThatDiffer({ before, files }: Compared): string[] {
  const old = new Map(before.files.map(({ name, sha256 }) => [name, sha256]));
  const now = new Map(files.map(({ name, sha256 }) => [name, sha256]));
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => name.endsWith(".csv") && name !== changesFile && old.get(name) !== now.get(name))
    .sort();
}

async function compareFile(
  file: string,
  before: Bytes | undefined,
  after: Bytes | undefined,
  write: (change: Change) => void,
): Promise<void> {
  const counts: Record<RowChange["change"], number> = { added: 0, removed: 0, changed: 0 };
  for await (const { old, now, isNamed } of sideBySide(groupsOf(before), groupsOf(after)))
    for (const change of rowChanges(old, now)) {
      counts[change.change] += 1;
      if (isNamed) write({ kind: "row", file, ...change });
    }
  write({ kind: "file", file, counts });
}

/** The rows of a day, or of a whole file that is not in order of days. */
interface Group {
  readonly day: string;
  readonly rows: Map<string, string>;
  readonly isNamed: boolean;
}

async function* groupsOf(bytes: Bytes | undefined): AsyncGenerator<Group> {
  if (bytes === undefined) return;
  let shape: ListShape | undefined;
  let group: Group | undefined;
  for await (const record of recordsOf(bytes)) {
    if (!shape) {
      shape = shapeOf(record);
      continue;
    }
    const day = shape.dayOf(record);
    if (group && group.day !== day) {
      yield group;
      group = undefined;
    }
    group ??= { day, rows: new Map(), isNamed: shape.keyOf !== undefined };
    const row = JSON.stringify(record);
    group.rows.set(freeKey(group.rows, shape.keyOf?.(record) ?? row), row);
  }
  if (group) yield group;
}

/** Rows that are named alike are told apart by how many there are. */
function freeKey(rows: ReadonlyMap<string, string>, key: string): string {
  let free = key;
  for (let number = 2; rows.has(free); number++) free = `${key} (${number})`;
  return free;
}

async function* recordsOf(bytes: Bytes): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  const records = csvRecordStream();
  for await (const piece of bytes) yield* records.push(decoder.decode(piece, { stream: true }));
  yield* records.push(decoder.decode());
  yield* records.end();
}

const none: ReadonlyMap<string, string> = new Map();

/** The groups of two files, day by day; where one has no such day, it has no rows of it. */
async function* sideBySide(before: AsyncGenerator<Group>, after: AsyncGenerator<Group>) {
  let [old, now] = [await nextOf(before), await nextOf(after)];
  while (old || now) {
    const [first, second] = inStep(old, now);
    yield {
      old: first?.rows ?? none,
      now: second?.rows ?? none,
      isNamed: (first ?? second)?.isNamed === true,
    };
    if (first) old = await nextOf(before);
    if (second) now = await nextOf(after);
  }
}

/** Those of the next group of each file that belong to the earlier day of both. */
function inStep(old: Group | undefined, now: Group | undefined): [Group | undefined, Group | undefined] {
  if (!old || !now || old.day === now.day) return [old, now];
  return old.day < now.day ? [old, undefined] : [undefined, now];
}

async function nextOf(groups: AsyncGenerator<Group>): Promise<Group | undefined> {
  const next = await groups.next();
  return next.done ? undefined : next.value;
}
