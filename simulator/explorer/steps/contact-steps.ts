import { type FunctionAnswer, answersOf } from "../function-answers.ts";
import type { Holding } from "../model.ts";
import type { Place } from "../place.ts";
import { anything, functionCall, unset } from "../tracked-values.ts";

/** The blocks that end, move or hand over the contact, and those that ask a function. */
export const contactSteps: Readonly<Record<string, (place: Place) => void>> = {
  DisconnectParticipant(place) {
    place.step(place.parting("DisconnectParticipant"), "goes on", "");
  },

  /** In a queue flow the caller goes on waiting; elsewhere the contact is over. */
  EndFlowExecution(place) {
    place.step(place.flowEnd("EndFlowExecution"), "goes on", "");
  },

  EndFlowModuleExecution(place) {
    const to = place.use.returnsTo?.next ?? place.builder.ending("another flow");
    place.step(to, "goes on", "", moduleBoundary(place));
  },

  TransferToFlow(place) {
    const target = place.surroundings.flowStart(place.action.Parameters["ContactFlowId"]);
    const wiped = resets(place, "FlowAttributes.");
    if (target) place.step(target.start, "goes on", "", wiped);
    else place.step(place.builder.ending("another flow"), "goes on", "手元にないフローへ移る");
    place.step(place.error("NoMatchingError"), "fault", "フローを移れない", place.silent);
  },

  InvokeFlowModule(place) {
    const start = place.surroundings.moduleStart(place.action.Parameters["FlowModuleId"], place);
    const { Conditions = [] } = place.action.Transitions;
    if (start !== undefined) place.step(start, "goes on", "", moduleBoundary(place));
    else {
      place.step(place.next(), "goes on", "手元にないモジュールを通る", place.silent);
      for (const { NextAction } of Conditions)
        place.step(
          place.builder.block(place.use, NextAction),
          "goes on",
          "手元にないモジュールを通る",
          place.silent,
        );
    }
    place.step(place.error("NoMatchingError"), "fault", "モジュールが失敗する", place.silent);
  },

  /** A task waits in silence, however long, and no flow of the queue runs for it. */
  TransferContactToQueue(place) {
    const { isForTasks } = place.use;
    if (!isForTasks) queueChecks(place);
    place.builder.check(place.at, {
      property: "queue-chosen-first",
      guards: [place.holding("queue", "none")],
      message: "queues the caller although no target queue was set: set one on every way to this block.",
    });
    if (isForTasks) place.step(place.builder.ending("person"), "operator", "担当者が受け取る");
    else
      place.surroundings.runHook(
        place.at,
        "CustomerQueue",
        "goes on",
        "待ち行列に入る",
        resets(place, "FlowAttributes."),
      );
    queueErrors(place);
  },

  DequeueContactAndTransferToQueue(place) {
    queueChecks(place);
    place.surroundings.runHook(
      place.at,
      "CustomerQueue",
      "goes on",
      "別の待ち行列に移る",
      resets(place, "FlowAttributes."),
    );
    queueErrors(place);
  },

  TransferContactToAgent(place) {
    place.step(talking(place), "operator", "担当者につながる", [place.holding("talked", "yes")]);
  },

  TransferParticipantToThirdParty(place) {
    place.step(place.next(), "operator", "外部の電話につながり、話し終わる", [
      place.holding("talked", "yes"),
    ]);
    for (const error of ["CallFailed", "ConnectionTimeLimitExceeded", "NoMatchingError"])
      place.step(place.error(error), "fault", `外部の電話につながらない（${error}）`, place.silent);
  },

  /** The contact goes on: the caller is still on the line. */
  CreateCallbackContact(place) {
    place.step(place.next(), "goes on", "折り返しを登録", [...place.silent, place.holding("kept", "yes")]);
    place.step(place.error("NoMatchingError"), "fault", "折り返しを登録できない", place.silent);
  },

  InvokeLambdaFunction(place) {
    const { arn, step } = functionCall(place.action);
    for (const answer of answersOf(arn, step) ?? [undefined]) answered(place, answer);
    place.step(place.error("NoMatchingError"), "function fails", "関数が応答しない", place.silent);
  },
};

function queueChecks(place: Place): void {
  place.builder.check(place.at, {
    property: "closed-never-queues",
    guards: [place.holding("desk", "closed")],
    message: "queues a caller after the desk was found closed: lead the closed answer to a sentence.",
  });
  for (const name of place.surroundings.reportAttributes)
    place.builder.check(place.at, {
      property: "queue-chosen-first",
      guards: [place.holding(name, unset)],
      message: `queues the caller although the report attribute ${name} was not written: write it on every way to this block.`,
    });
}

function queueErrors(place: Place): void {
  place.step(place.error("QueueAtCapacity"), "fault", "待ち行列が満杯", place.silent);
  place.step(place.error("NoMatchingError"), "fault", "待ち行列に入れない", place.silent);
}

function talking({ builder }: Place): number {
  return builder.exchange("talking");
}

/** Every variable of a scope, without a value again. */
function resets({ builder }: Place, scope: string): Holding[] {
  return builder.variables
    .filter(({ name }) => name.startsWith(scope))
    .map(({ name }) => builder.holding(name, unset));
}

/** A module sees neither the caller's last answer nor the stored input (AWS administrator guide, flow modules). */
function moduleBoundary(place: Place): Holding[] {
  return ["External.", "StoredCustomerInput", "Metrics."].flatMap((scope) => resets(place, scope));
}

/** One way for each combination of an answer's texts that something asks about; a foreign answer is anything. */
function answered(place: Place, answer: FunctionAnswer | undefined): void {
  const decided: readonly Holding[] = [
    ...place.silent,
    ...(answer?.decides ? [place.holding("desk", answer.decides)] : []),
    ...(answer?.keepsCallback ? [place.holding("kept", "yes")] : []),
  ];
  const kind = answer?.decides === "closed" ? "closed" : "function answers";
  for (const way of answerWays(place, answer))
    place.step(place.next(), kind, answer?.note ?? "関数が答える", [...decided, ...way]);
}

function answerWays(place: Place, answer: FunctionAnswer | undefined): readonly (readonly Holding[])[] {
  const asked = place.builder.variables.filter(({ name }) => name.startsWith("External."));
  let ways: readonly (readonly Holding[])[] = [[]];
  for (const { name } of asked) {
    const texts = answer ? (answer.fields[name.slice("External.".length)] ?? [unset]) : [anything];
    const held = new Map(texts.map((text) => place.holding(name, text)).map((each) => [each[1], each]));
    ways = ways.flatMap((way) => [...held.values()].map((each) => [...way, each]));
  }
  return ways;
}
