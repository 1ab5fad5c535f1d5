import type { KnowledgeProgress, Progress } from "../../domain/handover/knowledge.ts";
import { dateAt, datesBetween, parseDate } from "../../domain/japan-time.ts";
import { knowledgeProgress } from "../../usecases/knowledge/handed-over-knowledge.ts";
import { knowledgeServices } from "./handover-knowledge.ts";
import { commonOptions, done, readWords, type Verb, wrongUse } from "./verb.ts";
import { deskHelp, deskOptions, withDesk } from "./with-desk.ts";

/** As many days as are shown at once: a quarter of a year. */
const longestRange = 92;

const options = {
  ...commonOptions,
  ...deskOptions,
  at: { type: "string" },
  from: { type: "string" },
} as const;

export const handoverProgress: Verb = {
  name: "handover progress",
  help: `handover progress [--at DATE] [--from DATE] [--deployed] [--json]
How much of the handed-over knowledge each operator had confirmed when a date ended (default: today), with numerator and
denominator; with --from, for each date from then. --json: {date, readers[{staff, confirmed, of, rate}], all} a line.
${deskHelp}`,
  async run(words) {
    const read = readWords(words, [], options);
    if (!read.ok) return wrongUse(read.problem);
    const { values } = read.value;
    return withDesk(values, async (desk) => {
      const services = knowledgeServices(desk);
      const to = parseDate(values.at ?? dateAt(services.clock.now()));
      if (!to.ok) return wrongUse(to.problem);
      const from = parseDate(values.from ?? to.value);
      if (!from.ok) return wrongUse(from.problem);
      const dates = datesBetween(from.value, to.value);
      if (dates.length === 0)
        return wrongUse(`${from.value} comes after ${to.value}: give the earlier date first.`);
      if (dates.length > longestRange) return wrongUse(`--from goes ${longestRange} days back at most.`);
      const days = await knowledgeProgress(services)(dates);
      return done(...days.flatMap((day) => (values.json ? [JSON.stringify(day)] : inWords(day))));
    });
  },
};

function inWords({ date, readers, all }: KnowledgeProgress): string[] {
  return [
    `${date} 全体 ${rateInWords(all)}`,
    ...readers.map(({ staff, ...progress }) => `${date} ${staff} ${rateInWords(progress)}`),
  ];
}

function rateInWords({ confirmed, of, rate }: Progress): string {
  return `${rate === null ? "—" : `${(rate * 100).toFixed(1)} ％`}（確認 ${confirmed} ÷ 全 ${of}）`;
}
