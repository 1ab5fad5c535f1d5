import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Case, caseOfCall } from "../../../domain/case/case.ts";
import type { Incident } from "../../../domain/incident/incident.ts";
import type { RegistrationEntry } from "../../../domain/registration/registration.ts";
import type { TrainingEvent } from "../../../domain/training/dialogue.ts";
import { expectedText, judgeTraining, type WhatHappened } from "../../../domain/training/judge.ts";
import type { ExpectedThing, TrainingScript } from "../../../domain/training/script.ts";
import { training } from "../../../programmes/kobaton-alkoo/training/training.ts";
import { at } from "../../support/contacts.ts";

const words = { category: (code: string) => (code === "C04" ? "歩数" : code) };
const minute = (n: number) => at("2024-07-01T10:00") + n * 60_000;

const plainCase: Case = caseOfCall({
  programme: "p",
  receiptNumber: "419800000017",
  contactId: "c",
  arrivedAt: minute(0),
});

const events: readonly TrainingEvent[] = [
  { at: minute(1), what: "answered" },
  { at: minute(2), what: "spoke" },
  { at: minute(3), what: "ended" },
];

const nothing: WhatHappened = { events: [], registrations: [], faqUses: 0 };

function incidentOf(...timeline: Incident["timeline"]): Incident {
  return { contactId: "c", timeline, version: 1 };
}

const suspected = { at: minute(1), by: "OP01", what: "suspected" } as const;
const asked = { at: minute(2), by: "OP01", what: "accommodation-asked" } as const;
const said = (n: number) => ({ at: minute(n), by: "OP01", what: "said", step: "facts" }) as const;

function lookedUp(steps: readonly string[]): RegistrationEntry {
  return {
    operationId: "operation-1",
    receiptNumber: plainCase.receiptNumber,
    what: "looked-up",
    at: minute(2),
    by: "OP01",
    steps,
    items: ["account"],
    reason: "照会",
  };
}

const question = {
  number: 1,
  to: "prefecture",
  question: "期限はいつですか。",
  askedAt: minute(2),
  askedBy: "OP01",
  state: "asked",
} as const;

const requested = { at: minute(2), what: "callback-requested" } as const;
const withCase = (more: Partial<Case>): WhatHappened => ({ ...nothing, case: { ...plainCase, ...more } });

interface Row {
  readonly expected: ExpectedThing;
  readonly met: readonly WhatHappened[];
  readonly open: readonly WhatHappened[];
}

/** What meets each expectation, and what leaves it open; every row was decided by reading the manual's sentence, not the code. */
const rows: readonly Row[] = [
  {
    expected: { kind: "category", oneOf: ["C04", "C05"] },
    met: [withCase({ category: "C04" }), withCase({ category: "C05" })],
    open: [nothing, withCase({}), withCase({ category: "C14" })],
  },
  {
    expected: { kind: "written", field: "content" },
    met: [withCase({ content: "歩数が増えない。" })],
    open: [nothing, withCase({}), withCase({ content: " 　" }), withCase({ answer: "案内した。" })],
  },
  {
    expected: { kind: "written", field: "answer" },
    met: [withCase({ answer: "案内した。" })],
    open: [nothing, withCase({ content: "歩数が増えない。" })],
  },
  {
    expected: { kind: "status", oneOf: ["closed"] },
    met: [withCase({ status: "closed" })],
    open: [nothing, withCase({}), withCase({ status: "referred" })],
  },
  {
    expected: { kind: "escalated", to: "prefecture" },
    met: [withCase({ escalations: [question] })],
    open: [nothing, withCase({}), withCase({ escalations: [{ ...question, to: "app-operator" }] })],
  },
  {
    expected: { kind: "not-escalated" },
    met: [withCase({})],
    open: [nothing, withCase({ escalations: [question] })],
  },
  {
    expected: { kind: "callback-promised" },
    met: [withCase({ history: [...plainCase.history, requested] })],
    open: [nothing, withCase({})],
  },
  {
    expected: { kind: "faq-used" },
    met: [{ ...withCase({}), faqUses: 1 }],
    open: [nothing, withCase({})],
  },
  {
    expected: { kind: "registration", what: "looked-up" },
    met: [{ ...withCase({}), registrations: [lookedUp(["name", "birth-date"])] }],
    open: [
      nothing,
      { ...nothing, registrations: [lookedUp([])] },
      { ...nothing, registrations: [{ ...lookedUp(["name"]), what: "changed" }] },
    ],
  },
  {
    expected: { kind: "heard-out" },
    met: [{ ...nothing, events }],
    open: [nothing, { ...nothing, events: events.filter(({ what }) => what !== "spoke") }],
  },
  {
    expected: { kind: "transferred", oneOf: ["leader"] },
    met: [{ ...nothing, events: [{ at: minute(3), what: "transferred", to: "leader" }] }],
    open: [nothing, { ...nothing, events: [{ at: minute(3), what: "transferred", to: "supervisor" }] }],
  },
  {
    expected: { kind: "harassment-suspected" },
    met: [{ ...nothing, incident: incidentOf(suspected) }],
    open: [nothing],
  },
  {
    expected: { kind: "harassment-not-suspected" },
    met: [nothing],
    open: [{ ...nothing, incident: incidentOf(suspected) }],
  },
  {
    expected: { kind: "accommodation-first" },
    met: [
      { ...nothing, incident: incidentOf(suspected, asked) },
      { ...nothing, incident: incidentOf(suspected, asked, said(3)) },
      { ...nothing, incident: incidentOf(said(3), asked, suspected) },
    ],
    open: [
      nothing,
      { ...nothing, incident: incidentOf(suspected) },
      { ...nothing, incident: incidentOf(suspected, said(1), asked) },
    ],
  },
  {
    expected: { kind: "ended-with", oneOf: ["threat"] },
    met: [
      { ...nothing, incident: incidentOf({ at: minute(2), by: "OP01", what: "ended", reason: "threat" }) },
    ],
    open: [
      nothing,
      { ...nothing, incident: incidentOf(suspected) },
      { ...nothing, incident: incidentOf({ at: minute(2), by: "OP01", what: "ended", reason: "long" }) },
    ],
  },
  {
    expected: { kind: "no-personal-data" },
    met: [
      withCase({ content: "歩数が増えない。" }),
      withCase({ answer: "受付時間は0570-015566で案内した。" }),
    ],
    open: [
      nothing,
      withCase({}),
      withCase({ content: "電話は090-1234-5678。" }),
      withCase({ content: "歩数", escalations: [{ ...question, question: "山田太郎様の件。" }] }),
    ],
  },
];

