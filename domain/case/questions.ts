import type { Case } from "./case.ts";
import type { Escalation } from "./escalation.ts";

/** How the questions of a case that were put to the prefecture stand: one of them waits for its answer, or none does. */
export type CaseQuestions = "open" | "answered";

/** Undefined for a case of which the prefecture was asked nothing. */
export function questionsOf(kept: Pick<Case, "escalations">): CaseQuestions | undefined {
  const questions = questionsToPrefecture(kept);
  if (questions.length === 0) return undefined;
  return questions.some(({ state }) => state === "asked") ? "open" : "answered";
}

/** What was asked of the prefecture, in order of number; questions to others are not among them. */
export function questionsToPrefecture({
  escalations = [],
}: Pick<Case, "escalations">): readonly Escalation[] {
  return escalations.filter(({ to }) => to === "prefecture");
}
