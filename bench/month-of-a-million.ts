import { execFileSync } from "node:child_process";
import { pdfDocuments } from "../adapters/pdf/document.ts";
import { temporaryDraft } from "../adapters/system/temporary-draft.ts";
import { workbookWriter } from "../adapters/xlsx/workbook.ts";
import type { Case, CaseEvent } from "../domain/case/case.ts";
import { createCalendar } from "../domain/calendar/business-calendar.ts";
import type { ContactFacts, ContactState } from "../domain/contact/contact.ts";
import {
  datesBetween,
  datesOfMonth,
  dayNumberOf,
  type Instant,
  instantOfDay,
  type JapaneseDate,
} from "../domain/japan-time.ts";
import { monthlyPlan } from "../domain/report/plan/report-plan.ts";
import { programme } from "./runner/first-programme.ts";
import { buildReport } from "../usecases/reports/build-report.ts";

/**
 * The monthly report of 1,000,000 contacts in the first month of the contract, each with its case, in a process whose heap is that of a Lambda function of
 * 1,769 MB, beside what Lambda allows: 15 minutes and that memory. The stores make their days when they are asked, and give
 * them as they would come from a database, read from JSON.
 */
const contactsOfMonth = 1_000_000;
const month = "2024-07";
const calendar = createCalendar(programme.hours);

function operatingDays(ofMonth: string): JapaneseDate[] {
  const { from, to } = datesOfMonth(ofMonth);
  return datesBetween(from, to).filter((date) => calendar.isOperatingDay(date));
}

function contactsOn(date: JapaneseDate): number {
  return calendar.isOperatingDay(date)
    ? Math.floor(contactsOfMonth / operatingDays(date.slice(0, 7)).length)
    : 0;
}

/** One of a day's contacts, which are spread over the eight hours of opening. */
interface Made {
  readonly date: JapaneseDate;
  readonly index: number;
  readonly at: Instant;
  readonly id: string;
}

function everyOf<Kept>(date: JapaneseDate, make: (made: Made) => Kept): Kept[] {
  const count = contactsOn(date);
  const opening = instantOfDay(dayNumberOf(date), 540);
  const prefix = `${date.replaceAll("-", "")}-0000-4000-8000-`;
  return Array.from({ length: count }, (_, index) => {
    const at = opening + Math.floor((index / count) * 8 * 3_600_000);
    const made = make({ date, index, at, id: prefix + String(index).padStart(12, "0") });
    return JSON.parse(JSON.stringify(made)) as Kept;
  });
}

/** Four of five calls are answered; the others give up. */
function isAnswered(index: number): boolean {
  return index % 5 !== 0;
}

function contactOn({ date, index, at: initiatedAt, id: contactId }: Made): ContactState {
  const answered: ContactFacts = {
    connectedToAgentAt: initiatedAt + 30_000,
    interactionSeconds: 200 + (index % 400),
    holdSeconds: index % 60,
    afterContactWorkSeconds: 60 + (index % 90),
    staffCode: `OP${String(index % 100).padStart(3, "0")}`,
  };
  return {
    programme: programme.id,
    contactId,
    initiatedAt,
    events: { channel: "VOICE", initiationMethod: "INBOUND" },
    record: {
      lastUpdatedAt: initiatedAt + 600_000,
      facts: {
        channel: "VOICE",
        initiationMethod: "INBOUND",
        arrival: "open",
        enqueuedAt: initiatedAt + 12_000,
        queueSeconds: 8 + (index % 120),
        disconnectedAt: initiatedAt + 400_000,
        disconnectReason: "CUSTOMER_DISCONNECT",
        personKey: `${date}${String(index).padStart(12, "0")}`.repeat(2),
        ...(isAnswered(index) && answered),
      },
    },
  };
}

function caseOn({ date, index, at: receivedAt, id }: Made): Case {
  const history: CaseEvent[] = [{ at: receivedAt, what: "opened" }];
  const { municipality, ageBand, device, relation } = programme.attributeChoices;
  const pick = (choices: readonly string[]) => choices[index % choices.length] ?? "";
  return {
    programme: programme.id,
    receiptNumber: `4${date.slice(5, 7)}${date.slice(8)}${String(index).padStart(7, "0")}`,
    origin: isAnswered(index) ? { kind: "call", contactId: id } : { kind: "web-form", submissionId: id },
    receivedAt,
    status: index % 50 === 0 ? "in-progress" : "closed",
    attributes: {
      municipality: pick(municipality),
      ageBand: pick(ageBand),
      device: pick(device),
      relation: pick(relation),
    },
    category: programme.categories[index % programme.categories.length]?.code ?? "",
    content: `アプリの歩数が反映されない。再起動と再ログインを案内した（${index % 1000}）。ポイントの確認方法も説明した。`,
    history,
    version: 3,
  };
}

function notAsked(): never {
  throw new Error("Building a report asks for nothing of this.");
}

/** Builds the report and says how long it took, how much memory, and what came of it. */
async function build(): Promise<void> {
  const plan = monthlyPlan(programme, month);
  if (!plan.ok) throw new Error(plan.problem);
  const start = performance.now();
  const files = await buildReport({
    programme,
    settingChanges: { all: async () => [] },
    contacts: { ofDay: async (_, date) => everyOf(date, contactOn), find: notAsked, save: notAsked },
    cases: {
      ofDay: async (_, date) => everyOf(date, caseOn),
      open: notAsked,
      find: notAsked,
      update: notAsked,
      due: notAsked,
      personPage: notAsked,
      owing: notAsked,
      openPage: notAsked,
      ownedPage: notAsked,
      pageOfDay: notAsked,
      questionPage: notAsked,
    },
    specialDays: { all: async () => [], enter: notAsked },
    proposals: { all: async () => [], page: notAsked, find: notAsked, add: notAsked, update: notAsked },
    naviDial: { all: async () => [], keep: notAsked },
    reports: {
      latest: async () => undefined,
      open: notAsked,
      publish: notAsked,
      all: notAsked,
      read: notAsked,
    },
    writeDocument: pdfDocuments("node_modules/@expo-google-fonts/noto-sans-jp"),
    newWorkbook: workbookWriter(),
    newDraft: temporaryDraft,
  })(plan.value, async ({ manifest }) => manifest.files);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, megabytes, files }));
}

function compare(): void {
  const words = ["--max-old-space-size=1400", import.meta.filename, "build"];
  const { seconds, megabytes, files } = JSON.parse(
    execFileSync(process.execPath, words, { encoding: "utf8" }),
  ) as {
    readonly seconds: number;
    readonly megabytes: number;
    readonly files: readonly { readonly name: string; readonly rows: number }[];
  };
  const rows = files.find(({ name }) => name.startsWith("03_"))?.rows ?? 0;
  if (rows < contactsOfMonth * 0.99) throw new Error(`The report lists ${rows} cases only.`);
  const print = (part: string, peer: string, oursValue: number, peerValue: number, unit: string) =>
    console.log(JSON.stringify({ part, peer, oursValue, peerValue, unit, ratio: peerValue / oursValue }));
  print("report of 1,000,000 contacts", "Lambda's 15 minutes", seconds, 900, "s");
  print("memory of the same", "a Lambda function of 1,769 MB", megabytes, 1769, "MB");
}

if (process.argv[2] === "build") await build();
else compare();
