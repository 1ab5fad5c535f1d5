import { defineFlow, type Flow } from "../language/block.ts";

/**
 * What happens to a written inquiry that was made a task: it waits for an operator. Nobody listens, so nothing is said,
 * and it may wait while the desk is closed.
 *
 * A task that no queue takes ends here. The inquiry does not: its case is on our own list, due by the business clock,
 * before a task is made of it.
 */
export function inquiryTaskFlow(): Flow {
  return defineFlow({
    name: "inquiry-task",
    description: "Queues a written inquiry, as a task, for whoever answers inquiries.",
    type: "CONTACT_FLOW",
    channel: "TASK",
    references: ["WrittenInquiryQueue"],
    start: "chooseQueue",
    blocks: {
      chooseQueue: {
        kind: "setQueue",
        queue: "WrittenInquiryQueue",
        next: "toQueue",
        onError: "leaveToList",
      },
      toQueue: { kind: "transferToQueue", atCapacity: "leaveToList", onError: "leaveToList" },
      leaveToList: { kind: "disconnect" },
    },
  });
}
