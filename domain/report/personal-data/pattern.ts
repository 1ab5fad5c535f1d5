import type { PersonalDataKind } from "./finding.ts";

/** One way in which personal data is written. */
export interface Pattern {
  readonly kind: PersonalDataKind;
  readonly expression: RegExp;
  /** Kanji digits are read as digits. @default false */
  readonly readsKanjiDigits?: true;
  /** Whether a match is left out after all. @default none is */
  readonly isHarmless?: (matched: string) => boolean;
}
