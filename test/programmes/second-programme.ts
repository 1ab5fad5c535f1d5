import type { Programme } from "../../domain/programme.ts";

/** A programme that exists only in tests: another town, other hours, other words. */
export const waterDesk: Programme = {
  id: "aozora-water",
  name: "あおぞら水道",
  deskName: "あおぞら水道お客さまセンター",
  customer: "あおぞら市",
  contract: { from: "2026-04-01", to: "2027-03-31" },
  publishedNumber: "0120-000-000",
  hours: { opensAtMinute: 510, closesAtMinute: 1035, specialDays: [] },
  categories: [{ code: "W01", name: "料金" }],
  attributeChoices: { relation: ["本人"], municipality: ["あおぞら市"], ageBand: ["不明"], device: ["不明"] },
  report: {
    cutOffs: {},
    shortAbandonSeconds: 10,
    targets: { answerRate: 0.8, handlingSeconds: [180, 300] },
  },
  callback: { offeredAfterSeconds: 30, withinBusinessMinutes: 60 },
  webForm: {
    address: "https://water.example.jp/",
    answerWithinBusinessMinutes: 525,
    mailFrom: "water@example.jp",
  },
  phrases: {
    greeting: "あおぞら水道です。",
    recordingNotice: "通話を録音します。",
    waiting: "お待ちください。",
    closedWithoutReason: "ただいま受付時間外です。",
    cannotConnect: "おつなぎできません。",
    closed: ({ reason }) => `${reason}です。`,
    callbackPromise: () => "かけ直します。",
    callbackAlreadyKept: "承っています。",
    receiptMail: ({ receiptNumber }) => ({ subject: receiptNumber, text: receiptNumber }),
  },
};
