import type { Instant } from "../japan-time.ts";

/**
 * 照会: a question outside the manual (マニュアル範囲外), put to the prefecture or to the app operator; what they answer, the
 * desk tells the inquirer (R24, R25).
 *
 *     asked ──answer──▶ answered ──told to the inquirer──▶ answered-back
 *
 * While an addressee has a question, the clock of the inquirer's answer stands (`Case.minutesLeft`); when the last open one
 * is answered, it goes on with exactly the minutes of opening hours that were left.
 */
export type Escalation = AskedEscalation | AnsweredEscalation | AnsweredBackEscalation;

/** What is asked, of whom, and by whom. */
export interface Question {
  /** From 1, within its case. */
  readonly number: number;
  readonly to: Addressee;
  readonly question: string;
  readonly askedAt: Instant;
  /** A staff code. */
  readonly askedBy: string;
}

export interface Answer {
  readonly answer: string;
  readonly answeredAt: Instant;
  /** The staff code of who wrote the answer down. */
  readonly answeredBy: string;
}

interface AskedEscalation extends Question {
  readonly state: "asked";
}

interface AnsweredEscalation extends Question, Answer {
  readonly state: "answered";
}

interface AnsweredBackEscalation extends Question, Answer {
  readonly state: "answered-back";
  readonly answeredBackAt: Instant;
  readonly answeredBackBy: string;
  /** By when the inquirer was to be answered; absent where the clock still stood for another question. */
  readonly dueAt?: Instant;
}

/** Who is asked: the prefecture (県), or the operator of the app (アプリ事業者). */
export type Addressee = "prefecture" | "app-operator";

export const addresseeNames: Readonly<Record<Addressee, string>> = {
  prefecture: "県",
  "app-operator": "アプリ事業者",
};

export const escalationStateNames: Readonly<Record<Escalation["state"], string>> = {
  asked: "照会中",
  answered: "回答あり・相談者へ未回答",
  "answered-back": "相談者へ回答済",
};

/** Whether a text is an addressee's code. */
export function isAddressee(text: string): text is Addressee {
  return Object.hasOwn(addresseeNames, text);
}
