import { describe, expect, test } from "vitest";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { checkPage } from "../../../web/form/check-page.ts";
import { faultPage } from "../../../web/form/fault-page.ts";
import { formPage } from "../../../web/form/form-page.ts";
import { fieldNames, limits, normalised } from "../../../web/form/form-rules.js";
import type { FormProgramme } from "../../../web/form/form-types.ts";
import { receiptPage } from "../../../web/form/receipt-page.ts";
import { statusPage } from "../../../web/form/status-page.ts";
import { waterDesk } from "../../programmes/second-programme.ts";

const languages = ["ja", "easy", "en"] as const;
const programme: FormProgramme = kobatonAlkoo;
const page = formPage({ programme, language: "ja", token: "t" });

/** Every page there is, of a programme, with `typed` wherever a person or a setting can put something. */
function everyPage(of: FormProgramme, language: (typeof languages)[number], typed = "歩"): string[] {
  const values = normalised(Object.fromEntries(fieldNames.map((name) => [name, typed])));
  const shared = { programme: of, language, token: typed, keptPictures: [{ name: typed }] };
  return [
    formPage({
      ...shared,
      values,
      problems: [{ field: "content", code: "content-missing" }],
      notice: "expired",
    }),
    ...(["mail", "telephone", "none"] as const).map((replyBy) =>
      checkPage({ ...shared, values: { ...values, replyBy } }),
    ),
    ...(["mail", "telephone", "none"] as const).map((replyBy) =>
      receiptPage({ ...shared, receiptNumber: "419848291374", answerBy: undefined, replyBy }),
    ),
    statusPage({ ...shared, values: { receiptNumber: typed, contact: typed }, problem: "not-found" }),
    statusPage({ ...shared, state: { status: "referred", receivedAt: 0, dueAt: 0 } }),
    faultPage({ ...shared, code: "bot", again: { token: typed, values } }),
  ];
}

describe("the form's page", () => {
  test("sends the fields of the rules, and the token and the language with them", () => {
    const names = [...page.matchAll(/<(?:input|select|textarea)[^>]* name="(\w+)"/g)].map(([, name]) => name);
    expect(new Set(names)).toEqual(new Set([...fieldNames, "token", "language", "pictures"]));
    expect(names.filter((name) => name === "replyBy").length).toBe(3);
  });

  test("offers every category but the desk's own, every municipality, and the choice not to choose", () => {
    const options = [...page.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)<\/option>/g)];
    const shown = new Map(options.map(([, value, label]) => [value, label]));
    for (const { code, name, deskOnly } of kobatonAlkoo.categories)
      expect(shown.get(code)).toBe(deskOnly ? undefined : name);
    for (const place of kobatonAlkoo.attributeChoices.municipality) expect(shown.get(place)).toBe(place);
    expect(options.filter(([, , label]) => label === "選択しない").length).toBe(4);
  });

  test("shows what was typed, wherever it was typed, a line break at its beginning too", () => {
    const values = {
      category: "C04",
      content: "\n一行空けて\n書きました",
      replyBy: "telephone",
      telephone: "0481234567",
      reachable: "午前",
      name: "髙橋",
      municipality: "鶴ヶ島市",
      consent: "yes",
    } as const;
    const again = formPage({ programme, language: "ja", token: "t", values });
    expect(again).toContain('<option value="C04" selected>');
    expect(again).toContain(">\n\n一行空けて\n書きました</textarea>");
    expect(again).toMatch(/id="replyBy-telephone" value="telephone" required checked/);
    expect(again).toContain('value="0481234567"');
    expect(again).toContain('<option value="鶴ヶ島市" selected>');
    expect(again).toMatch(/value="yes" id="consent"[^>]* checked/);
  });

  test("says the service's own limits, in each language", () => {
    expect(limits.content).toBe(4000);
    for (const language of languages) {
      const shown = formPage({ programme, language, token: "t" });
      expect(shown).toContain("4000");
      expect(shown).toMatch(/4 ?MB/);
      expect(faultPage({ programme, language, code: "too-large" })).toContain("4,000");
    }
  });
});

