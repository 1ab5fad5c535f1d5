import { describe, expect, test } from "vitest";
import { deskApiHandler } from "../../../lambdas/desk-api.ts";
import { aCloud } from "../../support/cloud.ts";
import { aDeskEvent } from "../../support/desk-api.ts";
import { aWorld, context } from "../../support/world.ts";

const { environment } = await aCloud();

async function ask(method: string, path: string, now: string, body?: unknown) {
  const answered = await deskApiHandler(aWorld(environment, now))(
    aDeskEvent(method, `/api${path}`, { as: "supervisor", body }),
    context,
  );
  expect(answered.statusCode).toBe(200);
  return JSON.parse(answered.body);
}

interface Section {
  readonly heading: string;
  readonly changedIn: string;
  readonly screen?: string;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
}

/** The parts of 設定 as they are read at an instant, by heading. */
async function settingsAt(now: string): Promise<Record<string, Section>> {
  const { sections } = await ask("GET", "/programme-settings", now);
  return Object.fromEntries(sections.map((one: Section) => [one.heading, one]));
}

describe("設定", () => {
  test("shows what is in force today, also where a supervisor has set it otherwise than the programme's file", async () => {
    const entered = { from: "2024-07-18", reason: "県との協議による", lastChange: 0 };
    await ask("PUT", "/settings-changes/callback-retry", "2024-07-16T10:00", {
      ...entered,
      value: { mostAttempts: 5, retryAfterBusinessMinutes: 120 },
    });
    await ask("PUT", "/settings-changes/long-call-steps", "2024-07-16T10:00", {
      ...entered,
      value: [{ afterMinutes: 25, tell: ["leader", "supervisor"] }],
    });
    await ask("POST", "/categories", "2024-07-16T10:00", {
      ...entered,
      name: "景品の交換",
      easy: "",
      english: "",
      isOffered: true,
      isDeskOnly: true,
    });
    const before = await settingsAt("2024-07-17T10:00");
    const after = await settingsAt("2024-07-18T09:00");
    const retries = (of: Record<string, Section>) =>
      of["折返し架電と回答の約束"]?.rows.filter(({ name }) => name.startsWith("かけ直"));
    expect(retries(before)).not.toEqual(retries(after));
    expect(retries(after)).toEqual([
      { name: "かけ直しの上限", value: "5回" },
      { name: "かけ直すまでの間隔", value: "受付時間で2時間" },
    ]);
    expect(before["長時間対応とハラスメント"]?.rows).not.toContainEqual(
      expect.objectContaining({ name: "25分を超えた電話" }),
    );
    expect(after["長時間対応とハラスメント"]?.rows[0]).toEqual({
      name: "25分を超えた電話",
      value: "LD・SVに通知",
    });
    expect(JSON.stringify(before["相談内容分類"]?.rows)).not.toContain("景品の交換");
    expect(after["相談内容分類"]?.rows.at(-1)?.value).toBe("景品の交換（窓口だけが選べます）");
  });

  test("leads to the screen where a supervisor changes it, and sends nobody to those who deploy for that", async () => {
    const settings = await settingsAt("2024-07-16T10:00");
    expect(settings["折返し架電と回答の約束"]?.screen).toBe("settings-changes");
    expect(settings["長時間対応とハラスメント"]?.screen).toBe("settings-changes");
    expect(settings["相談内容分類"]).toMatchObject({
      screen: "categories",
      changedIn: "「相談内容分類」で変えられます。",
    });
    expect(settings["個人情報の保存期間"]?.screen).toBeUndefined();
  });
});
