import { describe, expect, test } from "vitest";
import {
  fillPlaceholders,
  flowTypeOf,
  placeholderOfFlow,
  placeholdersOf,
} from "../../connect-flows/flow-document.ts";
import { flowsOf } from "../../connect-flows/flows/flows-of.ts";
import { flowDocument } from "../../connect-flows/language/to-json.ts";
import { waterDesk } from "../programmes/second-programme.ts";

describe("placeholders", () => {
  test("are found once each, in the order of the text, and values that a call looks up are not among them", () => {
    expect(placeholdersOf('{"a":"${Queue}","b":"$.External.status","c":"${Hours} ${Queue}"}')).toEqual([
      "Queue",
      "Hours",
    ]);
    expect(placeholdersOf("no placeholder, $.Attributes.x, $5")).toEqual([]);
  });

  test("are all filled, wherever they stand", () => {
    expect(fillPlaceholders("${A}-${B}-${A}", { A: "1", B: "2" })).toBe("1-2-1");
  });

  test("are filled as they are, also with text that looks like a pattern or a placeholder", () => {
    expect(fillPlaceholders("<${A}>", { A: "$&${A}" })).toBe("<$&${A}>");
  });

  test("without a value are refused by name", () => {
    expect(() => fillPlaceholders("${A} ${B}", { A: "1" })).toThrow("No value for the placeholder B");
    expect(() => fillPlaceholders("${toString}", {})).toThrow("toString");
  });

  test("are not invented: a value that nothing uses is refused by name", () => {
    expect(() => fillPlaceholders("${A}", { A: "1", Queue: "2" })).toThrow("No placeholder Queue");
  });
});

test("a flow is named by other flows in one word", () => {
  expect(placeholderOfFlow("waiting")).toBe("WaitingFlow");
  expect(placeholderOfFlow("call-back")).toBe("CallBackFlow");
});

test("a document says which type of flow it is, in the words of the API", () => {
  const types = flowsOf(waterDesk).map((flow) => flowTypeOf(flowDocument(flow)));
  expect(types).toEqual(flowsOf(waterDesk).map(({ type }) => type));
  expect(new Set(types).size).toBe(6);
});

test("a document says which type of flow it is in the console's words too, as its exports do", () => {
  const types = flowsOf(waterDesk).map((flow) => [flow.name, flowDocument(flow).Metadata.type]);
  expect(types).toEqual([
    ["waiting", "customerQueue"],
    ["operator-whisper", "agentWhisper"],
    ["customer-hold", "customerHold"],
    ["outbound-whisper", "outboundWhisper"],
    ["after-call", "contactFlow"],
    ["transfer-to-leader", "queueTransfer"],
    ["transfer-to-supervisor", "queueTransfer"],
    ["transfer-to-operator", "queueTransfer"],
    ["inquiry-task", "contactFlow"],
    ["inbound", "contactFlow"],
  ]);
});
