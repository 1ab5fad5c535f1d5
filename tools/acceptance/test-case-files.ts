import { type HeardLine, testCaseDocument } from "../../connect-flows/test-case-document.ts";
import { createCalendar } from "../../domain/calendar/business-calendar.ts";
import { formatInstant, type Instant } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { deskExchange, landingNumber } from "../../local/desk-exchange.ts";
import type { TranscriptEntry } from "../../simulator/transcript.ts";
import { VirtualClock } from "../../simulator/virtual-clock.ts";
import { type AcceptanceStory, acceptanceStories, instantsOf } from "./stories.ts";

/** The folder that holds the generated test cases and nothing else, from the root of the repository. */
export const testCasesFolder = "connect-flows/test-cases";

/**
 * Every test case by its path from the root of the repository: what a caller of the simulated exchange hears, through the
 * committed flows, is what a caller of the live one must hear. The same flows and words give the same bytes.
 */
export async function testCaseFiles(programmes: readonly Programme[]): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const programme of programmes)
    for (const story of acceptanceStories) {
      const document = testCaseDocument(await linesOf(programme, story));
      files.set(`${testCasesFolder}/${programme.id}/${story.name}.json`, jsonText(document));
    }
  return files;
}

/** JSON as the formatter leaves it: lists of texts on one line. */
function jsonText(document: unknown): string {
  return `${JSON.stringify(document, null, 2).replaceAll(/\[\s+("[^"]+")\s+\]/g, "[$1]")}\n`;
}

/** What the caller of a story hears until they would be queued, and presses. */
async function linesOf(programme: Programme, story: AcceptanceStory): Promise<HeardLine[]> {
  const { open, closed } = instantsOf(programme);
  if (story.holds === "open")
    return linesUntilQueued(await transcriptOf(programme, story, open)).slice(0, story.lines);
  const told = linesUntilQueued(await transcriptOf(programme, story, closed[0] ?? open));
  // The sentence says why the desk is closed and when it opens. What it always ends with is said of no open desk.
  const sentences = closed.map((at) => closedSentence(programme, at));
  return told.map(({ text }) => ({ text: commonEnding([text, ...sentences]), isPart: true }));
}

/** What a caller lives through who arrives at an instant and presses keys, up to the queue and a while in it. */
export async function transcriptOf(
  programme: Programme,
  { keys }: Pick<AcceptanceStory, "keys">,
  at: Instant,
): Promise<readonly TranscriptEntry[]> {
  let ids = 0;
  const exchange = deskExchange({
    programmeId: programme.id,
    calendar: createCalendar(programme.hours),
    clock: new VirtualClock(at),
    newId: () => `contact-${ids++}`,
    functions: {
      AnswerCallFunction: async () => arrivalAnswer(programme, at),
      CallbackFunction: async () => {
        throw new Error("No story of the acceptance asks for a call back.");
      },
    },
    publishEvent: async () => {},
    publishRecord: async () => {},
  });
  const call = exchange.dial({ at, from: "+819012345678", to: landingNumber, keys });
  await exchange.advanceBy(120);
  return call.transcript;
}

/** What the deployed function answers to a first-time caller (usecases/calls/answer-call.ts, whose tests hold the keys). */
function arrivalAnswer(programme: Programme, at: Instant): Record<string, string> {
  const calendar = createCalendar(programme.hours);
  const isOpen = calendar.isOpen(at);
  return {
    status: isOpen ? "open" : "closed",
    reason: calendar.reasonClosed(at)?.name ?? "",
    nextOpening: isOpen ? "" : formatInstant(calendar.nextOpening(at)),
    sentence: isOpen ? "" : closedSentence(programme, at),
    announcement: "",
    announced: "no",
    route: "operator",
    caller: "first",
    openCase: "",
  };
}

function closedSentence({ phrases, hours }: Programme, at: Instant): string {
  const calendar = createCalendar(hours);
  const reason = calendar.reasonClosed(at)?.name ?? "";
  return phrases.closed({ reason, nextOpening: calendar.nextOpening(at), at });
}

/** What is heard before a caller is queued, with the key that is pressed then. */
export function linesUntilQueued(transcript: readonly TranscriptEntry[]): HeardLine[] {
  const queued = transcript.findIndex(({ kind }) => kind === "queued");
  const lines: HeardLine[] = [];
  for (const { kind, text } of queued < 0 ? transcript : transcript.slice(0, queued)) {
    const last = lines.at(-1);
    if (kind === "said") lines.push({ text });
    if (kind === "pressed" && last) lines[lines.length - 1] = { ...last, key: text };
  }
  return lines;
}

function commonEnding(texts: readonly string[]): string {
  return texts.reduce((common, text) => {
    let length = 0;
    while (length < common.length && common.at(-1 - length) === text.at(-1 - length)) length++;
    return common.slice(common.length - length);
  });
}
