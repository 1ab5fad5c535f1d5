import { describe, expect, test } from "vitest";
import { loadFlowDocument } from "../../simulator/flow-document.ts";

const goodbye = { Identifier: "終了", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} };

function document(change: object = {}) {
  return { Version: "2019-10-30", StartAction: "終了", Metadata: {}, Actions: [goodbye], ...change };
}

function withTransitions(Transitions: unknown) {
  return document({ Actions: [{ ...goodbye, Transitions }] });
}

describe("loading a flow", () => {
  test("a sound flow is read as it is", () => {
    const text = JSON.stringify(document());
    expect(loadFlowDocument(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  test("exactly 250 blocks and 256,000 characters are accepted", () => {
    const blocks = Array.from({ length: 250 }, (_, index) => ({
      ...goodbye,
      Identifier: index ? `${index}` : "終了",
    }));
    const short = JSON.stringify(document({ Actions: blocks, Metadata: "" }));
    const longest = JSON.stringify(
      document({ Actions: blocks, Metadata: "x".repeat(256_000 - short.length) }),
    );
    expect(longest).toHaveLength(256_000);
    expect(loadFlowDocument(longest).ok).toBe(true);
    expect(loadFlowDocument(`${longest} `)).toEqual({
      ok: false,
      problem: expect.stringContaining("256001"),
    });
    const tooMany = JSON.stringify(document({ Actions: [...blocks, { ...goodbye, Identifier: "250" }] }));
    expect(loadFlowDocument(tooMany)).toEqual({ ok: false, problem: expect.stringContaining("251 actions") });
  });

  test.each([
    ["no JSON", "{", "not JSON"],
    ["a list", "[]", 'Version must be "2019-10-30"'],
    ["another version", document({ Version: "2018-01-01" }), 'Version must be "2019-10-30"'],
    ["no actions", document({ Actions: [] }), "no Actions"],
    ["no identifier", document({ Actions: [{ ...goodbye, Identifier: 7 }] }), "no Identifier"],
    ["no type", document({ Actions: [{ ...goodbye, Type: undefined }] }), '"終了" has no Type'],
    ["no parameters", document({ Actions: [{ ...goodbye, Parameters: [] }] }), '"終了" has no Parameters'],
    ["no transitions", withTransitions(null), '"終了" has no Transitions'],
    ["a next action that is a number", withTransitions({ NextAction: 1 }), "NextAction that is not a text"],
    ["errors without a type", withTransitions({ Errors: [{ NextAction: "終了" }] }), "malformed Errors"],
    [
      "an unknown operator",
      withTransitions({
        Conditions: [{ NextAction: "終了", Condition: { Operator: "Is", Operands: ["1"] } }],
      }),
      "malformed Conditions",
    ],
    [
      "two operands",
      withTransitions({
        Conditions: [{ NextAction: "終了", Condition: { Operator: "Equals", Operands: ["1", "2"] } }],
      }),
      "malformed Conditions",
    ],
    ["the same identifier twice", document({ Actions: [goodbye, goodbye] }), 'Two actions are called "終了"'],
    ["an unknown start", document({ StartAction: "始め" }), 'StartAction "始め" names no action'],
    ["a dangling next action", withTransitions({ NextAction: "無" }), '"終了" leads to "無"'],
    [
      "a dangling error branch",
      withTransitions({ Errors: [{ ErrorType: "NoMatchingError", NextAction: "無" }] }),
      '"終了" leads to "無"',
    ],
    [
      "a dangling condition",
      withTransitions({
        Conditions: [{ NextAction: "無", Condition: { Operator: "Equals", Operands: ["1"] } }],
      }),
      '"終了" leads to "無"',
    ],
  ])("a flow with %s is refused with what is wrong", (_, content, problem) => {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    expect(loadFlowDocument(text)).toEqual({ ok: false, problem: expect.stringContaining(problem) });
  });
});
