import { describe, expect, test } from "vitest";
import { parseWebForm } from "../../../lambdas/edge/web-form-request.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { formPage } from "../../../web/form/form-page.ts";
import { waterDesk } from "../../programmes/second-programme.ts";
import { pageOfProgramme, submissionId } from "./form-server.ts";

const page = pageOfProgramme("https://form.example.jp/submissions");

describe("the form's page", () => {
  test("sends the fields that the service reads, in the order in which they are asked for", () => {
    const names = [...page.matchAll(/<(?:input|select|textarea)[^>]* name="(\w+)"/g)].map(([, name]) => name);
    const attributes = ["relation", "municipality", "ageBand", "device"];
    expect(names).toEqual(["submissionId", "category", "content", "mail", "name", ...attributes, "consent"]);
  });

  test("offers every category by its code, every municipality, and the choice not to choose", () => {
    const options = [...page.matchAll(/<option value="([^"]*)">([^<]*)<\/option>/g)];
    const offered = new Map(options.map(([, value, label]) => [value, label]));
    for (const { code, name } of kobatonAlkoo.categories) expect(offered.get(code)).toBe(name);
    for (const place of kobatonAlkoo.attributeChoices.municipality) expect(offered.get(place)).toBe(place);
    expect(options.filter(([, , label]) => label === "選択しない").length).toBe(4);
  });

  test("has no script or style of its own, and names no other host than the one it sends to", () => {
    expect(page).not.toMatch(/<style|<script[^>]*>[^<]|\son\w+=|\sstyle=/);
    expect(page.match(/https?:\/\/[^"]+/g)).toEqual(["https://form.example.jp/submissions"]);
  });

  test("is another programme's as well", () => {
    const water = formPage({
      ...waterDesk,
      programmeName: waterDesk.name,
      action: "/submissions",
      submissionId,
      hours: "毎日8時30分から17時15分まで",
      answerTime: "2営業日以内にお答えします。",
    });
    expect(water).toContain("あおぞら水道お客さまセンター");
    expect(water).toContain('<option value="W01">料金</option>');
    expect(water).toContain('href="tel:0120000000"');
    expect(water).not.toMatch(/kobaton|コバトン/i);
  });

  test("shows names with markup as text", () => {
    const planted = `<img src=x onerror=alert(1)>"'&`;
    const hostile = formPage({
      deskName: planted,
      programmeName: planted,
      publishedNumber: planted,
      hours: planted,
      answerTime: planted,
      action: planted,
      submissionId: planted,
      categories: [{ code: planted, name: planted }],
      attributeChoices: {
        relation: [planted],
        municipality: [planted],
        ageBand: [planted],
        device: [planted],
      },
    });
    expect(hostile).not.toContain("<img");
    expect(hostile.split("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;").length).toBeGreaterThan(15);
  });

  test("counts to the number of characters that the service takes", () => {
    const longest = Number(/data-longest="(\d+)"/.exec(page)?.[1]);
    const sent = (length: number) =>
      parseWebForm({
        body: new URLSearchParams({
          submissionId,
          category: "C04",
          mail: "namae@example.jp",
          consent: "yes",
          content: "歩".repeat(length),
        }).toString(),
        headers: {},
        isBase64Encoded: false,
      });
    expect(sent(longest).ok).toBe(true);
    expect(sent(longest + 1)).toEqual({
      ok: false,
      problem: `お問い合わせ内容は${longest}文字以内でご記入ください。`,
    });
  });
});
