import type { CaseStatus } from "../../domain/case/case.ts";
import type { FormLanguage } from "../../domain/form-language.ts";
import type { Instant } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import type { FormFields, Problem, ProblemCode } from "./form-rules.js";

export type { FormLanguage, Problem, ProblemCode };

/** What the pages say of a programme. Its categories are those that the public form offers. */
export type FormProgramme = Pick<
  Programme,
  | "name"
  | "deskName"
  | "categories"
  | "attributeChoices"
  | "publishedNumber"
  | "hours"
  | "webForm"
  | "translations"
>;

/**
 * What stands above a form that comes back although nobody filled it in wrongly: the page was open for more than a day;
 * or we could not take it. What was typed is still there; pressing again is enough.
 */
export type NoticeCode = "expired" | "fault";

/** Why there is no form to show: each page says what to do. */
export type FaultCode = "too-large" | "unreadable" | "bot" | "too-many" | "fault" | "not-found";

/** Why the state of an inquiry is not shown; that the number is unknown and that the contact differs look the same on purpose. */
export type StatusProblemCode = "number-malformed" | "contact-missing" | "not-found" | "too-many" | "fault";

/** What every page needs. */
export interface PageOptions {
  readonly programme: FormProgramme;
  readonly language: FormLanguage;
}

/** A picture that the service has already, named as its sender named it. */
export interface KeptPicture {
  readonly name: string;
}

export interface FormPageOptions extends PageOptions {
  /** Made by the server for each page that it hands out; it goes back with the form as the field `token`. */
  readonly token: string;
  readonly values?: Partial<FormFields> | undefined;
  readonly problems?: readonly Problem[] | undefined;
  readonly keptPictures?: readonly KeptPicture[] | undefined;
  readonly notice?: NoticeCode | undefined;
}

export interface CheckPageOptions extends PageOptions {
  readonly token: string;
  /** Normalised, and without a problem. */
  readonly values: FormFields;
  readonly keptPictures?: readonly KeptPicture[] | undefined;
}

export interface ReceiptPageOptions extends PageOptions {
  /** Twelve digits. */
  readonly receiptNumber: string;
  /** Until when there is an answer; undefined where none is owed. */
  readonly answerBy: Instant | undefined;
  readonly replyBy: "mail" | "telephone" | "none";
}

export interface StatusPageOptions extends PageOptions {
  /** `contact` is a mail address or a telephone number, as typed. */
  readonly values?: { readonly receiptNumber: string; readonly contact: string } | undefined;
  readonly problem?: StatusProblemCode | undefined;
  readonly state?: InquiryState | undefined;
}

export interface InquiryState {
  readonly status: CaseStatus;
  readonly receivedAt: Instant;
  readonly dueAt?: Instant | undefined;
}

export interface FaultPageOptions extends PageOptions {
  readonly code: FaultCode;
  /** What was typed, normalised, where it could be read; it is offered to be sent once more. */
  readonly again?: { readonly token: string; readonly values: FormFields } | undefined;
}

/**
 * What POST inquiries answers as JSON: 201 with a receipt; 400 with problems; 409 with a notice and a new token; any other
 * status with a fault.
 */
export type InquiryAnswer =
  | {
      /** Twelve digits. */
      readonly receiptNumber: string;
      /** ISO 8601 with its offset; absent where no answer is owed. */
      readonly answerBy?: string;
    }
  | { readonly problems: readonly Problem[] }
  | { readonly notice: NoticeCode; readonly token: string }
  | { readonly fault: FaultCode };
