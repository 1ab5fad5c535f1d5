import { describe, expect, test } from "vitest";
import { at, block, heard, heardAfter, run } from "./exchange-fixture.ts";

describe("Compare", () => {
  const compared = async (operator: string, value: string, operand: string) => {
    const compare = block(
      "比",
      "Compare",
      { ComparisonValue: "$.Attributes.v" },
      { errors: { NoMatchingCondition: "その他" } },
    );
    compare.Transitions.Conditions = [
      { NextAction: "成功", Condition: { Operator: operator, Operands: [operand] } },
    ];
    const set = block("設", "UpdateContactAttributes", { Attributes: { v: value } }, { next: "比" });
    return heard((await run([set, compare])).call)[0] === "せいこう";
  };

  test.each([
    ["Equals", "closed", "closed", true],
    ["Equals", "Closed", "closed", false],
    ["Equals", "1.0", "1", false],
    ["TextStartsWith", "+8190", "+81", true],
    ["TextStartsWith", "+8190", "90", false],
    ["TextEndsWith", "+8190", "90", true],
    ["TextEndsWith", "+8190", "+81", false],
    ["TextContains", "祝日（海の日）", "海", true],
    ["TextContains", "祝日（海の日）", "山", false],
    ["NumberGreaterThan", "10", "9", true],
    ["NumberGreaterThan", "9", "9", false],
    ["NumberGreaterThan", "many", "9", false],
    ["NumberGreaterOrEqualTo", "9", "9.0", true],
    ["NumberGreaterOrEqualTo", "8", "9", false],
    ["NumberLessThan", "9", "10", true],
    ["NumberLessThan", "", "10", false],
    ["NumberLessThan", "9", "many", false],
    ["NumberLessOrEqualTo", "9", "9", true],
    ["NumberLessOrEqualTo", "10", "9", false],
  ])("%s of %s and %s is %s", async (operator, value, operand, expected) => {
    expect(await compared(operator, value, operand)).toBe(expected);
  });

  test("the first true condition wins, though a later one is true as well", async () => {
    const compare = block("比", "Compare", { ComparisonValue: "$.Channel" }, { when: { VOICE: "成功" } });
    compare.Transitions.Conditions.push({
      NextAction: "失敗",
      Condition: { Operator: "TextContains", Operands: ["V"] },
    });
    expect(heard((await run([compare])).call)).toEqual(["せいこう"]);
  });

  test.each([
    ["$.ContactId", "id-1"],
    ["$.SystemEndpoint.Address", "+815012345678"],
    ["$.CustomerEndpoint.Address", "+819011112222"],
  ])("%s can be compared", async (ComparisonValue, value) => {
    expect(await heardAfter("Compare", { ComparisonValue }, { when: { [value]: "成功" } })).toEqual([
      "せいこう",
    ]);
  });

  test.each(["$.Attributes.none", "$.Attributes", "$.StoredCustomerInput", "$.Queue.Name", "$.External.a.b"])(
    "%s has no value and meets no condition",
    async (ComparisonValue) => {
      const ways = { next: "成功", when: { "": "成功" }, errors: { NoMatchingCondition: "その他" } };
      expect(await heardAfter("Compare", { ComparisonValue }, ways)).toEqual(["そのほか"]);
    },
  );

  test("without a branch for it the flow is over, which is a fault, and the line is cut", async () => {
    const { call, records } = await run([
      block("比", "Compare", { ComparisonValue: "$.Channel" }, { when: { CHAT: "成功" } }),
    ]);
    expect(call.transcript.slice(1)).toEqual([
      { at: at(), kind: "fault", text: '入口 / 比: NoMatchingCondition (no condition for "VOICE")' },
      { at: at(), kind: "hung-up", text: "フローが電話を切りました", reason: "CONTACT_FLOW_DISCONNECT" },
    ]);
    expect(records.map(({ DisconnectReason }) => DisconnectReason)).toEqual(["CONTACT_FLOW_DISCONNECT"]);
  });

  test("comparing a fixed text is a mistake in the flow", async () => {
    await expect(heardAfter("Compare", { ComparisonValue: "1" }, {})).rejects.toThrow(
      "must be one reference",
    );
  });
});
