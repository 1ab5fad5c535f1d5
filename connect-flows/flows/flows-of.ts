import type { Programme } from "../../domain/programme.ts";
import type { Flow } from "../language/block.ts";
import { inboundFlow } from "./inbound.ts";
import { waitingFlow } from "./waiting.ts";

/** Every flow of a programme, in the order in which they can be made: a flow comes after those that it names. */
export function flowsOf(programme: Pick<Programme, "id" | "phrases">): readonly Flow[] {
  return [waitingFlow(programme), inboundFlow(programme)];
}
