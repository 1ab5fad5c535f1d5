import type { CaseStatus } from "../../../domain/case/case.ts";
import type { FormLanguage } from "../../../domain/form-language.ts";
import type { FaultCode, NoticeCode, ProblemCode, StatusProblemCode } from "../form-types.ts";

/** A field's words. `hint` stands between the label and the field. */
export interface FieldTexts {
  readonly label: string;
  readonly hint?: string;
}

/** A heading and what stands below it, a paragraph each. */
interface MessageTexts {
  readonly heading: string;
  readonly body: readonly string[];
}

/**
 * Every text of the pages in one language: a text that is missing does not compile. Placeholders: `{programme}`,
 * `{days}`, `{count}`, `{from}`, `{to}`, `{day}`, `{name}`, `{limit}`, and anywhere `{contentLimit}`,
 * `{pictureLimit}`, `{megabytes}`. Readings: `[漢字|かんじ]`.
 */
export interface FormTexts {
  /** The value of the document's `lang`. */
  readonly lang: "ja" | "en";
  readonly skip: string;
  readonly languages: string;
  readonly required: string;
  readonly optional: string;
  /** Before the title of a page that came back with problems. */
  readonly problemTitle: string;
  readonly form: {
    readonly heading: string;
    readonly intro: readonly string[];
    readonly inquiry: string;
    readonly category: FieldTexts;
    readonly chooseCategory: string;
    readonly content: FieldTexts;
    readonly counter: string;
    readonly over: string;
    readonly pictures: FieldTexts;
    /** For the browser that makes pictures smaller itself: then there is no limit to know. */
    readonly picturesMadeSmaller: string;
    readonly picturesKept: string;
    readonly dropPictures: string;
    readonly remove: string;
    /** The same, read out: it begins with what the button shows (WCAG 2.5.3). */
    readonly removePicture: string;
    readonly preparingPictures: string;
    readonly reply: string;
    readonly replyBy: FieldTexts;
    readonly ways: Readonly<Record<"mail" | "telephone" | "none", string>>;
    readonly requiredFor: Readonly<Record<"mail" | "telephone", string>>;
    readonly optionalFor: Readonly<Record<"telephone" | "both", string>>;
    readonly mail: FieldTexts;
    readonly telephone: FieldTexts;
    readonly reachable: FieldTexts;
    readonly name: FieldTexts;
    readonly about: FieldTexts;
    readonly choices: Readonly<Record<"relation" | "municipality" | "ageBand" | "device", string>>;
    readonly notChosen: string;
    readonly privacy: string;
    readonly purpose: string;
    readonly privacyMore: string;
    readonly privacyText: readonly string[];
    readonly consent: string;
    readonly trap: string;
    readonly submit: string;
  };
  readonly problems: {
    readonly heading: string;
    readonly each: Readonly<Record<ProblemCode, string>>;
  };
  readonly check: {
    readonly heading: string;
    readonly intro: string;
    readonly nothing: string;
    readonly pictures: string;
    readonly consent: string;
    readonly send: string;
    readonly edit: string;
    readonly sending: string;
    readonly sendingPatience: string;
    /** What stands at the button where sending did not work. */
    readonly notSent: string;
    readonly network: string;
  };
  readonly receipt: {
    readonly heading: string;
    readonly number: string;
    readonly next: string;
    /** With `{day}`. */
    readonly answer: Readonly<Record<"mail" | "telephone" | "none", readonly string[]>>;
    readonly withoutDay: Readonly<Record<"mail" | "telephone" | "none", readonly string[]>>;
    readonly keep: string;
    readonly toStatus: string;
    readonly another: string;
  };
  readonly status: {
    readonly heading: string;
    readonly intro: string;
    readonly receiptNumber: FieldTexts;
    readonly contact: FieldTexts;
    readonly submit: string;
    readonly result: string;
    readonly received: string;
    readonly due: string;
    readonly state: string;
    readonly states: Readonly<Record<CaseStatus, { readonly name: string; readonly meaning: string }>>;
    readonly problems: Readonly<Record<StatusProblemCode, string>>;
  };
  readonly notices: Readonly<Record<NoticeCode, string>>;
  readonly faults: Readonly<Record<FaultCode, MessageTexts>>;
  readonly again: string;
  readonly back: string;
  readonly telephone: {
    readonly heading: string;
    readonly hours: string;
    readonly charge: string;
  };
}

/** What each language calls itself. */
export const languageNames: Readonly<Record<FormLanguage, string>> = {
  ja: "日本語",
  easy: "やさしい日本語",
  en: "English",
};
