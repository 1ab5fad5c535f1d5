import type { Programme } from "../../domain/programme.ts";
import { defineFlow, type Flow } from "../language/block.ts";

/**
 * What an operator hears before a caller is joined: what the caller chose, whether somebody calls again, and the number of
 * an open case. The caller waits meanwhile, so it is a few words; whatever fails, the two are joined.
 */
export function operatorWhisperFlow({ phrases }: Pick<Programme, "phrases">): Flow {
  const { whisper } = phrases;
  const choice = (text: string) =>
    ({ kind: "say", text, next: "whetherReturning", onError: "whetherReturning" }) as const;
  return defineFlow({
    name: "operator-whisper",
    description: "Tells the operator what the caller chose, whether they call again, and their open case.",
    type: "AGENT_WHISPER",
    references: [],
    start: "voice",
    blocks: {
      voice: {
        kind: "setVoice",
        voice: { name: "Kazuha", engine: "Neural" },
        next: "whichChoice",
        onError: "whichChoice",
      },
      whichChoice: {
        kind: "compare",
        value: "$.Attributes.menu",
        cases: { app: "sayApp", points: "sayPoints", former: "sayFormer" },
        otherwise: "sayOperator",
      },
      sayApp: choice(whisper.app),
      sayPoints: choice(whisper.points),
      sayFormer: choice(whisper.former),
      sayOperator: choice(whisper.operator),
      whetherReturning: {
        kind: "compare",
        value: "$.Attributes.caller",
        cases: { returning: "sayReturning" },
        otherwise: "whetherOpenCase",
      },
      sayReturning: {
        kind: "say",
        text: whisper.returning,
        next: "whetherOpenCase",
        onError: "whetherOpenCase",
      },
      // A printed receipt number has hyphens; without an open case there is none.
      whetherOpenCase: {
        kind: "test",
        value: "$.Attributes.openCase",
        operator: "TextContains",
        operand: "-",
        holds: "sayOpenCase",
        otherwise: "join",
      },
      sayOpenCase: {
        kind: "say",
        text: whisper.openCase("$.Attributes.openCase"),
        next: "join",
        onError: "join",
      },
      join: { kind: "endFlow" },
    },
  });
}
