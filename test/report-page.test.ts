import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { csvWriter } from "../domain/report/csv/csv.ts";
import { cp932 } from "../domain/report/csv/cp932.ts";
import { monthlyPlan } from "../domain/report/plan/report-plan.ts";
import { buildReport } from "../usecases/reports/build-report.ts";
import { aDesk } from "./support/desk.ts";

const page = readFileSync("docs/reports.ja.md", "utf8");

test("the page for who reads a report names every file of one", async () => {
  const desk = aDesk();
  const plan = monthlyPlan(desk.programme, "2024-07");
  if (!plan.ok) throw new Error(plan.problem);
  const names = await buildReport(desk)(plan.value, async ({ files }) => files.map(({ name }) => name));
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test("the page names the signs that are guarded, and no other", () => {
  const named = /    (=.*'\n)/.exec(page)?.[1] ?? "";
  const signs = named.replace("タブ", "\t").replace("復帰（CR）", "\r").trimEnd().split(/ {2}/);
  const isGuarded = (sign: string) => {
    let text = "";
    csvWriter({ columns: [{ heading: "h", kind: "text" }] }, (more) => (text += more))([`${sign}1`]);
    return /\n"?'/.test(text);
  };
  expect(signs).toHaveLength(11);
  expect(signs.filter((sign) => !isGuarded(sign))).toEqual([]);
  const others = Array.from({ length: 0xffff - 0x20 }, (_, index) => String.fromCharCode(0x20 + index));
  expect(others.filter((sign) => isGuarded(sign) && !signs.includes(sign))).toEqual([]);
});

test("the page's look-alikes are written as it says, and are all of them", () => {
  const { codeOf } = cp932();
  const pairs = [...page.matchAll(/`(.)`→`(.)`/gu)].map(([, from = "", to = ""]) => [from, to] as const);
  expect(pairs).toHaveLength(10);
  for (const [from, to] of pairs) expect(codeOf(from.charCodeAt(0))).toBe(codeOf(to.charCodeAt(0)));
  const units = Array.from({ length: 0xffff }, (_, index) => index + 1).filter(
    (unit) => codeOf(unit) !== undefined,
  );
  const written = Map.groupBy(units, codeOf);
  const shared = [...written.values()].filter((alike) => alike.length > 1);
  expect(shared).toHaveLength(11);
});
