import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { memoryHolidayLists } from "../../../adapters/memory/calendar.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { compareHolidays } from "../../../usecases/calendar/compare-holidays.ts";
import { Unavailable } from "../../../usecases/ports/host.ts";
import { changedList, officialFile } from "../../domain/calendar/official-list.ts";
import { at } from "../../support/contacts.ts";

const official = readFileSync(officialFile);

/** A comparison whose day and published bytes are set from test to test; an error is what fetching ends with. */
function aComparison() {
  const lists = memoryHolidayLists();
  const world = { now: "2027-02-01T05:30", published: official as Uint8Array | Error };
  const warnings: string[] = [];
  const compare = compareHolidays({
    programme: kobatonAlkoo,
    clock: { now: () => at(world.now) },
    published: {
      async fetch() {
        if (world.published instanceof Error) throw world.published;
        return world.published;
      },
    },
    lists,
    warn: (_message, cause) => warnings.push((cause as Error).message),
  });
  return { world, lists, warnings, compare };
}

const gone = new Unavailable("the office did not answer");
const kept = async ({ lists }: ReturnType<typeof aComparison>) =>
  Buffer.from((await lists.last(kobatonAlkoo.id))?.bytes ?? []);

describe("the daily comparison", () => {
  test("agrees with the list that the office publishes, and keeps it", async () => {
    const comparison = aComparison();
    expect(await comparison.compare()).toEqual({
      ok: true,
      value: { fetchedAt: at("2027-02-01T05:30"), lastYear: 2027, hasNewYear: false },
    });
    expect((await kept(comparison)).equals(official)).toBe(true);
  });

  test("fails on a date that differs, by name, and keeps the list that says so", async () => {
    const comparison = aComparison();
    comparison.world.published = changedList((text) => text.replace("2027/8/11,", "2027/8/12,"));
    expect(await comparison.compare()).toEqual({
      ok: false,
      problem:
        "The Cabinet Office's list of holidays and ours differ: 2027-08-11: no holiday in the list, 山の日 here; " +
        "2027-08-12: 山の日 in the list, no holiday here. See docs/runbooks/hours.md.",
    });
    expect((await kept(comparison)).equals(official)).toBe(false);
    comparison.world.published = gone;
    expect(await comparison.compare()).toMatchObject({ ok: false });
  });

  test("says when the list knows a year that we only compute", async () => {
    const comparison = aComparison();
    // 2028 has no substitute: its sixteen days are those of 2027's law, at the dates of the reference table.
    const days = ["1/1", "1/10", "2/11", "2/23", "3/20", "4/29", "5/3", "5/4", "5/5", "7/17", "8/11", "9/18"];
    const order = [...days, "9/22", "10/9", "11/3", "11/23"];
    const names = official.toString("latin1").match(/2024\/\d+\/\d+,.*\r\n/g) ?? [];
    const unnamed = /,\x8bx\x93\xfa\r\n$/;
    const rows = names.filter((row) => !unnamed.test(row));
    expect(rows.length).toBe(16);
    comparison.world.published = changedList(
      (text) => text + rows.map((row, index) => row.replace(/^[^,]+/, `2028/${order[index]}`)).join(""),
    );
    expect(await comparison.compare()).toMatchObject({
      ok: true,
      value: { lastYear: 2028, hasNewYear: true },
    });
  });
});

describe("where no sound list can be had", () => {
  test("the last one is compared for seven days, with a warning, and then the job fails", async () => {
    const comparison = aComparison();
    await comparison.compare();
    comparison.world.published = gone;
    comparison.world.now = "2027-02-08T05:30";
    expect(await comparison.compare()).toMatchObject({
      ok: true,
      value: { fetchedAt: at("2027-02-01T05:30") },
    });
    expect(comparison.warnings).toEqual(["the office did not answer"]);
    comparison.world.now = "2027-02-09T05:30";
    expect(await comparison.compare()).toEqual({
      ok: false,
      problem:
        "The Cabinet Office's list of holidays could not be had since 2027-02-01T05:30:00+09:00: " +
        "look whether its address or layout has changed (docs/runbooks/hours.md).",
    });
    expect((await kept(comparison)).equals(official)).toBe(true);
    comparison.world.published = official;
    expect(await comparison.compare()).toMatchObject({ ok: true });
  });

  test("and none ever could, the job fails at once", async () => {
    const comparison = aComparison();
    comparison.world.published = gone;
    const compared = await comparison.compare();
    expect(compared.ok ? "" : compared.problem).toContain("could not be had yet");
  });

  test.each<[string, Uint8Array]>([
    ["a page of HTML", new TextEncoder().encode("<html>503</html>")],
    ["cut off within a row", official.subarray(0, 20_000)],
    ["cut off before this year", changedList((text) => text.slice(0, text.indexOf("2027/1/1,")))],
    ["of other columns", changedList((text) => text.replace("2027/1/1,", "2027/1/1;"))],
  ])("because it is %s, it is refused in a sentence and the last one stays", async (_, published) => {
    const comparison = aComparison();
    await comparison.compare();
    comparison.world.published = published;
    expect(await comparison.compare()).toMatchObject({ ok: true });
    expect(comparison.warnings).toHaveLength(1);
    expect(comparison.warnings[0]).toMatch(/^What was published was refused, the last list stays\. \S.+\.$/);
    expect((await kept(comparison)).equals(official)).toBe(true);
  });

  test("a mistake of ours is no missing list: it is thrown", async () => {
    const comparison = aComparison();
    comparison.world.published = new TypeError("a mistake");
    await expect(comparison.compare()).rejects.toThrow("a mistake");
  });
});
