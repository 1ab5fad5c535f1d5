import { optionalText, requiredText, speechOf, unspeakable, wholeNumber } from "../action-parameters.ts";
import { isObject } from "../flow-document.ts";
import { type ActionRule, changed, failed, flowMistake } from "../step.ts";

/** The console's largest time limit for an input (AWS administrator guide). */
const longestInputSeconds = 179;

/** A shorter interruption can throw a caller who is being offered into the error branch (AWS, loop prompts). */
const shortestInterruptSeconds = 21;

/** The blocks that speak and listen. */
export const speechActions: Readonly<Record<string, ActionRule>> = {
  /** Who speaks from here on; it has no error branch. */
  UpdateContactTextToSpeechVoice: (situation) =>
    changed(situation, { TextToSpeechVoiceId: requiredText(situation, "TextToSpeechVoice") }),

  /** The caller can only listen, or hang up. */
  MessageParticipant(situation) {
    const speech = speechOf(situation);
    const problem = unspeakable(speech);
    return problem ? failed(problem) : { does: "speak", speech };
  },

  /** A menu of one key; the prompt is cut short by the key. */
  GetParticipantInput(situation) {
    if (optionalText(situation, "StoreInput") === "True")
      throw flowMistake(situation, "stored input is not simulated.");
    const speech = speechOf(situation);
    const problem = unspeakable(speech);
    if (problem) return failed(problem);
    const limit = requiredText(situation, "InputTimeLimitSeconds");
    return { does: "listen", speech, limitSeconds: wholeNumber(situation, limit, 1, longestInputSeconds) };
  },

  /** Messages round and round while the caller waits in the queue. */
  MessageParticipantIteratively(situation) {
    const messages = situation.action.Parameters["Messages"];
    if (!Array.isArray(messages) || messages.length === 0)
      throw flowMistake(situation, "it has no Messages.");
    const speeches = messages.map((message) => speechOf(situation, isObject(message) ? message : {}));
    const problem = speeches.map(unspeakable).find((each) => each !== undefined);
    if (problem) return failed(problem);
    const interrupt = optionalText(situation, "InterruptFrequencySeconds");
    const interruptSeconds = interrupt && wholeNumber(situation, interrupt, shortestInterruptSeconds, 86_400);
    return { does: "repeat", speeches, interruptSeconds: interruptSeconds || undefined };
  },
};
