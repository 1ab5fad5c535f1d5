import { describedAction } from "../../catalogue/actions.ts";
import { spokenWords } from "../block-words.ts";
import type { Holding } from "../model.ts";
import type { Place } from "../place.ts";

/** Words that tell a caller of the recording; what a recorded prompt says is not known and is taken to. */
const notice = /録音|record/i;

/** The blocks that speak. */
export const speechSteps: Readonly<Record<string, (place: Place) => void>> = {
  MessageParticipant(place) {
    const words = spokenWords(place.action).join("");
    const closing = isClosing(place);
    const tried = closing && !words.includes("$.") ? "tried" : "nothing";
    const said = place.holding("said", closing ? "words" : "nothing");
    const heard = place.callerHears ? [said, ...noticeIn(place)] : [];
    place.step(place.next(), "goes on", `「${words}」を聞く`, heard);
    place.step(place.error("NoMatchingError"), "fault", "音声を再生できない", [place.holding("said", tried)]);
  },

  /** Messages go round until they are interrupted, an operator answers or the caller hangs up. */
  MessageParticipantIteratively(place) {
    const words = spokenWords(place.action).join(" ");
    for (const { NextAction } of place.action.Transitions.Conditions ?? [])
      place.step(place.builder.block(place.use, NextAction), "goes on", `「${words}」を聞きながら待つ`, [
        ...place.silent,
        ...(place.callerHears ? noticeIn(place) : []),
      ]);
    place.step(place.error("NoMatchingError"), "fault", "音声を再生できない", place.silent);
  },

  /** A voice that cannot be set, although the flow tried, is no mistake of the flow. */
  UpdateContactTextToSpeechVoice(place) {
    const tried = [place.holding("voice", "set")];
    place.step(place.next(), "goes on", "", tried);
    if (place.hasError("NoMatchingError"))
      place.step(place.error("NoMatchingError"), "fault", "声を設定できない", tried);
  },
};

/** What a played prompt tells of the recording. */
export function noticeIn(place: Place): Holding[] {
  const tells = spokenWords(place.action).some(
    (words) => notice.test(words) || words.startsWith("（録音された"),
  );
  return tells ? [place.holding("notice", "played")] : [];
}

/**
 * Whether only settings lie between a prompt and the end of the call, or another flow that may end it: then it is the
 * closing sentence. A greeting is none, although a fault after it may hang up.
 */
function isClosing({ action, use }: Place): boolean {
  let block = use.blocks.get(action.Transitions.NextAction ?? "");
  for (let steps = 0; block && steps < use.blocks.size; steps++) {
    if (block.Type === "TransferToFlow" || describedAction(block.Type)?.terminal === "always") return true;
    if (!block.Type.startsWith("Update")) return false;
    block = use.blocks.get(block.Transitions.NextAction ?? "");
  }
  return false;
}
