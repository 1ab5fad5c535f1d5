import type { CaseField } from "../../../../domain/case/case.ts";
import type { CaseDetail } from "../../../../contract/cases.ts";
import type { FieldConflict, TypedFields } from "../../../../contract/case-writing.ts";

/** A case on the screen: as it is saved, and what was typed on top of it. */
export interface EditorState {
  readonly saved: CaseDetail;
  /** What was typed and is not saved, "" where a field was emptied. */
  readonly typed: TypedFields;
  /** The fields that somebody else wrote meanwhile: what was typed there waits until a text is chosen. */
  readonly conflicts: readonly FieldConflict[];
  /** The version that was seen when what is to be saved was typed. */
  readonly baseVersion: number;
  /** The same for what is kept: older than `baseVersion` while a conflict is open, so that it is found again. */
  readonly keptBase: number;
}

const fields = [
  "content",
  "relation",
  "municipality",
  "ageBand",
  "device",
  "category",
  "owner",
  "answer",
] as const satisfies readonly CaseField[];

/** A case of which nothing was typed yet. */
export function untouched(saved: CaseDetail): EditorState {
  return { saved, typed: {}, conflicts: [], baseVersion: saved.version, keptBase: saved.version };
}

/** A case with what was typed into it before the browser or the tab was closed. */
export function restored(
  saved: CaseDetail,
  kept: { readonly baseVersion: number; readonly fields: TypedFields },
): EditorState {
  const typed = differing(saved, kept.fields);
  if (isEmpty(typed)) return untouched(saved);
  return { saved, typed, conflicts: [], baseVersion: kept.baseVersion, keptBase: kept.baseVersion };
}

/** What a field shows. */
export function shownText({ saved, typed }: EditorState, field: CaseField): string {
  return typed[field] ?? savedText(saved, field);
}

export function withTyped(state: EditorState, field: CaseField, text: string): EditorState {
  const { [field]: _before, ...others } = state.typed;
  const isAsSaved = savedText(state.saved, field) === text && !conflictOf(state, field);
  return { ...state, typed: isAsSaved ? others : { ...others, [field]: text } };
}

/** What can be saved now: all that was typed, but for the fields in conflict. */
export function toSave(state: EditorState): TypedFields {
  return picked(state.typed, (field) => !conflictOf(state, field));
}

/** After `sent` was saved. What was typed while it was on its way stays, and is a conflict where its field was changed. */
export function afterSaving(
  state: EditorState,
  sent: TypedFields,
  answer: { readonly case: CaseDetail; readonly conflicts: readonly FieldConflict[] },
): EditorState {
  const saved = answer.case;
  const shown = Object.fromEntries(
    fields
      .filter((field) => sent[field] !== undefined || state.typed[field] !== undefined)
      .map((field) => [field, shownText(state, field)]),
  );
  const typed = differing(saved, shown);
  const arrived = new Map(answer.conflicts.map((one) => [one.field, one]));
  const conflicts = fields.flatMap((field): FieldConflict[] => {
    const mine = typed[field];
    if (mine === undefined) return [];
    const theirs = savedText(saved, field);
    const isChanged = sent[field] === undefined && savedText(state.saved, field) !== theirs;
    const known = arrived.get(field) ?? conflictOf(state, field);
    if (known) return [{ ...known, mine, theirs }];
    return isChanged ? [{ field, mine, theirs, ...lastWriterOf(saved, field) }] : [];
  });
  const keptBase = conflicts.length > 0 ? state.keptBase : saved.version;
  return { saved, typed, conflicts, baseVersion: saved.version, keptBase };
}

/** After the case was read again. What was typed stays, on the version that it was typed on. */
export function afterReading(state: EditorState, saved: CaseDetail): EditorState {
  if (saved.version < state.saved.version) return state;
  const typed = differing(saved, state.typed);
  if (isEmpty(typed)) return untouched(saved);
  return { ...state, saved, typed, conflicts: state.conflicts.filter(({ field }) => isIn(typed, field)) };
}

/** After somebody chose a text for a field in conflict; undefined: what is saved stays. */
export function resolved(state: EditorState, field: string, text: string | undefined): EditorState {
  const others = picked(state.typed, (name) => name !== field);
  const typed = text === undefined ? others : differing(state.saved, { ...others, [field]: text });
  const conflicts = state.conflicts.filter((one) => one.field !== field);
  return { ...state, typed, conflicts };
}

export function isEmpty(typed: TypedFields): boolean {
  return Object.keys(typed).length === 0;
}

function savedText(saved: CaseDetail, field: CaseField): string {
  const { content, answer, owner, category, attributes } = saved;
  const texts: Readonly<Record<string, string | undefined>> = {
    ...attributes,
    content,
    answer,
    owner,
    category,
  };
  return texts[field] ?? "";
}

function conflictOf({ conflicts }: EditorState, field: CaseField): FieldConflict | undefined {
  return conflicts.find((one) => one.field === field);
}

function differing(saved: CaseDetail, typed: TypedFields): TypedFields {
  return picked(typed, (field) => savedText(saved, field) !== typed[field]);
}

function picked(typed: TypedFields, keeps: (field: CaseField) => boolean): TypedFields {
  const entries = fields.flatMap((field) => {
    const text = typed[field];
    return text !== undefined && keeps(field) ? [[field, text] as const] : [];
  });
  return Object.fromEntries(entries);
}

function isIn(typed: TypedFields, field: string): boolean {
  return Object.hasOwn(typed, field);
}

function lastWriterOf({ history }: CaseDetail, field: string): Pick<FieldConflict, "by" | "at"> {
  const last = history.findLast((event) => event.fields?.includes(field));
  return { at: last?.at ?? 0, ...(last?.by !== undefined && { by: last.by }) };
}
