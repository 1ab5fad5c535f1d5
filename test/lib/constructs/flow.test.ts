import { Stack } from "aws-cdk-lib";
import { describe, expect, test } from "vitest";
import { fillPlaceholders } from "../../../lib/constructs/flow.ts";

describe("filling a flow's placeholders", () => {
  test("leaves the text as it is and names each value beside it", () => {
    const filled = fillPlaceholders("inbound", '{"a":"${Queue}","b":"$.Attributes.x","c":"${Queue}"}', {
      Queue: "arn",
    });
    expect(new Stack().resolve(filled)).toEqual({
      "Fn::Sub": ['{"a":"${Queue}","b":"$.Attributes.x","c":"${Queue}"}', { Queue: "arn" }],
    });
  });

  test("a text without placeholders stays a text", () => {
    expect(fillPlaceholders("waiting", '{"a":"$.Attributes.x"}', {})).toBe('{"a":"$.Attributes.x"}');
  });

  test("a placeholder without a value is named", () => {
    expect(() => fillPlaceholders("inbound", "${Queue} ${Hours} ${Queue}", { Queue: "arn" })).toThrow(
      "The flow inbound needs a value for Hours.",
    );
  });

  test("a value without a placeholder is named", () => {
    expect(() => fillPlaceholders("inbound", "${Queue}", { Queue: "arn", Hours: "arn" })).toThrow(
      "The flow inbound has no placeholder for Hours.",
    );
  });

  test("a name that every object has is not taken for a value", () => {
    expect(() => fillPlaceholders("inbound", "${constructor}", {})).toThrow("needs a value for constructor");
  });

  test("a text of more than 256,000 characters is refused", () => {
    expect(() => fillPlaceholders("long", "x".repeat(256_001), {})).toThrow(
      "The flow long has 256001 characters; Amazon Connect takes 256000.",
    );
    expect(fillPlaceholders("long", "x".repeat(256_000), {})).toHaveLength(256_000);
  });
});
