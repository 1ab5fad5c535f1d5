import type { Instant } from "../japan-time.ts";
import type { Category, Programme } from "../programme.ts";
import { failure, type Result, success } from "../result.ts";
import { isStaffCode } from "../staff-code.ts";
import type { AttributeName, Case, CaseEvent, CaseField } from "./case.ts";

/** What somebody has written into a case that they saw in version `baseVersion`. "" empties a field. */
export interface CaseChange {
  readonly baseVersion: number;
  readonly fields: CaseFields;
}

export type CaseFields = { readonly [Field in CaseField]?: string };

/** A field that two people wrote at once. Theirs stays; mine is not lost, for whoever wrote it still has it before them. */
export interface FieldConflict {
  readonly field: CaseField;
  readonly mine: string;
  readonly theirs: string;
  /** The staff code of who wrote theirs, and when. */
  readonly by?: string;
  readonly at: Instant;
}

export interface EditedCase {
  /** The case as it is afterwards; the same as before where nothing was left to write. */
  readonly case: Case;
  readonly written: readonly CaseField[];
  readonly conflicts: readonly FieldConflict[];
}

/** A case is one item of at most 400 KB (DynamoDB's limit); two texts of so many characters fit in well. */
const longestCaseText = 10_000;
const longestCode = 40;

export const caseFieldNames: Readonly<Record<CaseField, string>> = {
  category: "相談内容分類",
  content: "相談内容",
  answer: "回答内容",
  owner: "担当者",
  relation: "相談者区分",
  municipality: "市町村",
  ageBand: "年代",
  device: "端末",
};

/** Whether a text is the code of a field that the desk writes. */
function isCaseField(text: string): text is CaseField {
  return Object.hasOwn(caseFieldNames, text);
}

/** What a case says in a field; "" where it says nothing. */
export function fieldOf(kept: Case, field: CaseField): string {
  return (isAttribute(field) ? kept.attributes[field] : kept[field]) ?? "";
}

/**
 * Merges what somebody wrote into the case as it is by now (decision 0022). A field that nobody else has written since the
 * version that they saw is written; one that somebody else has written differently is a conflict and stays as it is. What
 * says the same already is neither, so that the same change may be sent again.
 */
export function editedCase(
  kept: Case,
  change: CaseChange,
  edit: { readonly at: Instant; readonly by: string },
): EditedCase {
  const differing = fieldsIn(change.fields).filter(([field, text]) => fieldOf(kept, field) !== text);
  const conflicts = differing.flatMap(([field, mine]) => {
    const other = lastEdit(kept, field);
    const isTouched =
      other !== undefined && (other.version ?? 0) > change.baseVersion && other.by !== edit.by;
    return isTouched ? [conflictOf(kept, field, mine, other)] : [];
  });
  const inConflict = new Set(conflicts.map(({ field }) => field));
  const written = differing.filter(([field]) => !inConflict.has(field));
  if (written.length === 0) return { case: kept, written: [], conflicts };
  const fields = written.map(([field]) => field);
  const version = kept.version + 1;
  const event = { ...edit, what: "edited", fields, version } as const;
  return {
    case: { ...withFields(kept, written), history: [...kept.history, event], version },
    written: fields,
    conflicts,
  };
}

/** What may be chosen in a case. */
export interface CaseChoices extends Pick<Programme, "attributeChoices"> {
  /** Every category there is, and whether it is offered. @default which one is chosen is not looked at */
  readonly categories?: readonly (Category & { readonly isOffered?: boolean })[];
}

/** A change whose fields are what they may be; texts are kept as they were written. */
export function checkedChange(change: CaseChange, choices: CaseChoices): Result<CaseChange> {
  if (!Number.isInteger(change.baseVersion) || change.baseVersion < 1)
    return failure("Say which version of the case was before you: a whole number from 1.");
  for (const [field, text] of fieldsIn(change.fields)) {
    const problem = text === "" ? undefined : problemOf(field, text, choices);
    if (problem !== undefined) return failure(problem);
  }
  const { owner } = change.fields;
  if (owner === undefined) return success(change);
  return success({ ...change, fields: { ...change.fields, owner: owner.toUpperCase() } });
}

function problemOf(
  field: CaseField,
  text: string,
  { categories, attributeChoices }: CaseChoices,
): string | undefined {
  const name = caseFieldNames[field];
  if (isAttribute(field))
    return attributeChoices[field].includes(text) ? undefined : `${name}「${text}」は選択肢にありません。`;
  if (field === "category") return problemOfCategory(text, categories);
  if (field === "owner")
    return isStaffCode(text) ? undefined : `${name}は OP01 のような職員コードで入力してください。`;
  return text.length <= longestCaseText
    ? undefined
    : `${name}は${longestCaseText.toLocaleString("ja-JP")}文字までです（いま${text.length.toLocaleString("ja-JP")}文字）。`;
}

function problemOfCategory(text: string, categories: CaseChoices["categories"]): string | undefined {
  if (categories === undefined)
    return text.length <= longestCode ? undefined : `${caseFieldNames.category}は一覧から選んでください。`;
  const known = categories.find(({ code }) => code === text);
  if (!known) return `${caseFieldNames.category}「${text}」はありません。`;
  return known.isOffered === false
    ? `${caseFieldNames.category}「${known.name}」は、いまは選べません。ほかの分類を選んでください。`
    : undefined;
}

const attributeNames: Readonly<Record<AttributeName, true>> = {
  relation: true,
  municipality: true,
  ageBand: true,
  device: true,
};

function isAttribute(field: CaseField): field is AttributeName {
  return Object.hasOwn(attributeNames, field);
}

/** The fields that a change says something of; what else it may hold is no field of a case. */
function fieldsIn(fields: CaseFields): [CaseField, string][] {
  return Object.entries(fields).filter((entry): entry is [CaseField, string] => isCaseField(entry[0]));
}

function lastEdit(kept: Case, field: CaseField): CaseEvent | undefined {
  return kept.history.findLast(({ fields }) => fields?.includes(field));
}

function conflictOf(kept: Case, field: CaseField, mine: string, { by, at }: CaseEvent): FieldConflict {
  return { field, mine, theirs: fieldOf(kept, field), at, ...(by !== undefined && { by }) };
}

function withFields(kept: Case, written: readonly (readonly [CaseField, string])[]): Case {
  const values: Record<string, unknown> = { ...kept };
  const attributes: Record<string, string> = { ...kept.attributes };
  for (const [field, text] of written) {
    const place = isAttribute(field) ? attributes : values;
    if (text === "") delete place[field];
    else place[field] = text;
  }
  // Only fields of a case were set, each to the text that it holds.
  return { ...values, attributes } as unknown as Case;
}
