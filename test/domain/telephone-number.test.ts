import { describe, expect, test } from "vitest";
import {
  parseCallableNumber,
  parseTelephoneNumber,
  spokenTelephoneNumber,
} from "../../domain/telephone-number.ts";

const callable = (text: string) => {
  const parsed = parseCallableNumber(text);
  return parsed.ok ? parsed.value : undefined;
};

describe("a number to call back", () => {
  // Kinds of number: the Ministry's table (電気通信番号の種別); 048 830 is the prefecture's own exchange.
  test.each([
    ["a mobile telephone, as typed on keys", "09012345678", "+819012345678"],
    ["with hyphens", "090-1234-5678", "+819012345678"],
    ["in full-width digits and with long vowel marks", "０９０ー１２３４ー５６７８", "+819012345678"],
    ["with brackets and spaces", "(048) 830 1111", "+81488301111"],
    ["as Amazon Connect shows it", "+819012345678", "+819012345678"],
    ["in E.164 with its 0 left in", "+8109012345678", "+819012345678"],
    ["after 184", "18409012345678", "+819012345678"],
    ["after 186", "186-048-830-1111", "+81488301111"],
    ["070", "07012345678", "+817012345678"],
    ["080", "08012345678", "+818012345678"],
    ["060, which mobile telephones have since", "06012345678", "+816012345678"],
    ["0600, fixed and mobile in one", "06001234567", "+816001234567"],
    ["050", "05012345678", "+815012345678"],
    ["Tokyo", "0312345678", "+81312345678"],
    ["Akita, whose area code is 184", "0184231111", "+81184231111"],
    ["Gotemba, whose area code is 550", "0550821212", "+81550821212"],
  ])("%s is taken: %s", (_what, typed, number) => {
    expect(callable(typed)).toBe(number);
  });

  test.each([
    ["nothing", ""],
    ["withheld", "anonymous"],
    ["Navi-Dial", "0570015566"],
    ["our own number in E.164", "+81570015566"],
    ["free of charge", "0120123456"],
    ["free of charge", "08001234567"],
    ["free of charge, in E.164", "+818001234567"],
    ["at a charge", "0990123456"],
    ["televoting", "0180123456"],
    ["a message box", "0170123456"],
    ["the police", "110"],
    ["the fire brigade", "119"],
    ["disaster messages", "171"],
    ["a pager", "02041234567"],
    ["a machine", "02012345678"],
    ["a machine of 14 digits", "02001234567890"],
    ["a line between networks", "0911234567"],
    ["a carrier's prefix", "0036123456"],
    ["a call abroad", "0101234567890"],
    ["another country", "+12025550123"],
    ["a mobile telephone that cannot be: 0 after 090", "09002345678"],
    ["a mobile telephone with a digit too few", "0901234567"],
    ["a mobile telephone with a digit too many", "090123456789"],
    ["a fixed line with a digit too many", "04883011112"],
    ["without an area code", "8301111"],
    ["stars and hashes", "090*1234#567"],
  ])("%s is refused in a sentence that says what to do: %s", (_what, typed) => {
    expect(parseCallableNumber(typed)).toMatchObject({
      ok: false,
      problem: expect.stringContaining("入力してください"),
    });
  });

  test("any number that a caller may call from is read, also one that cannot be called back", () => {
    expect(parseTelephoneNumber("+12025550123")).toEqual({ ok: true, value: "+12025550123" });
    expect(parseTelephoneNumber("0570-015566")).toEqual({ ok: true, value: "+81570015566" });
    expect(parseTelephoneNumber("anonymous").ok).toBe(false);
  });
});

describe("reading a number back", () => {
  test.each([
    ["+819012345678", "ゼロ、キュウ、ゼロ。イチ、ニー、サン、ヨン。ゴー、ロク、ナナ、ハチ"],
    ["+81488301111", "ゼロ、ヨン、ハチ。ハチ、サン、ゼロ。イチ、イチ、イチ、イチ"],
    ["+81312345678", "ゼロ、サン。イチ、ニー、サン、ヨン。ゴー、ロク、ナナ、ハチ"],
    ["+81612345678", "ゼロ、ロク。イチ、ニー、サン、ヨン。ゴー、ロク、ナナ、ハチ"],
    ["+816012345678", "ゼロ、ロク、ゼロ。イチ、ニー、サン、ヨン。ゴー、ロク、ナナ、ハチ"],
    ["+815012345679", "ゼロ、ゴー、ゼロ。イチ、ニー、サン、ヨン。ゴー、ロク、ナナ、キュウ"],
  ])("%s is %s", (number, spoken) => {
    expect(spokenTelephoneNumber(number)).toBe(spoken);
  });
});
