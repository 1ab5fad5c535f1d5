import { type Case, caseStatusNames } from "../case/case.ts";
import { addresseeNames } from "../case/escalation.ts";
import { endingReasonNames, type Incident } from "../incident/incident.ts";
import { type RegistrationEntry, registrationNames } from "../registration/registration.ts";
import { personalDataNames } from "../report/personal-data/finding.ts";
import { personalDataIn } from "../report/personal-data/personal-data.ts";
import { saidLines, type TrainingEvent } from "./dialogue.ts";
import type { ExpectedThing, TrainingScript, TransferTarget } from "./script.ts";

/** Everything that came of a call of training, in whatever order it is told. */
export interface WhatHappened {
  readonly events: readonly TrainingEvent[];
  /** Absent where nobody answered the call. */
  readonly case?: Case;
  readonly incident?: Incident;
  /** What was done in the app vendor's tool for the case. */
  readonly registrations: readonly RegistrationEntry[];
  /** How many entries of the FAQ were used in the case. */
  readonly faqUses: number;
}

/** Whether an expectation was met, and what was found. No points are given. */
export interface TrainingOutcome {
  readonly expected: string;
  readonly isMet: boolean;
  readonly why: string;
  readonly manual: string;
}

interface Found {
  readonly isMet: boolean;
  readonly why: string;
}

/** What is called how, for the sentences. */
export interface TrainingWords {
  /** A category's name by its code. */
  category(code: string): string;
}

/** Looks at each expectation of a script, in the script's order. The same happenings in another order give the same answer. */
export function judgeTraining(
  script: TrainingScript,
  happened: WhatHappened,
  words: TrainingWords,
): TrainingOutcome[] {
  return script.expectations.map((expectation) => {
    const look = looks[expectation.kind] as Look<ExpectedThing["kind"]>;
    const found = look(expectation, { script, happened, words });
    return { expected: expectedText(expectation, words), ...found, manual: expectation.manual };
  });
}

/** What is expected, in a few words. */
export function expectedText(expected: ExpectedThing, words: TrainingWords): string {
  const text = texts[expected.kind] as ExpectedText<ExpectedThing["kind"]>;
  return text(expected, words);
}

type Kind = ExpectedThing["kind"];
type Expected<Of extends Kind> = Extract<ExpectedThing, { readonly kind: Of }>;
type ExpectedText<Of extends Kind> = (expected: Expected<Of>, words: TrainingWords) => string;

const fieldTexts = { content: "相談内容を書く", answer: "何を答えたかを書く" } as const;
const targetNames: Readonly<Record<TransferTarget, string>> = { leader: "LD", supervisor: "SV" };

const texts: { readonly [Of in Kind]: ExpectedText<Of> } = {
  category: ({ oneOf }, words) => `相談内容分類を${named(oneOf.map((code) => words.category(code)))}にする`,
  written: ({ field }) => fieldTexts[field],
  status: ({ oneOf }) => `状況を${named(oneOf.map((status) => caseStatusNames[status]))}にする`,
  escalated: ({ to }) => `${addresseeNames[to]}へ照会する`,
  "not-escalated": () => "照会しないで、その場で答える",
  "callback-promised": () => "折返し架電を約束して登録する",
  "faq-used": () => "想定質問・回答集から答え、使ったと記録する",
  registration: ({ what }) => `登録情報の「${registrationNames[what]}」を、本人確認のあとに記録する`,
  "heard-out": () => "相談者の話を最後まで聞く",
  transferred: ({ oneOf }) => `${oneOf.map((to) => targetNames[to]).join("または")}に代わる`,
  "harassment-suspected": () => "カスハラの疑いを報告する",
  "harassment-not-suspected": () => "カスハラとして扱わない",
  "accommodation-first": () => "お断りより先に、必要な配慮を尋ねる",
  "ended-with": ({ oneOf }) =>
    `終えた理由を${named(oneOf.map((reason) => endingReasonNames[reason]))}と記録する`,
  "no-personal-data": () => "相談内容や照会に、氏名や電話番号を書かない",
};

interface LookedAt {
  readonly script: TrainingScript;
  readonly happened: WhatHappened;
  readonly words: TrainingWords;
}

type Look<Of extends Kind> = (expected: Expected<Of>, at: LookedAt) => Found;

