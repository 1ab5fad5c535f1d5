import { readFile } from "node:fs/promises";
import { newId } from "../../adapters/system/ids.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import type { Log } from "../../lambdas/edge/log.ts";
import { takeContactRecordsHandler } from "../../lambdas/take-contact-records.ts";
import { kinesisEvent } from "../kinesis-event.ts";
import { lambdaContext } from "../lambda-context.ts";
import { commonOptions, done, failed, readWords, type Verb, wrongUse } from "./verb.ts";
import { withService } from "./with-service.ts";

/** As many records as the deployed function is given at once. */
const batchSize = 100;

/** How many days are taken at once. */
const parallelDays = 8;

export const contactsImport: Verb = {
  name: "contacts import",
  help: `contacts import FILE.jsonl [--json]
Takes Amazon Connect contact records, one JSON a line, in any order and any number of times, through the deployed handler.
A line that cannot be read is parked with its reason and counted; the others go in.`,
  async run(words) {
    const read = readWords(words, ["FILE.jsonl"], commonOptions);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const text = await readFile(positionals[0] ?? "", "utf8").catch((cause: NodeJS.ErrnoException) => cause);
    if (typeof text !== "string")
      return failed(`${positionals[0]} cannot be read (${text.code}): check the path.`);
    const lines = text
      .replace(/^\uFEFF/, "")
      .split(/\r?\n/)
      .filter((line) => line.trim() !== "");
    const count = { taken: 0, parked: 0 };
    const reasons: string[] = [];
    const log: Log = (level, message, fields) => {
      if (message === "contact records") {
        count.taken += Number(fields?.["taken"]);
        count.parked += Number(fields?.["parked"]);
      } else if (message === "a contact-record was parked") reasons.push(String(fields?.["reason"]));
      else if (level === "error") console.error(JSON.stringify({ message, ...fields }));
    };
    const take = async (service: Parameters<Parameters<typeof withService>[1]>[0]) => {
      const handler = takeContactRecordsHandler(service.worldAt(systemClock));
      const days = [...Map.groupBy(lines.toSorted(inOrderOfBeginning), dayOfLine).values()];
      const takeNextDays = async () => {
        for (let day = days.shift(); day; day = days.shift()) {
          for (let from = 0; from < day.length; from += batchSize) {
            const batch = kinesisEvent(day.slice(from, from + batchSize));
            const { batchItemFailures } = await handler(batch, lambdaContext(newId()));
            if (batchItemFailures.length > 0) throw new Error("The store failed; run the import again.");
          }
        }
      };
      await Promise.all(Array.from({ length: parallelDays }, takeNextDays));
      if (values.json) return done(JSON.stringify({ lines: lines.length, ...count, reasons }));
      return done(`${lines.length} 行: 取込 ${count.taken} 件、保留 ${count.parked} 件`, ...reasons);
    };
    return withService(values.programme, take, log);
  },
};

/** Lines by when their contact began, so that a file gives the same receipt numbers in whatever order its lines are. */
function inOrderOfBeginning(one: string, other: string): number {
  const [a, b] = [beginningOf(one), beginningOf(other)];
  if (a !== b) return a < b ? -1 : 1;
  return one < other ? -1 : 1;
}

function dayOfLine(line: string): string {
  return beginningOf(line).slice(0, 10);
}

function beginningOf(line: string): string {
  return /"InitiationTimestamp"\s*:\s*"([^"]*)"/.exec(line)?.[1] ?? "";
}
