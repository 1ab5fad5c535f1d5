import type { TrainingSettings } from "../../../domain/training/script.ts";
import { difficultCalls } from "./difficult-calls.ts";
import { everydayCalls } from "./everyday-calls.ts";
import { trainingQuestions } from "./questions.ts";

/**
 * For training before 1 July, and for whoever joins later (R55). The callers, their words and the answers are invented. It is
 * made when it is asked for, so that a handler that asks for none has none of it in its bundle.
 */
export function training(): TrainingSettings {
  return { scripts: [...everydayCalls, ...difficultCalls], faq: trainingQuestions };
}