describe("every page", () => {
  test.each(languages)("in %s has no script or style of its own and names no other host", (language) => {
    const pages = everyPage(programme, language);
    expect(pages.length).toBe(10);
    for (const one of pages) {
      const scripts = one.match(/<script[^>]*>/g) ?? [];
      const allowed = ['<script type="module" src="form.js">', '<script type="application/json" id="texts">'];
      expect(scripts.filter((script) => !allowed.includes(script))).toEqual([]);
      expect(one).not.toMatch(/<style|\son\w+=|\sstyle=|https?:|\/\//);
    }
  });

  test.each(languages)("in %s is filled in: no placeholder and no broken reading is left", (language) => {
    for (const one of everyPage(programme, language)) {
      const shown = one.replace(/<script type="application\/json".*?<\/script>/s, "");
      expect(shown).not.toMatch(/\{\w+\}|undefined|NaN|\[object|\]|Invalid/);
      expect(shown.length).toBeGreaterThan(500);
    }
  });

  test.each(languages)("in %s shows hostile text as text", (language) => {
    const planted = `<img src=x onerror=alert(1)>"'&</script></textarea>`;
    const hostile: FormProgramme = {
      ...programme,
      name: planted,
      deskName: planted,
      publishedNumber: planted,
      categories: [{ code: planted, name: planted }],
      attributeChoices: {
        relation: [planted],
        municipality: [planted],
        ageBand: [planted],
        device: [planted],
      },
    };
    const pages = everyPage(hostile, language, planted);
    for (const one of pages) {
      expect(one).not.toContain("<img");
      expect(one).not.toMatch(/onerror=alert\(1\)>"/);
      expect(one.split("&lt;img src=x").length).toBeGreaterThan(2);
    }
    expect(pages.join("").split("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;").length).toBeGreaterThan(
      60,
    );
  });

  test("links within one level only, so that it can stand under any path", () => {
    for (const one of languages.flatMap((language) => everyPage(programme, language)))
      for (const [, target = ""] of one.matchAll(/\s(?:href|src|action|formaction)="([^"]*)"/g))
        expect(target).toMatch(/^(?:[a-z][a-z.-]*(?:\?language=\w+)?|#\w+|tel:\d*)$/);
  });

  test("is another programme's as well, in Japanese where it has no other names", () => {
    for (const language of languages) {
      const water = everyPage(waterDesk, language).join("\n");
      expect(water).toContain("あおぞら水道お客さまセンター");
      expect(water).toContain('<option value="W01">料金</option>');
      expect(water).toContain('href="tel:0120000000"');
      expect(water).not.toMatch(/kobaton|コバトン/i);
    }
    expect(formPage({ programme: waterDesk, language: "ja", token: "" })).toContain(
      "午前8時30分から午後5時15分まで",
    );
    expect(formPage({ programme: waterDesk, language: "en", token: "" })).toContain("8:30 a.m. to 5:15 p.m.");
  });
});

describe("the receipt", () => {
  /** 2024-07-19 is a Friday. */
  const answerBy = Date.parse("2024-07-19T10:00+09:00");
  test.each([
    ["ja", "mail", "7月19日（金）までに、メールでお答えします。"],
    ["ja", "telephone", "7月19日（金）までに、お電話します。"],
    ["easy", "mail", "7月19日（<ruby>金曜日<rp>（</rp><rt>きんようび</rt><rp>）</rp></ruby>）までに"],
    ["en", "telephone", "We call you by Friday 19 July."],
  ] as const)("says in %s, by %s, by which day there is an answer", (language, replyBy, sentence) => {
    const receipt = { programme, language, receiptNumber: "419848291374", answerBy, replyBy };
    expect(receiptPage(receipt)).toContain(sentence);
    expect(receiptPage(receipt)).toContain("4198-4829-1374");
  });

  test("counts the day in Japan: 00:30 there is the day before in Greenwich", () => {
    const receipt = receiptPage({
      programme,
      language: "ja",
      receiptNumber: "419848291374",
      answerBy: Date.parse("2024-07-18T15:30Z"),
      replyBy: "mail",
    });
    expect(receipt).toContain("7月19日（金）までに");
  });
});

describe("the state of an inquiry", () => {
  test.each(languages)("is named and explained in %s for every state of a case", (language) => {
    const states = ["received", "in-progress", "referred", "awaiting-callback", "closed"] as const;
    const shown = states.map((status) =>
      statusPage({
        programme,
        language,
        state: { status, receivedAt: 0, dueAt: Date.parse("2024-07-19T10:00+09:00") },
      }),
    );
    const names = shown.map((one) => /<dd><strong>(.*?)<\/strong><br>(.*?)<\/dd>/.exec(one)?.slice(1).join());
    expect(new Set(names).size).toBe(states.length);
    const withDay = shown.filter((one) => /7月19日|19 July/.test(one)).length;
    expect(withDay).toBe(4);
  });
});
