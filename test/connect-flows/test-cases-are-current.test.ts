import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { testCaseDocument } from "../../connect-flows/test-case-document.ts";
import { programmes } from "../../programmes/registry.ts";
import { acceptanceStories } from "../../tools/acceptance/stories.ts";
import { testCaseFiles, testCasesFolder } from "../../tools/acceptance/test-case-files.ts";
import { stories } from "../calls/stories.ts";
import { tell } from "../support/telephone.ts";

const generated = await testCaseFiles(programmes);

/** The texts that a committed test case waits for, in order. */
function textsOf(name: string): string[] {
  const file = [...generated.keys()].find((path) => path.endsWith(`/${name}.json`));
  const { Observations } = JSON.parse(readFileSync(file ?? "", "utf8")) as ReturnType<
    typeof testCaseDocument
  >;
  return Observations.flatMap(({ Event }) => Event.Properties.Text ?? []);
}

describe("the test cases for a live instance", () => {
  test("are what the flows generate, and nothing else lies beside them: else run node tools/write-test-cases.ts", () => {
    expect(generated.size).toBe(programmes.length * acceptanceStories.length);
    expect(globSync(`${testCasesFolder}/**/*.*`).sort()).toEqual([...generated.keys()].sort());
    for (const [file, text] of generated) expect(readFileSync(file, "utf8"), file).toBe(text);
  });

  test.each(acceptanceStories)(
    "$name waits for what the caller hears who $toldAs, through the use cases, before any queue",
    async ({ name, toldAs, holds }) => {
      const local = stories[toldAs];
      if (!local) throw new Error(`There is no story "${toldAs}".`);
      const { heard } = await tell(local.story);
      const texts = textsOf(name);
      expect(texts.length).toBeGreaterThan(0);
      if (holds === "open") expect(heard.slice(0, texts.length)).toEqual(texts);
      else expect(heard.map((sentence) => sentence.endsWith(texts[0] ?? "?"))).toEqual([true]);
    },
  );

  test("can be told apart: what is said of a closed desk is said of no open one", async () => {
    const closed = textsOf("closed-hears-why");
    const open = acceptanceStories
      .filter(({ holds }) => holds === "open")
      .flatMap(({ name }) => textsOf(name));
    expect(open.length).toBeGreaterThan(5);
    for (const text of open) expect(text).not.toContain(closed[0]);
  });
});

test("a test case begins, waits for one line after the other, presses where the caller does, and ends the test", () => {
  // Read off the example of AWS's developer guide, testing language 2025-06-21.
  expect(
    testCaseDocument([
      { text: "1か2を押してください。", key: "2" },
      { text: "です。", isPart: true },
    ]),
  ).toEqual({
    Version: "2025-06-21",
    Metadata: {},
    Observations: [
      {
        Identifier: "begins",
        Event: { Identifier: "begins-event", Type: "TestInitiated", Actor: "System", Properties: {} },
        Actions: [],
        Transitions: { NextObservations: ["hears-1"] },
      },
      {
        Identifier: "hears-1",
        Event: {
          Identifier: "hears-1-event",
          Type: "MessageReceived",
          Actor: "System",
          Properties: { Text: "1か2を押してください。" },
          MatchingCriteria: "Similarity",
        },
        Usage: { Type: "EXACTLY" },
        Actions: [
          {
            Identifier: "presses-1",
            Type: "SendInstruction",
            Parameters: {
              ActionType: "SendInstruction",
              Actor: "Customer",
              Instruction: { Type: "DtmfInput", Properties: { Value: "2" } },
            },
            Transitions: {},
          },
        ],
        Transitions: { NextObservations: ["hears-2"] },
      },
      {
        Identifier: "hears-2",
        Event: {
          Identifier: "hears-2-event",
          Type: "MessageReceived",
          Actor: "System",
          Properties: { Text: "です。" },
          MatchingCriteria: "Inclusion",
        },
        Usage: { Type: "EXACTLY" },
        Actions: [
          {
            Identifier: "ends",
            Type: "TestControl",
            Parameters: { ActionType: "TestControl", Command: { Type: "EndTest" } },
            Transitions: {},
          },
        ],
        Transitions: { NextObservations: [] },
      },
    ],
  });
});
