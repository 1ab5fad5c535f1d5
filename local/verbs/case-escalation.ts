import type { Case } from "../../domain/case/case.ts";
import { addresseeNames, escalationStateNames } from "../../domain/case/escalation.ts";
import { printedReceiptNumber } from "../../domain/case/receipt-number.ts";
import { missingToClose } from "../../domain/case/status-rules.ts";
import { formatMinute } from "../../domain/japan-time.ts";
import type { Result } from "../../domain/result.ts";
import { casesOf, specialDaysOf } from "../../lambdas/edge/composition.ts";
import { answerEscalation, answerInquirer } from "../../usecases/cases/answer-escalation.ts";
import { escalateCase, type EscalationServices } from "../../usecases/cases/escalate-case.ts";
import { commonOptions, done, type Outcome, readWords, type Verb, wrongUse } from "./verb.ts";
import { deskHelp, deskOptions, withDesk } from "./with-desk.ts";

const options = { ...commonOptions, ...deskOptions, staff: { type: "string" } } as const;

type Values = Parameters<typeof withDesk>[0] & { readonly json?: boolean | undefined };

export const caseEscalate: Verb = {
  name: "case escalate",
  help: `case escalate NUMBER --to prefecture|app-operator --question TEXT --staff CODE [--deployed] [--json]
Puts a question outside the manual to the prefecture or to the app operator. NUMBER is the case's receipt number. The clock
of the inquirer's answer stands until they answer. Write nothing into the question that says who asks.
${deskHelp}`,
  async run(words) {
    const read = readWords(words, ["NUMBER"], {
      ...options,
      to: { type: "string" },
      question: { type: "string" },
    } as const);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const [number = ""] = positionals;
    const { to, question, staff } = values;
    if (to === undefined) return wrongUse("--to is missing: say who is asked, prefecture or app-operator.");
    if (question === undefined) return wrongUse("--question TEXT is missing: say what is asked.");
    if (staff === undefined) return wrongUse("--staff CODE is missing: say who asks.");
    return changed(values, (services) => escalateCase(services)(number, { to, question, staff }));
  },
};

export const caseEscalationAnswer: Verb = {
  name: "case escalation-answer",
  help: `case escalation-answer NUMBER ESCALATION --answer TEXT --staff CODE [--deployed] [--json]
Writes down what the addressee of a case's escalation answered. ESCALATION is its number within the case, from 1.
${deskHelp}`,
  async run(words) {
    const read = readWords(words, ["NUMBER", "ESCALATION"], {
      ...options,
      answer: { type: "string" },
    } as const);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const [number = "", escalation] = positionals;
    const { answer, staff } = values;
    if (answer === undefined) return wrongUse("--answer TEXT is missing: say what was answered.");
    if (staff === undefined) return wrongUse("--staff CODE is missing: say who writes it down.");
    return changed(values, (services) =>
      answerEscalation(services)(number, Number(escalation), { answer, staff }),
    );
  },
};

export const caseAnsweredBack: Verb = {
  name: "case answered-back",
  help: `case answered-back NUMBER ESCALATION --staff CODE [--deployed] [--json]
Keeps that the inquirer was told the answer of an escalation. The last one closes a case that has a category and an answer.
${deskHelp}`,
  async run(words) {
    const read = readWords(words, ["NUMBER", "ESCALATION"], options);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const [number = "", escalation] = positionals;
    const { staff } = values;
    if (staff === undefined) return wrongUse("--staff CODE is missing: say who told the inquirer.");
    return changed(values, (services) => answerInquirer(services)(number, Number(escalation), staff));
  },
};

async function changed(
  values: Values,
  change: (services: EscalationServices) => Promise<Result<Case>>,
): Promise<Outcome> {
  return withDesk(values, async ({ programme, world }) => {
    const services = {
      programme,
      clock: world.clock,
      cases: casesOf(world),
      specialDays: specialDaysOf(world),
    };
    const answer = await change(services);
    if (!answer.ok) return wrongUse(answer.problem);
    return done(...(values.json ? [JSON.stringify(standing(answer.value))] : inWords(answer.value)));
  });
}

/** How a case stands, without what it says about a person. */
function standing({ receiptNumber, status, dueAt, minutesLeft, escalations = [] }: Case) {
  const asked = escalations.map(({ number, to, state }) => ({ number, to, state }));
  return {
    receiptNumber,
    status,
    dueAt: dueAt ?? null,
    minutesLeft: minutesLeft ?? null,
    escalations: asked,
  };
}

function inWords(kept: Case): string[] {
  const { receiptNumber, dueAt, minutesLeft, escalations = [] } = kept;
  const clock =
    minutesLeft === undefined
      ? `回答期限 ${dueAt === undefined ? "—" : formatMinute(dueAt)}`
      : `回答期限は照会中のため停止（残り ${minutesLeft.toFixed(1)} 営業分）`;
  return [
    `${printedReceiptNumber(receiptNumber)} ${clock}`,
    ...notClosed(kept),
    ...escalations.map(
      ({ number, to, state }) => `照会 ${number} ${addresseeNames[to]}: ${escalationStateNames[state]}`,
    ),
  ];
}

/** What a case of which all was told lacks to be closed. */
function notClosed(kept: Case): string[] {
  const { escalations = [], status } = kept;
  const missing = status === "in-progress" ? missingToClose(kept) : undefined;
  return missing !== undefined && escalations.every(({ state }) => state === "answered-back")
    ? [missing]
    : [];
}
