import type { PathStep, Problem } from "./problem.ts";

/** The text of an AWS::Connect::TestCase's `Content`: Amazon Connect's testing language, version 2025-06-21. */
export interface TestCaseDocument {
  readonly Version: "2025-06-21";
  readonly Metadata: Readonly<Record<string, unknown>>;
  readonly Observations: readonly Observation[];
}

interface Observation {
  readonly Identifier: string;
  readonly Event: Readonly<Record<string, unknown>>;
  readonly Usage?: { readonly Type: "EXACTLY" };
  readonly Actions: readonly Readonly<Record<string, unknown>>[];
  readonly Transitions: { readonly NextObservations: readonly string[] };
}

interface Moment {
  readonly words: string;
  readonly keys?: string;
}

/** What AWS's pages do not show, and what a test of an instance cannot bring about. */
const unverified = [
  "SendDTMF, the type of the action that presses keys: AWS's pages describe it and do not name it",
  "Properties of MessageReceived: the text is compared by Similarity",
];

/**
 * A problem's story as a test to replay on a real instance: each prompt is awaited, each key pressed after the prompt
 * that asks for it. Faults that the story needs cannot be brought about by a test; they are listed in the metadata.
 * Undefined for a problem without a story.
 */
export function testCaseOf({ flow, block, rule, path, story }: Problem): TestCaseDocument | undefined {
  if (!path || !story) return undefined;
  const moments = path.flatMap(momentOf);
  const faults = path.filter(({ kind }) => ["fault", "function fails", "closed"].includes(kind));
  return {
    Version: "2025-06-21",
    Metadata: {
      name: `${flow} ${block ?? ""} ${rule}`,
      story,
      unverified,
      needs: faults.map((step) => `${step.flow}/${step.block}: ${step.note}`),
    },
    Observations: [
      {
        Identifier: "start",
        Event: { Identifier: "start-event", Type: "TestInitiated", Actor: "System", Properties: {} },
        Actions: [],
        Transitions: { NextObservations: [moments.length === 0 ? "end" : "heard-1"] },
      },
      ...moments.map((moment, index) => observation(moment, index + 1, moments.length)),
      ...(moments.length === 0 ? [ending("end", "（終わり）")] : []),
    ],
  };
}

function momentOf({ kind, words, keys }: PathStep): Moment[] {
  const heard = words.join("").replaceAll(/\$\.[A-Za-z]+(?:\.[A-Za-z0-9_-]+)*/g, "…");
  if (heard === "" || kind === "fault") return [];
  return [keys === undefined ? { words: heard } : { words: heard, keys }];
}

function observation({ words, keys }: Moment, number: number, count: number): Observation {
  if (number === count && keys === undefined) return ending(`heard-${number}`, words);
  return {
    ...hearing(`heard-${number}`, words),
    Actions: keys === undefined ? [] : [pressing(number, keys)],
    Transitions: { NextObservations: number === count ? [] : [`heard-${number + 1}`] },
  };
}

function ending(identifier: string, words: string): Observation {
  return {
    ...hearing(identifier, words),
    Actions: [
      { Identifier: `${identifier}-end`, Type: "TestControl", Parameters: { Command: { Type: "EndTest" } } },
    ],
    Transitions: { NextObservations: [] },
  };
}

function hearing(identifier: string, words: string): Pick<Observation, "Identifier" | "Event" | "Usage"> {
  return {
    Identifier: identifier,
    Event: {
      Identifier: `${identifier}-event`,
      Type: "MessageReceived",
      Actor: "System",
      Properties: { Text: words },
      MatchingCriteria: "Similarity",
    },
    Usage: { Type: "EXACTLY" },
  };
}

function pressing(number: number, keys: string): Readonly<Record<string, unknown>> {
  return { Identifier: `press-${number}`, Type: "SendDTMF", Parameters: { Digits: keys } };
}
