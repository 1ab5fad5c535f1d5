import { createCalendar } from "../../domain/calendar/business-calendar.ts";
import type { Case } from "../../domain/case/case.ts";
import type { Calls, InboundCall } from "../../domain/contact/call.ts";
import { dayNumberOf, instantOfDay, type JapaneseDate, type JapaneseMonth } from "../../domain/japan-time.ts";
import { reportPack } from "../../domain/report/packs/report-pack.ts";
import type { MonthlyFindings } from "../../domain/report/contents/monthly-findings.ts";
import { periodOfMonth } from "../../domain/report/plan/report-period.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";

const calendar = createCalendar(kobatonAlkoo.hours);

/** What a report finds in a month that has some calls on each operating day, made up by plain arithmetic; or in an empty one. */
export function aMonth(month: JapaneseMonth, callsADay: (index: number) => number): MonthlyFindings {
  const period = periodOfMonth(kobatonAlkoo, month);
  if (!period.ok) throw new Error(period.problem);
  const days = daysOf(period.value.from, period.value.to).map((date, index) => ({
    date,
    count: callsADay(index),
  }));
  const inbound = days.flatMap(({ date, count }) =>
    Array.from({ length: count }, (_, index) => aCall(date, index)),
  );
  const outbound: Calls["outbound"] = inbound
    .filter(({ outcome }) => outcome === "callback-requested")
    .map((call) => ({
      contactId: `back-${call.contactId}`,
      startedAt: call.arrivedAt + 1_800_000,
      connected: true,
      answers: call.contactId,
    }));
  const calls = { inbound, outbound, uncounted: 0 };
  const input = {
    programme: kobatonAlkoo,
    calendar,
    period: period.value,
    calls,
    proposals: [],
    naviDial: [],
    settingChanges: [],
  };
  const pack = reportPack(input, () => ({ row: () => undefined, end: () => undefined }));
  pack.takeEarlierDay(inbound.slice(0, 60).map((call, index) => aCase(call, index + 3, "earlier")));
  pack.takeDay(inbound.map((call, index) => aCase(call, index, "now")));
  return pack.finish();
}

function daysOf(from: JapaneseDate, to: JapaneseDate): JapaneseDate[] {
  return Array.from(
    { length: Number(to.slice(8)) },
    (_, day) => `${from.slice(0, 8)}${String(day + 1).padStart(2, "0")}`,
  ).filter((date) => calendar.isOperatingDay(date));
}

function aCall(date: JapaneseDate, index: number): InboundCall {
  const outcome = index % 17 === 16 ? "abandoned" : index % 23 === 22 ? "callback-requested" : "answered";
  const isAnswered = outcome === "answered";
  return {
    contactId: `${date}-${index}`,
    arrivedAt: instantOfDay(dayNumberOf(date), 540 + ((index * index * 29 + dayNumberOf(date) * 53) % 480)),
    outcome: index % 19 === 18 ? "arrived-closed" : outcome,
    interactionSeconds: isAnswered ? 400 + ((index * 31) % 300) : 0,
    holdSeconds: isAnswered ? (index * 7) % 60 : 0,
    afterContactWorkSeconds: isAnswered ? 60 + ((index * 13) % 90) : 0,
    waitSeconds: (index * 5) % 40,
    staffCodes: isAnswered ? ["OP01"] : [],
  };
}

/** A case of a call; every tenth was written instead. The earlier ones came in the month before. */
function aCase(call: InboundCall, index: number, when: "earlier" | "now"): Case {
  const categories = kobatonAlkoo.categories;
  const category = categories[Math.floor(((index * 37) % 101) ** 2 / 610)]?.code;
  return {
    programme: kobatonAlkoo.id,
    receiptNumber: String(index),
    origin:
      index % 10 === 9
        ? { kind: "web-form", submissionId: String(index) }
        : { kind: "call", contactId: call.contactId },
    receivedAt: when === "now" ? call.arrivedAt : call.arrivedAt - 31 * 86_400_000,
    status: "closed",
    attributes: {},
    ...(category !== undefined && { category }),
    history: [],
    version: 1,
  };
}
