import { formatInstant, parseDate, parseInstant } from "../../domain/japan-time.ts";
import { type Result, success } from "../../domain/result.ts";
import { deskCalendar } from "../../usecases/calendar/desk-calendar.ts";
import { specialDayLogOf } from "../../lambdas/edge/composition.ts";
import { enterSpecialDay } from "../../usecases/calendar/enter-special-day.ts";
import { commonOptions, done, type Outcome, readWords, type Verb, wrongUse } from "./verb.ts";
import { deskClock } from "./desk-clock.ts";
import { withService } from "./with-service.ts";

export const calendarAt: Verb = {
  name: "calendar at",
  help: `calendar at INSTANT [--json]
Says whether the desk is open, and if not why and when it opens next.
INSTANT such as 2024-07-16T10:00 (Japan time) or 2024-07-16T01:00Z.`,
  async run(words) {
    const read = readWords(words, ["INSTANT"], commonOptions);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const at = parseInstant(positionals[0] ?? "");
    if (!at.ok) return wrongUse(at.problem);
    return withService(values.programme, async ({ programme, stores }) => {
      const calendar = await deskCalendar(programme, stores.specialDays);
      const closed = calendar.reasonClosed(at.value);
      const answer = {
        open: closed === undefined,
        reason: closed?.name ?? null,
        nextOpening: formatInstant(calendar.nextOpening(at.value)),
      };
      if (values.json) return done(JSON.stringify(answer));
      const provisional = closed?.provisional ? "（暫定：官報公表前の計算値）" : "";
      return done(
        closed ? `受付時間外（${closed.name}）${provisional}` : "受付中",
        `次の受付開始: ${answer.nextOpening}`,
      );
    });
  },
};

export const calendarDays: Verb = {
  name: "calendar days",
  help: `calendar days FROM TO [--json]
Counts the operating days from one date to another, both included, and lists them.`,
  async run(words) {
    const read = readWords(words, ["FROM", "TO"], commonOptions);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const range = rangeOf(positionals);
    if (!range.ok) return wrongUse(range.problem);
    const { from, to } = range.value;
    return withService(values.programme, async ({ programme, stores }) => {
      const calendar = await deskCalendar(programme, stores.specialDays);
      const days = calendar.operatingDays(from, to);
      if (values.json) return done(JSON.stringify({ count: calendar.countOperatingDays(from, to), days }));
      return done(`${from} から ${to} まで: ${days.length} 営業日`, ...days);
    });
  },
};

function rangeOf([first = "", second = ""]: readonly string[]): Result<{ from: string; to: string }> {
  const from = parseDate(first);
  const to = parseDate(second);
  if (!from.ok) return from;
  if (!to.ok) return to;
  if (from.value > to.value)
    return { ok: false, problem: `${second} is before ${first}: give the earlier date first.` };
  return success({ from: from.value, to: to.value });
}

export const calendarClose: Verb = {
  name: "calendar close",
  help: `calendar close DATE --reason TEXT
Enters an extra closing day. Callers hear the reason from then on; no deployment is needed.`,
  run: (words) => enter(words, {}, (date, reason) => success({ kind: "closing", date, reason })),
};

export const calendarOpen: Verb = {
  name: "calendar open",
  help: `calendar open DATE --from 09:00 --to 17:00 --reason TEXT
Enters an extra opening day with its own hours.`,
  run: (words) =>
    enter(words, { from: { type: "string" }, to: { type: "string" } } as const, (date, reason, values) => {
      const opensAtMinute = minuteOf(values["from"]);
      const closesAtMinute = minuteOf(values["to"]);
      if (opensAtMinute === undefined || closesAtMinute === undefined)
        return { ok: false, problem: "Give the hours as --from 09:00 --to 17:00." };
      return success({ kind: "opening", date, reason, opensAtMinute, closesAtMinute });
    }),
};

type DayFrom = (
  date: string,
  reason: string,
  values: Readonly<Record<string, unknown>>,
) => Result<Parameters<ReturnType<typeof enterSpecialDay>>[0]>;

async function enter(
  words: readonly string[],
  more: Record<string, { type: "string" }>,
  dayFrom: DayFrom,
): Promise<Outcome> {
  const read = readWords(words, ["DATE"], { ...commonOptions, ...more, reason: { type: "string" } } as const);
  if (!read.ok) return wrongUse(read.problem);
  const values: Readonly<Record<string, unknown>> = read.value.values;
  const reason = typeof values["reason"] === "string" ? values["reason"] : "";
  const day = dayFrom(read.value.positionals[0] ?? "", reason, values);
  if (!day.ok) return wrongUse(day.problem);
  const programmeId = typeof values["programme"] === "string" ? values["programme"] : undefined;
  return withService(programmeId, async (service) => {
    const { programme, stores } = service;
    const clock = await deskClock(service);
    const specialDayLog = specialDayLogOf(service.worldAt(clock));
    const services = { programme, clock, specialDays: stores.specialDays, specialDayLog };
    const entered = await enterSpecialDay(services)(day.value);
    return entered.ok ? done(`${entered.value.date} ${entered.value.reason}`) : wrongUse(entered.problem);
  });
}

function minuteOf(text: unknown): number | undefined {
  const parts = typeof text === "string" ? /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text) : null;
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : undefined;
}
