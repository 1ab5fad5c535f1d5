import { dynamoDbEntries, dynamoDbVersionedEntries } from "../../adapters/dynamodb/entries.ts";
import type { Table } from "../../adapters/dynamodb/table.ts";
import { announcementLog } from "../../domain/announcement-log.ts";
import { specialDayLog } from "../../domain/calendar/special-day-log.ts";
import { receiptNumberOf } from "../../domain/case/receipt-number.ts";
import { faqDrafts } from "../../domain/faq/faq-draft.ts";
import { dateOfDay, dayNumberOf, millisPerDay } from "../../domain/japan-time.ts";
import { settingChanges } from "../../domain/settings/setting-change.ts";
import { templates } from "../../domain/template.ts";
import { programme } from "../runner/first-programme.ts";
import { flagsIn, naviDialIn } from "../../usecases/kept/desk-stores.ts";
import { now, today } from "./history.ts";

/**
 * What leaders and supervisors have written, as much as people read: it does not grow with the cases. Drafts for the desk's own
 * FAQ are as many as a FAQ has room for; flags are as many as people whom a supervisor has decided to speak to.
 */
export async function fillLeading(desk: Table): Promise<void> {
  await fillLogs(desk);
  await fillTemplates(desk);
  await fillDrafts(desk);
  await fillFlags(desk);
  await fillNaviDial(desk);
}

const by = "SV01";

async function fillLogs(desk: Table): Promise<void> {
  for (let number = 1; number <= 60; number++) {
    const at = now - (61 - number) * millisPerDay;
    const until = at + millisPerDay / 2;
    await dynamoDbEntries(desk, announcementLog).add(programme.id, {
      number,
      at,
      by,
      what: "set",
      text: "アプリに障害が発生しています。",
      until,
    });
    const date = dateOfDay(dayNumberOf(today) + number);
    await dynamoDbEntries(desk, specialDayLog).add(programme.id, {
      number,
      at,
      by,
      day: { kind: "closing", date, reason: "設備点検" },
    });
    const value =
      number % 2 === 0
        ? ({ setting: "callback-retry", rule: programme.callback } as const)
        : ({
            setting: "category",
            code: "C50",
            name: `催し${number}`,
            isOffered: true,
            isDeskOnly: false,
          } as const);
    const change = { ...value, number, from: today, at, by, reason: "新しい催し" };
    await dynamoDbEntries(desk, settingChanges).add(programme.id, change);
  }
}

async function fillTemplates(desk: Table): Promise<void> {
  for (let code = 1; code <= 20; code++)
    for (let version = 1; version <= 3; version++)
      await dynamoDbEntries(desk, templates).add(programme.id, {
        code: `template-${code}`,
        version,
        name: `定型文${code}`,
        text: "お問い合わせありがとうございます。設定画面をお確かめください。",
        at: now - version * millisPerDay,
        by,
      });
}

async function fillDrafts(desk: Table): Promise<void> {
  for (let index = 0; index < 60; index++) {
    const isApproved = index % 3 === 0;
    await dynamoDbVersionedEntries(desk, faqDrafts).add(programme.id, {
      receiptNumber: receiptNumberOf(today, `draft ${index}`),
      escalation: 1,
      entryId: `desk-${index}`,
      question: "抽選の結果はいつ分かりますか。",
      answer: "月末にアプリでお知らせします。",
      category: "",
      keywords: ["抽選"],
      state: isApproved ? "approved" : "draft",
      approvals: isApproved ? 1 : 0,
      history: [{ at: now - index * millisPerDay, by: "OP01", what: "made" }],
      version: 1,
    });
  }
}

async function fillFlags(desk: Table): Promise<void> {
  const flags = flagsIn((kind) => dynamoDbVersionedEntries(desk, kind));
  for (let index = 1; index <= 20; index++)
    await flags.add(programme.id, {
      personKey: `flagged ${index}`,
      until: now + index * 10 * millisPerDay,
      reviewAt: now + index * 5 * millisPerDay,
      reason: "harassment",
      history: [{ at: now - index * millisPerDay, by, what: "put", until: now + index * 10 * millisPerDay }],
    });
}

async function fillNaviDial(desk: Table): Promise<void> {
  const counts = naviDialIn((kind) => dynamoDbVersionedEntries(desk, kind));
  for (const month of ["2024-07", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12"])
    await counts.keep(programme.id, { month, busy: 12, closed: 34, enteredAt: now, enteredBy: by });
}
