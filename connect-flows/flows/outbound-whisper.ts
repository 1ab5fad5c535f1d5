import type { Programme } from "../../domain/programme.ts";
import { defineFlow, type Flow } from "../language/block.ts";

/**
 * What a person whom an operator calls hears first: who calls, and that the call is recorded. Where it cannot be said, the
 * call is not recorded, and the two are joined all the same.
 */
export function outboundWhisperFlow({ phrases }: Pick<Programme, "phrases">): Flow {
  return defineFlow({
    name: "outbound-whisper",
    description: "Tells the called person who calls and that the call is recorded, then records.",
    type: "OUTBOUND_WHISPER",
    references: [],
    start: "voice",
    blocks: {
      voice: {
        kind: "setVoice",
        voice: { name: "Kazuha", engine: "Neural" },
        next: "greet",
        onError: "greet",
      },
      greet: {
        kind: "say",
        text: phrases.greeting + phrases.recordingNotice,
        tellsOfRecording: true,
        next: "record",
        onError: "join",
      },
      record: { kind: "recordCall", next: "join", onError: "join" },
      join: { kind: "endFlow" },
    },
  });
}
