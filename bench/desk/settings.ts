import { dynamoDbEntries } from "../../adapters/dynamodb/entries.ts";
import type { Table } from "../../adapters/dynamodb/table.ts";
import { s3Client, s3Reports } from "../../adapters/s3/reports.ts";
import { sha256 } from "../../adapters/system/sha256.ts";
import { faqEditions, faqEntries } from "../../domain/faq/faq.ts";
import { dateOfDay, datesOfMonth, dayNumberOf, instantOfDay, millisPerDay } from "../../domain/japan-time.ts";
import { figureDefinitions, figuresOf } from "../../domain/report/figures/figures.ts";
import type { Manifest } from "../../domain/report/contents/manifest.ts";
import { shifts } from "../../domain/shift/shift.ts";
import { programme } from "../runner/first-programme.ts";
import { reportLogIn, specialDaysIn } from "../../usecases/kept/desk-stores.ts";
import { type DeskAge, now, today } from "./history.ts";
import { fillLeading } from "./leading.ts";

const source = "想定問答集";
const version = "2025-03";
const questions = 400;

/**
 * What a desk has however old it is: the questions and answers, the month's shifts, special days, and the reports of the
 * contract; and who has taken these how often, which grows.
 */
export async function fillSettings(
  desk: Table,
  age: DeskAge,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  await fillFaq(desk);
  await fillShifts(desk);
  await fillLeading(desk);
  await fillReports(desk, age, environment["REPORT_BUCKET"] ?? "");
}

async function fillFaq(desk: Table): Promise<void> {
  const importedAt = now - 30 * millisPerDay;
  const words = ["歩数", "ポイント", "抽選", "機種変更", "退会", "通知", "ログイン", "連携"];
  const fingerprint = sha256(new TextEncoder().encode(source));
  await dynamoDbEntries(desk, faqEditions).add(programme.id, {
    source,
    version,
    importedAt,
    entries: questions,
    fingerprint,
  });
  for (let number = 1; number <= questions; number++) {
    const word = words[number % words.length] ?? "";
    await dynamoDbEntries(desk, faqEntries).add(programme.id, {
      id: `faq-${number}`,
      source,
      version,
      number,
      question: `${word}が反映されないときは、どうすればよいですか（${number}）。`,
      answer: `設定画面から${word}の項目を開き、再読み込みしてください。`,
      category: programme.categories[number % programme.categories.length]?.code ?? "",
      keywords: [word],
    });
  }
}

async function fillShifts(desk: Table): Promise<void> {
  const kept = dynamoDbEntries(desk, shifts);
  const specialDays = specialDaysIn((kind) => dynamoDbEntries(desk, kind));
  for (let day = dayNumberOf(today) - 31; day <= dayNumberOf(today) + 31; day++)
    for (const fromMinute of [540, 720])
      await kept.put(programme.id, {
        date: dateOfDay(day),
        fromMinute,
        toMinute: fromMinute + 300,
        staff: ["LD01", "SV01", "OP01", "OP02"],
        by: "SV01",
      });
  for (let days = 1; days <= 20; days++)
    await specialDays.enter(programme.id, {
      date: dateOfDay(dayNumberOf(today) + 10 * days),
      kind: "closing",
      reason: "設備点検",
    });
}

const months = ["2024-07", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12", "2025-01", "2025-02"];

async function fillReports(desk: Table, age: DeskAge, bucket: string): Promise<void> {
  const store = s3Reports(s3Client(), bucket);
  const log = reportLogIn((kind) => dynamoDbEntries(desk, kind));
  for (const month of months) {
    const manifest = manifestOf(month);
    const { report, revision } = manifest;
    await store.publish(programme.id, report, manifest, []);
    const at = instantOfDay(dayNumberOf(manifest.period.to) + 3, 600);
    await log.append(programme.id, { report, revision, at, what: "built" });
    await log.append(programme.id, { report, revision, at: at + 1, what: "approved", by: "SV01", to: [] });
  }
  for (let index = 0; index < age.waiting; index++)
    await log.append(programme.id, {
      report: `monthly/${months[index % months.length]}`,
      revision: 1,
      at: now - index * 60_000,
      what: "fetched",
      by: "PREF01",
      file: "01_実績.csv",
    });
}

function manifestOf(month: string): Manifest {
  return {
    programme: programme.id,
    report: `monthly/${month}`,
    period: datesOfMonth(month),
    cutOff: `${month}-28T00:00:00+09:00`,
    revision: 1,
    figures: figuresOf({ inbound: [], outbound: [] }, 0),
    definitions: figureDefinitions,
    files: [],
  };
}
