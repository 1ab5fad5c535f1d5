import type { Programme } from "../../domain/programme.ts";
import { attributeChoices } from "./attribute-choices.ts";
import { categories } from "./categories.ts";
import { closesAtMinute, deskName, opensAtMinute, programmeName, publishedNumber } from "./desk.ts";
import { phrases } from "./phrases.ts";

/** A written inquiry is answered within this many operating days (a setting of ours: the contract names none). */
const answerWithinOperatingDays = 3;

/**
 * Where the web form is, and who sends its mail. `example.jp` is kept for examples by JPRS and leads nowhere, on
 * purpose: the prefecture's own addresses replace both at deployment.
 */
const webFormAddress = "https://form.example.jp/kobaton-alkoo";
const mailSender = "kobaton-alkoo@example.jp";

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
    shortAbandonSeconds: 5,
    targets: { answerRate: 0.9, handlingSeconds: [600, 900] },
  },
  callback: { offeredAfterSeconds: 60, withinBusinessMinutes: 120 },
  webForm: {
    address: webFormAddress,
    answerWithinBusinessMinutes: answerWithinOperatingDays * (closesAtMinute - opensAtMinute),
    mailFrom: mailSender,
  },
  phrases,
};
