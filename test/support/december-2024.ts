import { expect } from "vitest";
import { type Case, caseOfWebForm } from "../../domain/case/case.ts";
import { receiptNumberOf } from "../../domain/case/receipt-number.ts";
import { dateAt } from "../../domain/japan-time.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { answerEscalation, answerInquirer } from "../../usecases/cases/answer-escalation.ts";
import { enterNaviDial } from "../../usecases/reports/enter-navi-dial.ts";
import { escalateCase } from "../../usecases/cases/escalate-case.ts";
import { addProposal, setProposalState } from "../../usecases/reports/propose-improvement.ts";
import { anAbandonedCall, anAnsweredCall, anOutboundCall, anUnqueuedCall, at } from "./contacts.ts";
import { aDesk } from "./desk.ts";
import { takes } from "./takes.ts";

/** A written inquiry of a time, each from another address. */
function anInquiry(name: string, received: string, category: string, other: Partial<Case> = {}): Case {
  const receivedAt = at(received);
  return {
    ...caseOfWebForm({
      programme: kobatonAlkoo.id,
      receiptNumber: receiptNumberOf(dateAt(receivedAt), name),
      submissionId: name,
      receivedAt,
      dueAt: receivedAt,
      category,
      content: "ポイントの付与",
      attributes: {},
      replyTo: { by: "mail", mail: `${name}@example.jp` },
    }),
    ...other,
  };
}

/** Talk 540 s, hold 30 s, after-call work 30 s: 600 s in all. */
const longCall = { interactionSeconds: 540, holdSeconds: 30, afterContactWorkSeconds: 30 };

/** A desk with the calls, inquiries, questions and proposals of December 2024, and some of the months around it. */
export async function decemberDesk(): Promise<ReturnType<typeof aDesk>> {
  const desk = aDesk("2024-12-03T09:30");
  await takes(
    desk,
    // Monday the 2nd, 10 o'clock: two answered (600 and 600 s), one given up after 61 s. 11 o'clock: one given up after 3 s.
    anAnsweredCall("d-1", "2024-12-02T10:00", longCall),
    anAnsweredCall("d-2", "2024-12-02T10:59:59", longCall),
    anAbandonedCall("d-3", "2024-12-02T10:30", 61),
    anAbandonedCall("d-4", "2024-12-02T11:00", 3),
    // Tuesday the 3rd: asked to be called back at 16:50, reached the same day at 16:58; another one never reached.
    anAbandonedCall("d-5", "2024-12-03T16:50", 90),
    anOutboundCall("d-6", "2024-12-03T16:58", {
      initiationMethod: "CALLBACK",
      previousContactId: "d-5",
      connectedToSystemAt: at("2024-12-03T16:58:10"),
    }),
    anOutboundCall("d-7", "2024-12-03T09:00"),
    // Sunday the 8th, closed. Friday the 27th, the last day: one answered (390 s), one that ended in the menu.
    anUnqueuedCall("d-8", "2024-12-08T12:00", "CONTACT_FLOW_DISCONNECT"),
    anAnsweredCall("d-9", "2024-12-27T16:59:59"),
    anUnqueuedCall("d-10", "2024-12-27T09:00", "CUSTOMER_DISCONNECT"),
    // November's and January's.
    anAnsweredCall("n-1", "2024-11-29T10:00"),
    anAnsweredCall("j-1", "2025-01-06T09:00"),
  );
  const inquiries = [
    // Written in December: four about steps (C04), all of them with the word 抽選, three with the word 歩数.
    ...["a", "b", "c"].map((name) =>
      anInquiry(name, "2024-12-10T10:15", "C04", {
        content: "抽選と歩数",
        attributes: { ageBand: "60代" },
        dueAt: at("2024-12-13T10:15"),
      }),
    ),
    anInquiry("d", "2024-12-08T22:10", "C04", { content: "抽選", attributes: { device: "iPhone" } }),
    // Written in November: one about steps, three about points.
    anInquiry("e", "2024-11-01T10:00", "C04"),
    ...["f", "g", "h"].map((name) => anInquiry(name, "2024-11-05T10:00", "C05")),
  ];
  for (const one of inquiries) await desk.cases.open(one);
  await entersWhatPeopleEnter(desk, inquiries);
  return desk;
}

/** Questions outside the manual, proposals and Navi-Dial's figures, each at its time. */
async function entersWhatPeopleEnter(desk: ReturnType<typeof aDesk>, inquiries: readonly Case[]) {
  const numberOf = (submissionId: string) =>
    inquiries.find(({ origin }) => origin.kind === "web-form" && origin.submissionId === submissionId)
      ?.receiptNumber ?? "";
  const escalate = async (when: string, name: string, to: string) => {
    desk.now = at(when);
    return escalateCase(desk)(numberOf(name), { to, question: "花子さんの件です。", staff: "OP01" });
  };
  const done = [
    // Still open, of an inquiry that had to be answered long ago.
    await escalate("2024-11-29T16:00", "e", "app-operator"),
    await escalate("2024-12-10T11:00", "a", "prefecture"),
    await during("2024-12-12T15:00", () =>
      answerEscalation(desk)(numberOf("a"), 1, { answer: "可", staff: "OP02" }),
    ),
    await during("2024-12-13T10:00", () => answerInquirer(desk)(numberOf("a"), 1, "OP01")),
    await during("2024-12-05T10:00", () => addProposal(desk)(aProposal)),
    await during("2024-12-20T10:00", () => setProposalState(desk)(1, "adopted", "SV01")),
    await during("2025-01-10T10:00", () => setProposalState(desk)(1, "done", "SV01")),
    await during("2025-01-10T10:00", () =>
      enterNaviDial(desk)({ month: "2024-12", busy: "12", closed: "34", staff: "SV01" }),
    ),
  ];
  expect(done.map(({ ok }) => ok)).toEqual(done.map(() => true));

  async function during<Answer>(when: string, work: () => Promise<Answer>): Promise<Answer> {
    desk.now = at(when);
    return work();
  }
}

const aProposal = {
  theme: "抽選",
  issue: "抽選の時期の質問が多い。",
  proposal: "アプリに抽選日を載せる。",
  owner: "app-operator",
  staff: "SV01",
};
