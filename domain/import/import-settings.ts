import type { AttributeName, CaseStatus } from "../case/case.ts";
import type { Headings } from "./headings.ts";

/** What both kinds of file say of an inquiry. */
export type InquiryField =
  | "reference"
  | "receivedAt"
  | "category"
  | "content"
  | AttributeName
  | "name"
  | "mail"
  | "telephone"
  | "reachable";

/** What a line of the former contractor's open cases says. */
export type HandoverField = InquiryField | "state" | "soFar" | "dueAt";

/** What a line of a form that is hosted elsewhere says; `replyBy` is how the inquirer wants to be answered. */
export type HostedFormField = InquiryField | "replyBy";

/**
 * How another party writes what we have our own words for: theirs on the left, ours on the right. Full-width and half-width
 * forms, spaces, and ヶ and ケ need no entry of their own; neither do our own words.
 */
export interface Spellings {
  /** To category codes. */
  readonly categories: Readonly<Record<string, string>>;
  /** To the programme's choices. */
  readonly attributes: { readonly [Name in AttributeName]?: Readonly<Record<string, string>> };
}

/** 引継ぎ: the former contractor's list of cases (R58). */
export interface HandoverFile extends Spellings {
  readonly headings: Headings<HandoverField>;
  readonly states: Readonly<Record<string, CaseStatus>>;
}

/** What the form that the prefecture hosts gives us, as a table or as a mail (R8). */
export interface HostedForm extends Spellings {
  readonly headings: Headings<HostedFormField>;
  readonly replyWays: Readonly<Record<string, "mail" | "telephone" | "none">>;
}
