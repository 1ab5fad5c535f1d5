import { block, flow, flowText, givenAnExchange, queueArn, say } from "./exchange-fixture.ts";

/** The queue of the leaders. */
export const leaders = "arn:leaders";

/** An inbound flow that sets these hooks, each a flow of that kind that says so, and queues at once. */
export function givenHooks(
  hooks: Record<string, { type: string; blocks: ReturnType<typeof block>[] }>,
  setup: object = {},
) {
  const names = Object.keys(hooks);
  const set = names.map((name, index) =>
    block(
      name,
      "UpdateContactEventHooks",
      { EventHooks: { [name]: `flow-${name}` } },
      { next: names[index + 1] ?? "窓口" },
    ),
  );
  return givenAnExchange({
    inbound: flowText(
      ...set,
      block("窓口", "UpdateContactTargetQueue", { QueueId: queueArn }, { next: "待つ" }),
      block("待つ", "TransferContactToQueue", {}),
    ),
    others: {
      ...Object.fromEntries(
        names.map((name) => [
          `flow-${name}`,
          flow(flowText(...(hooks[name]?.blocks ?? [])), hooks[name]?.type, name),
        ]),
      ),
      "to-leaders": flow(
        flowText(
          block("窓口", "UpdateContactTargetQueue", { QueueId: leaders }, { next: "待つ" }),
          block("待つ", "TransferContactToQueue", {}),
        ),
        "QUEUE_TRANSFER",
        "リーダーへ",
      ),
      "to-operator": flow(flowText(block("渡す", "TransferContactToAgent", {})), "AGENT_TRANSFER", "担当へ"),
      "outbound-whisper": flow(
        flowText(say("告", "おまちください", "終"), block("終", "EndFlowExecution", {})),
        "OUTBOUND_WHISPER",
        "架電",
      ),
    },
    queues: [
      {
        arn: queueArn,
        name: "総合窓口",
        hoursArn: "hours",
        outboundCallerNumber: "+815012345678",
        outboundWhisperFlowArn: "outbound-whisper",
      },
      { arn: leaders, name: "リーダー", hoursArn: "hours" },
    ],
    ...setup,
  });
}
