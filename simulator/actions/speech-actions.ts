import { optionalText, requiredText, speechOf, unspeakable, wholeNumber } from "../action-parameters.ts";
import { isObject } from "../flow-document.ts";
import { type ActionRule, changed, failed, flowMistake } from "../step.ts";

/** A shorter interruption can throw a caller who is being offered into the error branch (AWS, loop prompts). */
const shortestInterruptSeconds = 21;

/** The blocks that speak. */
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

  /** Messages round and round while the caller waits in the queue or on hold. */
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
