import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { testCaseDocument } from "../../connect-flows/test-case-document.ts";
import { createCalendar } from "../../domain/calendar/business-calendar.ts";
import type { JapaneseDate } from "../../domain/japan-time.ts";
import { deskExchange, hoursArn } from "../../local/desk-exchange.ts";
import { serveOnLoopback } from "../../local/loopback-server.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { connectApi } from "../../simulator/connect-api.ts";
import { VirtualClock } from "../../simulator/virtual-clock.ts";
import { instantsOf } from "../../tools/acceptance/stories.ts";
import { linesUntilQueued, transcriptOf } from "../../tools/acceptance/test-case-files.ts";
import { at } from "./contacts.ts";

type TestCase = ReturnType<typeof testCaseDocument>;
type Failure = { readonly ObservationId: string; readonly Record: string };

/**
 * A deployed instance behind Amazon Connect's API, until `stop`: lists of instances, hours and test cases, the hours of
 * the simulated exchange, and test cases that are run by a caller of it. Tests change what `world` holds.
 */
export async function aLiveInstance(instanceAlias: string) {
  const world = {
    /** By their names in the instance. */
    testCases: committedTestCases(),
    hoursName: `${kobatonAlkoo.id}-desk`,
    /** Days on which an override is not in force. */
    openAllTheSame: [] as JapaneseDate[],
    /** Polls before a run has ended. */
    runsFor: 0,
  };
  const asked: string[] = [];
  const runs = new Map<string, { polls: number; failure: Failure | undefined }>();
  const api = connectApi(anExchange());

  const answers: readonly [RegExp, (found: readonly string[]) => unknown][] = [
    [/^GET \/instance$/, () => ({ InstanceSummaryList: [{ Id: "local", InstanceAlias: instanceAlias }] })],
    [
      /^GET \/hours-of-operations-summary\/local$/,
      () => ({ HoursOfOperationSummaryList: [{ Name: world.hoursName, Arn: hoursArn }] }),
    ],
    [
      /^GET \/test-cases-summary\/local$/,
      () => ({
        TestCaseSummaryList: [...world.testCases.keys()].map((Name) => ({ Name, Id: `id of ${Name}` })),
      }),
    ],
    [
      /^PUT \/test-cases\/local\/id of (.+)\/start-execution$/,
      async ([name = ""]) => {
        const id = `run-${runs.size + 1}`;
        runs.set(id, { polls: 0, failure: await failureOf(name, world.testCases.get(name)!) });
        return { TestCaseExecutionId: id, Status: "INITIATED" };
      },
    ],
    [
      /^GET \/test-cases\/local\/[^/]+\/(run-\d+)\/summary$/,
      ([id = ""]) => {
        const run = runs.get(id)!;
        const isOver = run.polls++ >= world.runsFor;
        return { Status: isOver ? (run.failure ? "FAILED" : "PASSED") : "IN_PROGRESS" };
      },
    ],
    [
      /^GET \/test-cases\/local\/[^/]+\/(run-\d+)\/records$/,
      ([id = ""]) => ({
        ExecutionRecords: [
          { ObservationId: "begins", Status: "PASSED" },
          ...[runs.get(id)!.failure ?? []].flat().map((failure) => ({ ...failure, Status: "FAILED" })),
        ],
      }),
    ],
  ];

  const server = await serveOnLoopback(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const operation = `${request.method} ${decodeURIComponent(pathname)}`;
    asked.push(operation);
    const [, answer] = answers.find(([pattern]) => pattern.test(operation)) ?? [];
    const found = answers.flatMap(([pattern]) => pattern.exec(operation)?.slice(1) ?? []);
    const body = answer ? await answer(found) : await hoursOrNothing(pathname, searchParams);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  });

  async function hoursOrNothing(pathname: string, query: URLSearchParams) {
    const { body } = await api("GET", pathname, Object.fromEntries(query));
    const nine = { Start: { Hours: 9, Minutes: 0 }, End: { Hours: 17, Minutes: 0 } };
    const list = (body["EffectiveHoursOfOperationList"] ?? []) as { Date: string }[];
    return {
      EffectiveHoursOfOperationList: list.map((day) =>
        world.openAllTheSame.includes(day.Date) ? { ...day, OperationalHours: [nine] } : day,
      ),
    };
  }

  return { world, asked, endpoint: server.endpoint, stop: () => server.stop() };
}

function committedTestCases(): Map<string, TestCase> {
  return new Map(
    globSync(`connect-flows/test-cases/${kobatonAlkoo.id}/*.json`).map((file) => [
      `${kobatonAlkoo.id}-${basename(file, ".json")}`,
      JSON.parse(readFileSync(file, "utf8")) as TestCase,
    ]),
  );
}

/** The first thing that a caller of the exchange does not hear as a test case says; undefined where they hear it all. */
async function failureOf(name: string, { Observations }: TestCase): Promise<Failure | undefined> {
  const { open, closed } = instantsOf(kobatonAlkoo);
  const heardEvents = Observations.filter(({ Event }) => Event.Type === "MessageReceived");
  const keys = heardEvents.flatMap(({ Actions }) =>
    Actions.filter(({ Type }) => Type === "SendInstruction").map(({ Parameters }) => {
      const { Instruction } = Parameters as { Instruction: { Properties: { Value: string } } };
      return Instruction.Properties.Value;
    }),
  );
  const arrives = name.includes("-closed-") ? closed[0]! : open;
  const heard = linesUntilQueued(await transcriptOf(kobatonAlkoo, { keys }, arrives));
  for (const [index, { Identifier, Event }] of heardEvents.entries()) {
    const [said, text] = [heard[index]?.text ?? "silence", Event.Properties.Text ?? ""];
    const matches = Event.MatchingCriteria === "Inclusion" ? said.includes(text) : said === text;
    if (!matches) return { ObservationId: Identifier, Record: `heard ${said}` };
  }
  return undefined;
}

function anExchange() {
  return deskExchange({
    programmeId: kobatonAlkoo.id,
    calendar: createCalendar(kobatonAlkoo.hours),
    clock: new VirtualClock(at("2024-07-16T10:00")),
    newId: () => "contact",
    functions: { AnswerCallFunction: async () => ({}), CallbackFunction: async () => ({}) },
    publishEvent: async () => {},
    publishRecord: async () => {},
  });
}
