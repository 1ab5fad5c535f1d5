import type { BusinessCalendar } from "../../calendar/business-calendar.ts";
import { type Case, isWritten } from "../../case/case.ts";
import type { Calls } from "../../contact/call.ts";
import { dateAt, type JapaneseDate } from "../../japan-time.ts";
import type { Programme } from "../../programme.ts";
import { everKnown, type KnownCategory } from "../../settings/categories.ts";
import { categoryChangesIn } from "../../settings/category-changes-in-words.ts";
import type { SettingChange } from "../../settings/setting-change.ts";
import { attributesOf } from "../contents/attributes-table.ts";
import { escalationsOf } from "../contents/escalations-table.ts";
import { figuresOf } from "../figures/figures.ts";
import { figuresByHour, hourAt, writeHours } from "../contents/hours-table.ts";
import { indicatorsOf, writeIndicators } from "../contents/indicators.ts";
import {
  categoryNameReader,
  inOrderOfReceipt,
  inquiriesTable,
  inquiryReader,
} from "../contents/inquiries-table.ts";
import type { MonthlyFindings } from "../contents/monthly-findings.ts";
import type { NaviDialCount } from "../entered/navi-dial.ts";
import { monthsOf } from "../figures/planned-volumes.ts";
import type { Proposal } from "../entered/proposal.ts";
import { proposalsOf, writeProposals } from "../contents/proposals-table.ts";
import { monthBeforePeriod, type ReportPeriod } from "../plan/report-period.ts";
import { figuresByDay, writeResults } from "../contents/results-table.ts";
import { risingWordsOf } from "../contents/rising-words.ts";
import { suggestionsOf } from "../contents/suggestions.ts";
import { type BeginTable, beginTable } from "../csv/table.ts";
import { type CategoryTrend, trendsOf } from "../contents/trends-table.ts";

/** What a report is made from, besides the cases, which come day by day because they are many. */
export interface PackInput {
  readonly programme: Programme;
  readonly calendar: BusinessCalendar;
  readonly period: ReportPeriod;
  /** Every call of the period. */
  readonly calls: Calls;
  /** What the desk has proposed so far. */
  readonly proposals: readonly Proposal[];
  /** What Navi-Dial itself counted, of whichever months. */
  readonly naviDial: readonly NaviDialCount[];
  /** What supervisors have changed of the programme's settings, of whatever days. */
  readonly settingChanges: readonly SettingChange[];
}

/**
 * 定例報告: a pure function of calls, cases, settings and period. The cases are taken a day at a time, in order of days,
 * and each becomes its line at once: what is kept does not grow with them. The order within a day does not matter.
 * The cases of the month before, where there is one to compare with, are taken first and counted only.
 */
export function reportPack(input: PackInput, begin: BeginTable) {
  const { programme, calendar, period, calls } = input;
  const { attributeChoices } = programme;
  const categories = reportedCategories(input);
  const inquiryOf = inquiryReader(categories, calls);
  const categoryNameOf = categoryNameReader(categories);
  const written = writtenInquiries();
  const trends = trendsOf(categories, monthsOf(period), monthBeforePeriod(programme, period));
  const attributes = attributesOf(attributeChoices);
  const words = risingWordsOf();
  const escalations = escalationsOf(period, calendar);
  const inquiries = beginTable(begin, inquiriesTable);

  return {
    takeEarlierDay(cases: readonly Case[]): void {
      for (const one of cases.toSorted(inOrderOfReceipt)) {
        trends.take(one);
        words.takeEarlier(one);
        escalations.takeEarlier(one, categoryNameOf(one));
      }
    },
    takeDay(cases: readonly Case[]): void {
      for (const one of cases.toSorted(inOrderOfReceipt)) {
        trends.take(one);
        attributes.take(one);
        words.take(one);
        const inquiry = inquiryOf(one);
        escalations.take(one, inquiry.categoryName);
        written.take(one);
        inquiries.row(inquiry);
      }
    },
    /** Writes what is known only at the end, and gives what was found. */
    finish(): MonthlyFindings {
      inquiries.end();
      trends.write(begin);
      attributes.write(begin);
      words.write(begin);
      escalations.write(begin);
      const findings = findingsOf(input, written, trends.trends());
      const { figures, days, hours, indicators, proposals, suggestions } = findings;
      writeResults(begin, days, figures);
      writeHours(begin, hours, figures);
      writeIndicators(begin, indicators);
      writeProposals(begin, proposals, suggestions);
      return findings;
    },
  };
}

/** Every category, in the words in force on a report's last day. */
export function reportedCategories({
  programme,
  period,
  settingChanges,
}: Pick<PackInput, "programme" | "period" | "settingChanges">): KnownCategory[] {
  return everKnown(programme.categories, settingChanges, period.to);
}

/** What the period's calls and counts say. */
function findingsOf(
  { programme, calendar, period, calls, proposals, naviDial, settingChanges }: PackInput,
  written: ReturnType<typeof writtenInquiries>,
  trends: readonly CategoryTrend[],
): MonthlyFindings {
  const figures = figuresOf(calls, written.count());
  const hours = figuresByHour(programme.hours, calls, written.byHour);
  const { targets } = programme.report;
  return {
    programme,
    period,
    figures,
    indicators: indicatorsOf({ programme, calendar, period, figures, naviDial }),
    days: figuresByDay({ period, calendar, calls, written: written.byDate }),
    hours,
    trends,
    categoryChanges: categoryChangesIn(programme.categories, settingChanges, period),
    proposals: proposalsOf(period, proposals),
    suggestions: suggestionsOf({ targets, figures, hours, trends }),
  };
}

/** Counts written inquiries by the date and by the hour at which they came in. */
export function writtenInquiries() {
  const byDate = new Map<JapaneseDate, number>();
  const byHour = new Map<number, number>();
  return {
    byDate,
    byHour,
    take({ origin, receivedAt }: Case): void {
      if (!isWritten(origin)) return;
      const [date, hour] = [dateAt(receivedAt), hourAt(receivedAt)];
      byDate.set(date, (byDate.get(date) ?? 0) + 1);
      byHour.set(hour, (byHour.get(hour) ?? 0) + 1);
    },
    count: (): number => [...byDate.values()].reduce((sum, count) => sum + count, 0),
  };
}
