import { describe, expect, test } from "vitest";
import { checkFlows } from "../../../simulator/explorer/check-flows.ts";
import type { Problem } from "../../../simulator/explorer/problem.ts";
import { desk, planted } from "./planted-faults.ts";
import { say, type ShortFlow, soundDesk, sourceOf } from "./planted-flows.ts";

const { end } = soundDesk;

function problemsOf(blocks: ShortFlow, ...more: Parameters<typeof sourceOf>[]): readonly Problem[] {
  const sources = [sourceOf("desk", blocks), ...more.map((each) => sourceOf(...each))];
  return checkFlows(sources, { reportAttributes: ["arrival"] }).flatMap(({ problems }) => problems);
}

describe("the checker", () => {
  test("finds nothing in a desk without a fault, and has walked it", () => {
    const [check] = checkFlows([sourceOf("desk", soundDesk)], { reportAttributes: ["arrival"] });
    expect(check?.problems).toEqual([]);
    expect(check?.states).toBeGreaterThanOrEqual(Object.keys(soundDesk).length);
    expect(check?.transitions).toBeGreaterThan(check?.states ?? 0);
  });

  test.each(planted)("finds that $fault", ({ blocks, rule, block, story }) => {
    const found = problemsOf(blocks).filter((problem) => problem.rule === rule && problem.block === block);
    expect(found.length).toBeGreaterThan(0);
    const lines = found.flatMap((problem) => problem.story ?? []);
    expect(lines[0]).toBe("電話が「desk」に入る");
    if (story !== undefined) expect(lines.some((line) => line.includes(story))).toBe(true);
  });

  test("tells the story in the order in which the caller meets it", () => {
    const [problem] = problemsOf(
      desk({ isOpen: { ...soundDesk["isOpen"]!, when: { open: "note", closed: "note" } } }),
    );
    expect(problem?.story).toEqual([
      "電話が「desk」に入る",
      "受付時間外と判定（desk／ask）",
      "音声を再生できない（desk／greet）",
      "→ 受付時間外なのに待ち行列に入る",
    ]);
  });

  test("follows hooks into the queue flow, and operators' transfers into theirs", () => {
    const blocks = desk({
      choose: { ...soundDesk["choose"]!, next: "hook" },
      hook: {
        type: "UpdateContactEventHooks",
        with: { EventHooks: { CustomerQueue: "${WaitFlow}" } },
        next: "queue",
        errors: { NoMatchingError: "queue" },
      },
    });
    const wait: ShortFlow = {
      repeat: {
        type: "MessageParticipantIteratively",
        with: { Messages: [{ Text: "お待ちください。" }], InterruptFrequencySeconds: "30" },
        when: { MessagesInterrupted: "end" },
        errors: { NoMatchingError: "repeat" },
      },
      end: end!,
    };
    const transfer: ShortFlow = { queue: { ...soundDesk["queue"]!, next: "end", errors: {} }, end: end! };
    const found = problemsOf(
      blocks,
      ["wait", wait, "CUSTOMER_QUEUE"],
      ["leader", transfer, "QUEUE_TRANSFER"],
    );
    const named = found.map(({ flow, block, rule }) => `${flow} ${block} ${rule}`);
    expect(named).toContain("wait end ends-well");
    expect(named).toContain("leader queue queue-chosen-first");
    const story = found
      .find(({ flow, rule }) => flow === "leader" && rule === "queue-chosen-first")
      ?.story?.join("\n");
    expect(story).toMatch(/オペレータが応答する.*\n.*オペレータが「leader」で転送する\n/);
  });

  test("walks a module anew from each block that invokes it, and back", () => {
    const blocks = desk({
      greet: say("この通話は録音します。", "module", "choose"),
      module: {
        type: "InvokeFlowModule",
        with: { FlowModuleId: "${ToneFlow}" },
        next: "record",
        errors: { NoMatchingError: "choose" },
      },
    });
    const tone: ShortFlow = {
      compare: {
        type: "Compare",
        with: { ComparisonValue: "$.External.status" },
        when: { open: "hangUp" },
        errors: { NoMatchingCondition: "back" },
      },
      back: { type: "EndFlowModuleExecution" },
      hangUp: end!,
    };
    const [, module] = checkFlows([sourceOf("desk", blocks), sourceOf("tone", tone, "MODULE")], {
      reportAttributes: ["arrival"],
    });
    // A module does not see the caller's last answer, so "open" never gets to hangUp: only the structure sees an exit.
    expect(module?.problems).toEqual([]);
    expect(module?.states).toBeGreaterThan(1);
  });

  test("takes a stored call back and its sentence for a good end", () => {
    const blocks = desk({
      queue: { ...soundDesk["queue"]!, errors: { QueueAtCapacity: "keep", NoMatchingError: "keep" } },
      keep: {
        type: "InvokeLambdaFunction",
        with: {
          LambdaFunctionARN: "${CallbackFunction}",
          InvocationTimeLimitSeconds: "3",
          LambdaInvocationAttributes: { step: "keep", number: "$.CustomerEndpoint.Address" },
        },
        next: "isKept",
        errors: { NoMatchingError: "sayBusy" },
      },
      isKept: {
        type: "Compare",
        with: { ComparisonValue: "$.External.status" },
        when: { kept: "promise", already: "promise" },
        errors: { NoMatchingCondition: "sayBusy" },
      },
      promise: say("$.External.sentence", "end", "sayPromise"),
      sayPromise: say("折り返しお電話します。", "end"),
    });
    expect(problemsOf(blocks)).toEqual([]);
  });

  test("finds that a caller who waits is sent away with a sentence and no stored call back", () => {
    const blocks: ShortFlow = {
      repeat: {
        type: "MessageParticipantIteratively",
        with: { Messages: [{ Text: "お待ちください。" }], InterruptFrequencySeconds: "30" },
        when: { MessagesInterrupted: "sayBusy" },
        errors: { NoMatchingError: "repeat" },
      },
      sayBusy: soundDesk["sayBusy"]!,
      end: end!,
    };
    const [check] = checkFlows([sourceOf("wait", blocks, "CUSTOMER_QUEUE")], { reportAttributes: [] });
    expect(check?.problems.map(({ rule, block }) => `${rule} ${block}`)).toContain("operator-reachable end");
  });

  test("names each problem once, with the shortest story", () => {
    const found = problemsOf(desk({ greet: say("この通話は録音します。", "record") }));
    expect(found.map(({ rule, block }) => `${rule} ${block}`)).toEqual(["recording-after-notice record"]);
    expect(found[0]?.story).toEqual([
      "電話が「desk」に入る",
      "受付中と判定（desk／ask）",
      "音声を再生できない（desk／greet）",
      "→ 録音の案内を聞かないまま録音される",
    ]);
  });
});