const looks: { readonly [Of in Kind]: Look<Of> } = {
  category: inCase(({ oneOf }, kept, { words }) => categoryOf(oneOf, kept, words)),
  written: inCase(({ field }, kept) =>
    (kept[field] ?? "").trim() === "" ? open("まだ書かれていません。") : met("書かれています。"),
  ),
  status: inCase(({ oneOf }, { status }) =>
    told(oneOf.includes(status), `状況は「${caseStatusNames[status]}」です。`),
  ),
  escalated: inCase(({ to }, kept) =>
    told(
      (kept.escalations ?? []).some((one) => one.to === to),
      escalationsOf(kept),
    ),
  ),
  "not-escalated": inCase((_expected, kept) =>
    told((kept.escalations ?? []).length === 0, escalationsOf(kept)),
  ),
  "callback-promised": inCase((_expected, { history }) =>
    history.some(({ what }) => what === "callback-requested")
      ? met("折返し架電を登録しました。")
      : open("折返し架電が登録されていません。"),
  ),
  "faq-used": inCase((_expected, _kept, { happened }) =>
    happened.faqUses > 0
      ? met("使った回答が記録されています。")
      : open("想定質問・回答集を使った記録がありません。"),
  ),
  registration: ({ what }, { happened }) => registrationIn(happened, what),
  "heard-out": (_expected, { script, happened }) => {
    const left = script.lines.length - saidLines(script, happened.events).length;
    return left === 0 ? met("最後まで聞きました。") : open(`話の途中で通話が終わりました（残り${left}つ）。`);
  },
  transferred: ({ oneOf }, { happened }) => {
    const to = happened.events.find(({ what }) => what === "transferred")?.to;
    return to === undefined
      ? open("誰にも代わっていません。")
      : told(oneOf.includes(to), `${targetNames[to]}に代わりました。`);
  },
  "harassment-suspected": (_expected, { happened }) =>
    happened.incident ? met("LDとSVに知らせました。") : open("カスハラの疑いが報告されていません。"),
  "harassment-not-suspected": (_expected, { happened }) =>
    happened.incident
      ? open("カスハラの疑いとして報告されています。")
      : met("カスハラとして扱いませんでした。"),
  "accommodation-first": (_expected, { happened }) => accommodationFirst(happened.incident),
  "ended-with": ({ oneOf }, { happened }) => {
    const reason = happened.incident?.timeline.find(({ what }) => what === "ended")?.reason;
    return reason === undefined
      ? open("終えた理由の記録がありません。")
      : told(oneOf.includes(reason), `「${endingReasonNames[reason]}」と記録されています。`);
  },
  "no-personal-data": inCase((_expected, kept) => personalData(kept)),
};

function met(why: string): Found {
  return { isMet: true, why };
}

function open(why: string): Found {
  return { isMet: false, why };
}

function told(isMet: boolean, why: string): Found {
  return { isMet, why };
}

/** What can be looked at only in a case is open where there is none. */
function inCase<Of extends Kind>(
  look: (expected: Expected<Of>, kept: Case, at: LookedAt) => Found,
): Look<Of> {
  return (expected, at) =>
    at.happened.case
      ? look(expected, at.happened.case, at)
      : open("この通話の案件がありません。電話に出ると、案件ができます。");
}

function categoryOf(oneOf: readonly string[], { category: code }: Case, words: TrainingWords): Found {
  if (code === undefined) return open("分類がまだ選ばれていません。");
  return told(oneOf.includes(code), `分類は「${words.category(code)}」です。`);
}

function escalationsOf({ escalations = [] }: Case): string {
  const asked = [...new Set(escalations.map(({ to }) => addresseeNames[to]))].sort().join("と");
  return asked === "" ? "照会していません。" : `${asked}へ照会しました。`;
}

/** The tool's log takes no entry before every step of the identification is ticked. */
function registrationIn({ registrations }: WhatHappened, what: RegistrationEntry["what"]): Found {
  const entries = registrations.filter((one) => one.what === what);
  if (entries.length === 0) return open("この案件に、登録情報の操作の記録がありません。");
  return entries.every(({ steps }) => steps.length > 0)
    ? met("本人確認を済ませて記録しました。")
    : open("本人確認の記録がありません。");
}

function accommodationFirst(incident: Incident | undefined): Found {
  const firstAt = (...whats: string[]) =>
    Math.min(...(incident?.timeline ?? []).filter(({ what }) => whats.includes(what)).map(({ at }) => at));
  const asked = firstAt("accommodation-asked");
  if (asked === Infinity) return open("必要な配慮を尋ねた記録がありません。");
  return asked <= firstAt("said", "ended")
    ? met("先に必要な配慮を尋ねました。")
    : open("配慮を尋ねる前に、お断りの文を伝えるか通話を終えています。");
}

/** What is written for others to read: what was asked and answered, and the questions that were put on. */
function personalData({ content = "", answer = "", escalations = [] }: Case): Found {
  const written = [content, answer, ...escalations.map(({ question }) => question)];
  const kinds = new Set(written.flatMap(personalDataIn).map(({ kind }) => personalDataNames[kind]));
  if (kinds.size > 0) return open(`${[...kinds].sort().join("、")}と思われる文字があります。`);
  return written.every((text) => text.trim() === "")
    ? open("まだ何も書かれていないので、確かめられません。")
    : met("氏名や電話番号は見つかりませんでした。");
}

function named(names: readonly string[]): string {
  return names.map((name) => `「${name}」`).join("または");
}
