import * as v from "valibot";
import type { CaseField } from "../domain/case/case.ts";
import { caseDetail } from "./cases.ts";
import { instant, reason } from "./fields.ts";
import { deskStaff, type Route } from "./route.ts";

/** What somebody typed into a field; "" empties it. What a field may hold, the domain says. */
const typed = v.exactOptional(v.string());

const fields = v.object({
  category: typed,
  content: typed,
  answer: typed,
  owner: typed,
  relation: typed,
  municipality: typed,
  ageBand: typed,
  device: typed,
} satisfies Record<CaseField, typeof typed>);

/** What somebody wrote into a case, and the version of it that they saw. */
const change = v.object({ baseVersion: v.pipe(v.number(), v.integer(), v.minValue(1)), fields });

const conflict = v.object({
  field: v.string(),
  mine: v.string(),
  theirs: v.string(),
  by: v.optional(v.string()),
  at: instant,
});

/** A case with what was written of a change, and what was not, because somebody else wrote the same field meanwhile. */
const written = v.object({ case: caseDetail, written: v.array(v.string()), conflicts: v.array(conflict) });

export type TypedFields = v.InferOutput<typeof fields>;
export type FieldConflict = v.InferOutput<typeof conflict>;

/** Writing in a case, what is typed and not written yet, and who else is in it (decision 0022). */
export const caseWritingRoutes = {
  writeCase: {
    method: "PUT",
    path: "/cases/{receiptNumber}/fields",
    roles: deskStaff,
    readsPersonalData: true,
    request: change,
    answer: written,
  },
  changeStatus: {
    method: "PUT",
    path: "/cases/{receiptNumber}/status",
    roles: deskStaff,
    readsPersonalData: true,
    /** `from` is the status that was seen. */
    request: v.object({ from: v.string(), to: v.string() }),
    answer: caseDetail,
  },
  handOverCase: {
    method: "PUT",
    path: "/cases/{receiptNumber}/owner",
    roles: deskStaff,
    readsPersonalData: true,
    request: v.object({
      /** Who had it, as it was seen; absent where nobody did. */
      from: v.exactOptional(v.string()),
      /** The staff code of who is to have it. */
      to: v.pipe(v.string(), v.trim(), v.minLength(1, "引き継ぐ相手の職員コードを入力してください。")),
      /** Needed where somebody had it. */
      reason,
    }),
    answer: caseDetail,
  },
  keepTypedText: {
    method: "PUT",
    path: "/cases/{receiptNumber}/typed-text",
    roles: deskStaff,
    readsPersonalData: false,
    request: change,
    answer: v.object({ typedAt: instant }),
  },
  readTypedText: {
    method: "GET",
    path: "/cases/{receiptNumber}/typed-text",
    roles: deskStaff,
    readsPersonalData: true,
    request: v.object({}),
    /** Nothing where nothing is kept. */
    answer: v.object({ typed: v.optional(v.object({ ...change.entries, typedAt: instant })) }),
  },
  clearTypedText: {
    method: "DELETE",
    path: "/cases/{receiptNumber}/typed-text",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({}),
    answer: v.object({}),
  },
  watchCase: {
    method: "GET",
    path: "/cases/{receiptNumber}/watch",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({}),
    /** The time of the service, the version of the case now, and the staff codes of who is writing in it. */
    answer: v.object({ now: instant, version: v.number(), writers: v.array(v.string()) }),
  },
} as const satisfies Record<string, Route>;
