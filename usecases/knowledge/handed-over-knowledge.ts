import {
  isConfirmed,
  itemsBefore,
  type KnowledgeItem,
  type KnowledgeProgress,
  progressOn,
} from "../../domain/handover/knowledge.ts";
import {
  knowledgeHeadings,
  knowledgeRequired,
  readItemNumber,
  readKnowledge,
} from "../../domain/handover/knowledge-line.ts";
import type { FileLine, Reject } from "../../domain/import/file-line.ts";
import { readHeadings } from "../../domain/import/headings.ts";
import { isEmptyLine, readLine, rejectAt } from "../../domain/import/read-line.ts";
import type { JapaneseDate } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { isStaffCode } from "../../domain/staff-code.ts";
import type { Clock } from "../ports/host.ts";
import type { KnowledgeStore } from "../ports/imports.ts";

/** What handed-over knowledge is kept with. */
export interface KnowledgeServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly knowledge: KnowledgeStore;
}

/** What became of a list of knowledge. */
export interface KnowledgeSummary {
  readonly lines: number;
  readonly new: number;
  /** There already, with the same words. */
  readonly unchanged: number;
  readonly rejects: readonly Reject[];
}

/**
 * Adds a list of items to read. A version that is there with other words stays as it was read, and the line is rejected:
 * changed words are a new version, which everybody reads again.
 */
export function addKnowledge({ programme, clock, knowledge }: KnowledgeServices) {
  return async (lines: AsyncIterable<FileLine>): Promise<Result<KnowledgeSummary>> => {
    const addedAt = clock.now();
    const [heading, ...body] = await Array.fromAsync(lines);
    const columns = readHeadings(heading?.cells ?? [], knowledgeHeadings, knowledgeRequired);
    if (!columns.ok) return columns;
    const rejects: Reject[] = [];
    const count = { lines: 0, new: 0, unchanged: 0 };
    for (const line of body.filter((one) => !isEmptyLine(one))) {
      count.lines++;
      const item = readLine(columns.value, line, (fields) => readKnowledge(fields, addedAt));
      const kept = item.ok ? await knowledge.add(programme.id, item.value) : undefined;
      if (!item.ok) rejects.push(...item.rejects);
      else if (!kept) count.new++;
      else if (saysTheSame(kept, item.value)) count.unchanged++;
      else {
        const reason = `${kept.item} の第${kept.version}版は、別の内容で入っています。版を上げてください。`;
        rejects.push(rejectAt(line, columns.value.headingOf("version"), String(kept.version), reason));
      }
    }
    return success({ ...count, rejects });
  };
}

function saysTheSame(one: KnowledgeItem, other: KnowledgeItem): boolean {
  return one.title === other.title && one.text === other.text && one.source === other.source;
}

/** Enters who has to read; answers everybody who has to. */
export function enterReaders({ programme, clock, knowledge }: KnowledgeServices) {
  return async (names: readonly string[]): Promise<Result<readonly string[]>> => {
    const staff = readStaffCodes(names);
    if (!staff.ok) return staff;
    const since = clock.now();
    for (const code of staff.value) await knowledge.addReader(programme.id, { staff: code, since });
    return success((await knowledge.readers(programme.id)).map((reader) => reader.staff));
  };
}

/** Takes out who no longer has to read, such as somebody who has left; answers everybody who still has to. */
export function removeReaders({ programme, knowledge }: Omit<KnowledgeServices, "clock">) {
  return async (names: readonly string[]): Promise<Result<readonly string[]>> => {
    const staff = readStaffCodes(names);
    if (!staff.ok) return staff;
    for (const code of staff.value) await knowledge.removeReader(programme.id, code);
    return success((await knowledge.readers(programme.id)).map((reader) => reader.staff));
  };
}

/** What somebody has to read, and whether they have confirmed it. */
export function readingList({ programme, clock, knowledge }: KnowledgeServices) {
  return async (
    name: string,
  ): Promise<Result<readonly (KnowledgeItem & { readonly isConfirmed: boolean })[]>> => {
    const staff = await readerNamed(programme, knowledge, name);
    if (!staff.ok) return staff;
    const [items, confirmations] = await Promise.all([
      knowledge.items(programme.id),
      knowledge.confirmations(programme.id),
    ]);
    return success(
      // What was added at this very moment is on the list.
      itemsBefore(items, clock.now() + 1).map((item) => ({
        ...item,
        isConfirmed: isConfirmed(confirmations, staff.value, item),
      })),
    );
  };
}

/** Keeps that somebody has read items, in the version that is on their list now. Either all are confirmed or none. */
export function confirmKnowledge(services: KnowledgeServices) {
  const { programme, clock, knowledge } = services;
  return async (name: string, items: readonly string[]): Promise<Result<readonly KnowledgeItem[]>> => {
    const list = await readingList(services)(name);
    if (!list.ok) return list;
    const known = new Map(list.value.map((item) => [item.item, item]));
    const confirmed: KnowledgeItem[] = [];
    for (const text of items) {
      const number = readItemNumber(text);
      const item = number.ok ? known.get(number.value) : undefined;
      if (!item)
        return failure(
          `There is no item "${text}": use ${[...known.keys()].join(", ") || "knowledge add first"}.`,
        );
      confirmed.push(item);
    }
    const at = clock.now();
    const staff = name.toUpperCase();
    for (const { item, version } of confirmed)
      await knowledge.confirm(programme.id, { staff, item, version, at });
    return success(confirmed);
  };
}

/** How far everybody had come when each of some dates ended. */
export function knowledgeProgress({ programme, knowledge }: Omit<KnowledgeServices, "clock">) {
  return async (dates: readonly JapaneseDate[]): Promise<KnowledgeProgress[]> => {
    const [items, readers, confirmations] = await Promise.all([
      knowledge.items(programme.id),
      knowledge.readers(programme.id),
      knowledge.confirmations(programme.id),
    ]);
    return dates.map((date) => progressOn({ items, readers, confirmations }, date));
  };
}

function readStaffCodes(names: readonly string[]): Result<readonly string[]> {
  const wrong = names.find((name) => !isStaffCode(name));
  return wrong === undefined
    ? success(names.map((name) => name.toUpperCase()))
    : failure(`"${wrong}" is not a staff code: write one such as OP01, and never a name.`);
}

async function readerNamed(
  programme: Programme,
  knowledge: KnowledgeStore,
  name: string,
): Promise<Result<string>> {
  const staff = name.toUpperCase();
  const readers = (await knowledge.readers(programme.id)).map((reader) => reader.staff);
  return readers.includes(staff)
    ? success(staff)
    : failure(`"${name}" is not among those who read: ${readers.join(", ") || "enter them first"}.`);
}
