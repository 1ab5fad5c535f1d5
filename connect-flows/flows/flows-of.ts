import type { Programme } from "../../domain/programme.ts";
import type { Flow } from "../language/block.ts";
import { afterCallFlow } from "./after-call.ts";
import { customerHoldFlow } from "./customer-hold.ts";
import { inboundFlow } from "./inbound.ts";
import { inquiryTaskFlow } from "./inquiry-task.ts";
import { operatorWhisperFlow } from "./operator-whisper.ts";
import { outboundWhisperFlow } from "./outbound-whisper.ts";
import { transferFlow, transferToOperatorFlow } from "./transfer.ts";
import { waitingFlow } from "./waiting.ts";

/** Every flow of a programme, in the order in which they can be made: a flow comes after those that it names. */
export function flowsOf(programme: Pick<Programme, "id" | "phrases" | "callback">): readonly Flow[] {
  return [
    waitingFlow(programme),
    operatorWhisperFlow(programme),
    customerHoldFlow(programme),
    outboundWhisperFlow(programme),
    afterCallFlow(),
    transferFlow(programme, "leader"),
    transferFlow(programme, "supervisor"),
    transferToOperatorFlow(programme),
    inquiryTaskFlow(),
    inboundFlow(programme),
  ];
}
