import { expect, test } from "vitest";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";

// Expected values: the specification's own words, quoted beside each.

test("the contract runs from July 2024 to March 2025 (「7月～令和7年3月 コールセンター運用」)", () => {
  expect(kobatonAlkoo.contract).toEqual({ from: "2024-07-01", to: "2025-03-31" });
});

test("residents dial the number that the prefecture prints (「０５７０－０１５５６６」)", () => {
  expect(kobatonAlkoo.publishedNumber).toBe("０５７０－０１５５６６".normalize("NFKC").replace("−", "-"));
});

test("the desk is open from 9:00 to 17:00 (「9時から17時まで」)", () => {
  expect(kobatonAlkoo.hours).toEqual({ opensAtMinute: 9 * 60, closesAtMinute: 17 * 60, specialDays: [] });
});

test("March's report ends on the 25th (「少なくとも3月25日までの内容」)", () => {
  expect(kobatonAlkoo.report.cutOffs).toEqual({ "2025-03": "2025-03-25" });
});

test("the targets are 90 % answered and 10 to 15 minutes (「各月90％程度以上」「10～15分程度」)", () => {
  expect(kobatonAlkoo.report.targets).toEqual({ answerRate: 0.9, handlingSeconds: [10 * 60, 15 * 60] });
});

test("a written inquiry is answered within three operating days of eight hours", () => {
  expect(kobatonAlkoo.webForm.answerWithinBusinessMinutes).toBe(3 * 8 * 60);
});

test("addresses that the prefecture has yet to name are under the domain that JPRS keeps for examples", () => {
  expect(new URL(kobatonAlkoo.webForm.address).hostname).toMatch(/\.example\.jp$/);
  expect(kobatonAlkoo.webForm.mailFrom).toMatch(/@example\.jp$/);
});

test("there are sixteen kinds of inquiry, coded C01 to C16", () => {
  const codes = Array.from({ length: 16 }, (_, index) => `C${String(index + 1).padStart(2, "0")}`);
  expect(kobatonAlkoo.categories.map(({ code }) => code)).toEqual(codes);
});