function aScript(expected: ExpectedThing): TrainingScript {
  return {
    id: "s",
    title: "台本",
    trains: "練習",
    caller: { keys: [] },
    lines: [{ says: "もしもし。" }, { says: "ありがとう。" }],
    expectations: [{ ...expected, manual: "手引きの文。" }],
  };
}

function judged(expected: ExpectedThing, happened: WhatHappened) {
  const [outcome] = judgeTraining(aScript(expected), happened, words);
  if (!outcome) throw new Error("Nothing was judged.");
  return outcome;
}

describe("how a training went", () => {
  test.each(rows)(
    "$expected.kind is met by what meets it, and by nothing else",
    ({ expected, met, open }) => {
      expect(met.length * open.length).toBeGreaterThan(0);
      for (const happened of met) expect(judged(expected, happened)).toMatchObject({ isMet: true });
      for (const happened of open) expect(judged(expected, happened)).toMatchObject({ isMet: false });
    },
  );

  test("every kind of expectation is in the table above, and says what it wants and what was found in a Japanese sentence", () => {
    const kinds = new Set(rows.map(({ expected }) => expected.kind));
    const used = training().scripts.flatMap(({ expectations }) => expectations.map(({ kind }) => kind));
    expect(used.filter((kind) => !kinds.has(kind))).toEqual([]);
    expect(kinds.size).toBe(15);
    for (const { expected, met, open } of rows)
      for (const happened of [...met, ...open]) {
        const outcome = judged(expected, happened);
        expect(outcome.why).toMatch(/^[^a-z]+。$/);
        expect(outcome.expected).toMatch(/\p{Script=Han}|\p{Script=Hiragana}/u);
        expect(outcome.manual).toBe("手引きの文。");
      }
  });

  test("a category is called by its name, and what was found is said", () => {
    const outcome = judged({ kind: "category", oneOf: ["C04"] }, withCase({ category: "C14" }));
    expect(outcome).toEqual({
      expected: "相談内容分類を「歩数」にする",
      isMet: false,
      why: "分類は「C14」です。",
      manual: "手引きの文。",
    });
    expect(expectedText({ kind: "transferred", oneOf: ["leader", "supervisor"] }, words)).toBe(
      "LDまたはSVに代わる",
    );
  });

  test("what happened may be told in any order: the same is met and the same is open", () => {
    const full: WhatHappened = {
      events,
      case: {
        ...plainCase,
        category: "C04",
        content: "電話は090-1234-5678、山田様。",
        escalations: [question, { ...question, number: 2, to: "app-operator" }],
        history: [...plainCase.history, requested],
      },
      incident: incidentOf(suspected, asked, said(3), {
        at: minute(4),
        by: "OP01",
        what: "ended",
        reason: "threat",
      }),
      registrations: [lookedUp(["name"]), { ...lookedUp(["name"]), what: "changed" }, lookedUp(["name"])],
      faqUses: 2,
    };
    const script: TrainingScript = {
      ...aScript({ kind: "heard-out" }),
      expectations: rows.map(({ expected }) => ({ ...expected, manual: "" })),
    };
    const inOrder = judgeTraining(script, full, words);
    expect(new Set(inOrder.map(({ isMet }) => isMet))).toEqual(new Set([true, false]));
    const shuffled = <One>(all: readonly One[]) => fc.shuffledSubarray([...all], { minLength: all.length });
    fc.assert(
      fc.property(
        shuffled(full.events),
        shuffled(full.case?.history ?? []),
        shuffled(full.case?.escalations ?? []),
        shuffled(full.incident?.timeline ?? []),
        shuffled(full.registrations),
        (anyEvents, history, escalations, timeline, registrations) => {
          const told: WhatHappened = {
            ...full,
            events: anyEvents,
            case: { ...plainCase, ...full.case, history, escalations },
            incident: incidentOf(...timeline),
            registrations,
          };
          expect(judgeTraining(script, told, words)).toEqual(inOrder);
        },
      ),
    );
  });
});
