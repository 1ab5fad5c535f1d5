import { type FlowAction, isObject } from "../flow-document.ts";
import { readSsml } from "../speech-duration.ts";

/** What a GetParticipantInput is used for: a key, a stored input, or the touch-tone buffer; undefined for other blocks. */
export function inputKind({ Type, Parameters }: FlowAction): "menu" | "store" | "buffer" | undefined {
  if (Type !== "GetParticipantInput") return undefined;
  if (Parameters["EnableDTMFBuffer"] !== undefined) return "buffer";
  return String(Parameters["StoreInput"]).toLowerCase() === "true" ? "store" : "menu";
}

/** What a block says, its references as they are written; a recorded prompt by its name. Nothing for a silent block. */
export function spokenWords({ Parameters }: FlowAction): string[] {
  const messages: unknown[] = Array.isArray(Parameters["Messages"]) ? Parameters["Messages"] : [];
  return [Parameters, ...messages.filter(isObject)].flatMap(({ Text, SSML, PromptId, Media }) => {
    if (typeof Text === "string") return [Text];
    if (typeof SSML === "string") return [readSsml(SSML).text];
    if (typeof PromptId === "string") return [`（録音された音声 ${PromptId}）`];
    return Media === undefined ? [] : ["（録音された音声）"];
  });
}

/** Whether a block speaks with the chosen voice: recordings need none. */
export function needsVoice({ Parameters }: FlowAction): boolean {
  const messages: unknown[] = Array.isArray(Parameters["Messages"]) ? Parameters["Messages"] : [];
  return [Parameters, ...messages.filter(isObject)].some(
    ({ Text, SSML }) => typeof Text === "string" || typeof SSML === "string",
  );
}

/** Whether a block turns the flow's logging on or off; undefined for other blocks. */
export function loggingSwitch({ Type, Parameters }: FlowAction): boolean | undefined {
  return Type === "UpdateFlowLoggingBehavior" ? Parameters["FlowLoggingBehavior"] === "Enabled" : undefined;
}

/** The name of a JSON object's only key and its text; undefined for anything else. */
export function onlyEntry(value: unknown): readonly [name: string, text: string] | undefined {
  const [entry] = isObject(value) ? Object.entries(value) : [];
  return entry && typeof entry[1] === "string" ? [entry[0], entry[1]] : undefined;
}
