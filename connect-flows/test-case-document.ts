/**
 * The JSON of a test case that Amazon Connect runs against its own flows: a simulated caller who expects to hear one thing
 * after the other, and presses keys in between.
 *
 * Source of the shape: Amazon Connect testing language, version 2025-06-21, developer guide, as far as its example and
 * its pages on events and actions show it. Where they do not agree with each other or with what was reported of a live
 * instance, what was reported to be accepted is written: no `Usage` at the beginning of a test, no `NextAction` behind its
 * end (fitthejob/connect-flow-builder, 2026-08-17). None of it has been tried on an instance of ours.
 */
export interface TestCaseDocument {
  readonly Version: "2025-06-21";
  readonly Metadata: Readonly<Record<string, never>>;
  readonly Observations: readonly Observation[];
}

/** What the caller waits for, what they do then, and what they wait for next. */
interface Observation {
  readonly Identifier: string;
  readonly Event: TestEvent;
  readonly Usage?: { readonly Type: "EXACTLY" };
  readonly Actions: readonly TestAction[];
  readonly Transitions: { readonly NextObservations: readonly string[] };
}

interface TestEvent {
  readonly Identifier: string;
  readonly Type: "TestInitiated" | "MessageReceived";
  readonly Actor: "System";
  readonly Properties: { readonly Text?: string };
  /** Whether all of the text must be heard, by its meaning, or the text within what is heard. */
  readonly MatchingCriteria?: "Similarity" | "Inclusion";
}

interface TestAction {
  readonly Identifier: string;
  readonly Type: "SendInstruction" | "TestControl";
  readonly Parameters: Readonly<Record<string, unknown>>;
  readonly Transitions: Readonly<Record<string, never>>;
}

/** One thing that a caller hears, and the key that they press then. */
export interface HeardLine {
  readonly text: string;
  /** The text is a part of what is said, because the rest depends on the day. @default it is all that is said */
  readonly isPart?: true;
  /** @default none: they wait */
  readonly key?: string;
}

/** The test of a caller who must hear these lines in this order; it ends with the last of them. */
export function testCaseDocument(lines: readonly HeardLine[]): TestCaseDocument {
  const names = lines.map((_, index) => `hears-${index + 1}`);
  const begins: Observation = {
    Identifier: "begins",
    Event: { Identifier: "begins-event", Type: "TestInitiated", Actor: "System", Properties: {} },
    Actions: [],
    Transitions: { NextObservations: names.slice(0, 1) },
  };
  const heard = lines.map(({ text, isPart, key }, index): Observation => {
    const name = `hears-${index + 1}`;
    const isLast = index === lines.length - 1;
    return {
      Identifier: name,
      Event: {
        Identifier: `${name}-event`,
        Type: "MessageReceived",
        Actor: "System",
        Properties: { Text: text },
        MatchingCriteria: isPart ? "Inclusion" : "Similarity",
      },
      Usage: { Type: "EXACTLY" },
      Actions: [...(key === undefined ? [] : [press(index, key)]), ...(isLast ? [end] : [])],
      Transitions: { NextObservations: isLast ? [] : [`hears-${index + 2}`] },
    };
  });
  return { Version: "2025-06-21", Metadata: {}, Observations: [begins, ...heard] };
}

function press(index: number, key: string): TestAction {
  return {
    Identifier: `presses-${index + 1}`,
    Type: "SendInstruction",
    Parameters: {
      ActionType: "SendInstruction",
      Actor: "Customer",
      Instruction: { Type: "DtmfInput", Properties: { Value: key } },
    },
    Transitions: {},
  };
}

const end: TestAction = {
  Identifier: "ends",
  Type: "TestControl",
  Parameters: { ActionType: "TestControl", Command: { Type: "EndTest" } },
  Transitions: {},
};
