import type { Programme } from "../../domain/programme.ts";
import { attributeChoices } from "./attribute-choices.ts";
import { categories } from "./categories.ts";
import { closesAtMinute, deskName, opensAtMinute, programmeName, publishedNumber } from "./desk.ts";
import { handoverFile } from "./handover-file.ts";
import { hostedForm } from "./hosted-form.ts";
import { callScripts } from "./call-scripts.ts";
import { longCalls } from "./long-calls.ts";
import { registration } from "./registration.ts";
import { phrases } from "./phrases.ts";
import { plannedVolumes } from "./planned-volumes.ts";
import { translations } from "./translations.ts";

/** A written inquiry is answered within this many operating days (a setting of ours: the contract names none). */
const answerWithinOperatingDays = 3;

/** Who called is answered within an operating day, the time at the prefecture or the app operator apart (a setting of ours). */
const answerBackWithinOperatingDays = 1;

/** A setting of ours until the prefecture agrees to a date for each month (R36). */
const reportDueDay = 10;

/**
 * Where the web form is, who sends its mail, and where replies go. `example.jp` is kept for examples by JPRS and leads nowhere,
 * on purpose: the prefecture's own addresses replace them at deployment.
 */
const webFormAddress = "https://form.example.jp/kobaton-alkoo";
const mailSender = "kobaton-alkoo@example.jp";
const replyDomain = "reply.example.jp";

/** Where the prefecture fetches reports, who there is told of them, and who here is reminded: addresses of offices, likewise examples. */
const reportPortal = "https://desk.example.jp/";
const reportAddressee = "kobaton-tantou@example.jp";
const supervisorsMailbox = "kobaton-alkoo-sv@example.jp";

/**
 * For estimates only, and marked as such: a round figure of ours for a call to a Japanese mobile number, until the carrier's
 * tariff is entered (R18).
 */
const outboundYenPerMinute = 20;

/** コバトンALKOOマイレージ: the contract from July 2024 to March 2025 (R5). */
export const kobatonAlkoo: Programme = {
  id: "kobaton-alkoo",
  name: programmeName,
  deskName,
  customer: "埼玉県",
  contract: { from: "2024-07-01", to: "2025-03-31" },
  publishedNumber,
  hours: { opensAtMinute, closesAtMinute, specialDays: [] },
  categories,
  attributeChoices,
  report: {
    cutOffs: { "2025-03": "2025-03-25" },
    // April as the contract has it, though none lies in it, and the first operating month in its place (decision 0017).
    weeklyListMonths: ["2024-07", "2025-04"],
    dueDayOfNextMonth: reportDueDay,
    deliverTo: [reportAddressee],
    portalAddress: reportPortal,
    remindTo: [supervisorsMailbox],
    shortAbandonSeconds: 5,
    targets: { answerRate: 0.9, handlingSeconds: [600, 900] },
    plannedVolumes,
  },
  retention: { recordingDays: 90, daysAfterContract: 30, backupsGoneBy: "2025-09-04" },
  escalation: {
    answerBackWithinBusinessMinutes: answerBackWithinOperatingDays * (closesAtMinute - opensAtMinute),
  },
  callback: {
    offeredAfterSeconds: 60,
    withinBusinessMinutes: 120,
    mostAttempts: 3,
    retryAfterBusinessMinutes: 60,
    yenPerMinute: outboundYenPerMinute,
  },
  longCalls,
  callScripts,
  registration,
  webForm: {
    address: webFormAddress,
    answerWithinBusinessMinutes: answerWithinOperatingDays * (closesAtMinute - opensAtMinute),
    mailFrom: mailSender,
    replyDomain,
  },
  phrases,
  translations,
  imports: { handover: handoverFile, hostedForm },
};
