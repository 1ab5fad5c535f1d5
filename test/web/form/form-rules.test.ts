import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTelephoneNumber } from "../../../domain/telephone-number.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import {
  type FormFields,
  fieldNames,
  lengthOf,
  limits,
  normalised,
  pictureTypes,
  problemsOf,
  problemsOfPictures,
} from "../../../web/form/form-rules.js";
import { offeredBy } from "../../../web/form/offered.ts";

const offered = offeredBy(kobatonAlkoo);

const right: FormFields = normalised({
  category: "C04",
  content: "昨日の歩数が0歩です。",
  replyBy: "mail",
  mail: "namae@example.jp",
  consent: "yes",
});

function codes(changes: Partial<Record<keyof FormFields, unknown>>): string[] {
  return problemsOf(normalised({ ...right, ...changes }), offered).map(
    ({ field, code }) => `${field}: ${code}`,
  );
}

describe("the form's rules", () => {
  test("find nothing wrong with a form that is filled in", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ replyBy: "none", mail: "" })).toEqual([]);
    expect(codes({ replyBy: "telephone", mail: "", telephone: "０９０（１２３４）５６７８" })).toEqual([]);
  });

  test("list everything that is missing in the form's order", () => {
    expect(problemsOf(normalised(undefined), offered)).toEqual([
      { field: "category", code: "category-missing" },
      { field: "content", code: "content-missing" },
      { field: "replyBy", code: "reply-missing" },
      { field: "consent", code: "consent-missing" },
    ]);
  });

  test.each([
    [{ category: "C99" }, "category: category-unknown"],
    [{ category: "C15" }, "category: category-unknown"],
    [{ content: " \n\t" }, "content: content-missing"],
    [{ content: "歩".repeat(4001) }, "content: content-too-long"],
    [{ replyBy: "letter" }, "replyBy: reply-missing"],
    [{ mail: "" }, "mail: mail-missing"],
    [{ mail: "namae" }, "mail: mail-malformed"],
    [{ mail: "namae@example" }, "mail: mail-malformed"],
    [{ mail: "na mae@example.jp" }, "mail: mail-malformed"],
    [{ mail: "namae@example.jp\nbcc: x@example.jp" }, "mail: mail-malformed"],
    [{ mail: "名前@example.jp" }, "mail: mail-malformed"],
    [{ mail: `${"a".repeat(65)}@example.jp` }, "mail: mail-malformed"],
    [{ mail: `a@${"b".repeat(60)}.${"c.".repeat(96)}jp` }, "mail: mail-malformed"],
    [{ replyBy: "telephone" }, "telephone: telephone-missing"],
    [{ replyBy: "telephone", telephone: "110" }, "telephone: telephone-malformed"],
    [{ replyBy: "telephone", telephone: "090-1234-56789" }, "telephone: telephone-malformed"],
    [{ replyBy: "telephone", telephone: "電話番号" }, "telephone: telephone-malformed"],
    [
      { replyBy: "telephone", telephone: "09012345678", reachable: "朝".repeat(101) },
      "reachable: reachable-too-long",
    ],
    [{ name: "髙".repeat(101) }, "name: name-too-long"],
    [{ relation: "だれか" }, "relation: choice-unknown"],
    [{ municipality: "札幌市" }, "municipality: choice-unknown"],
    [{ ageBand: "20" }, "ageBand: choice-unknown"],
    [{ device: "<b>" }, "device: choice-unknown"],
    [{ consent: "no" }, "consent: consent-missing"],
  ] as const)("say what is wrong with %j", (changes, problem) => {
    expect(codes(changes)).toEqual([problem]);
  });

  test.each([
    { content: "歩".repeat(4000) },
    { content: "𠮷".repeat(4000) },
    { mail: "ｎａｍａｅ＠ｅｘａｍｐｌｅ．ｊｐ" },
    { mail: " .na..mae.@docomo.example.jp " },
    { replyBy: "telephone", telephone: "+81 90 1234 5678" },
    { replyBy: "telephone", telephone: "048ー123‐4567" },
    { replyBy: "none", mail: "not an address", telephone: "1", name: "名".repeat(200) },
    { municipality: "鶴ヶ島市", relation: "参加者本人", ageBand: "80代以上", device: "その他" },
  ])("take %j", (changes) => {
    expect(codes(changes)).toEqual([]);
  });

  test("take a telephone number only where the service can read it", () => {
    const digit = fc.constantFrom(...Array.from("0123456789+-ー ()０９"));
    fc.assert(
      fc.property(fc.string({ unit: digit, maxLength: 18 }), (typed) => {
        const telephone = `0${typed}`;
        const isTaken = codes({ replyBy: "telephone", telephone }).length === 0;
        if (isTaken) expect(parseTelephoneNumber(normalised({ telephone }).telephone).ok).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("count what a person counts as one character as one, unless it is made of several", () => {
    expect([lengthOf("歩"), lengthOf("𠮷"), lengthOf("😀"), lengthOf("")]).toEqual([1, 1, 1, 0]);
  });
});

describe("normalising", () => {
  test("keeps every character that people write", () => {
    const written = "髙橋 𠮷子 神 ｱﾙｺｳ ①㈱ 😀👨‍👩‍👧 é ‏שלום\n\tつづき";
    expect(normalised({ content: written, name: "神" })).toMatchObject({ content: written, name: "神" });
  });

  test.each([
    ["a\r\nb\rc\u2028d", "a\nb\nc\nd"],
    ["a\u0000b\u0007c\u009fd\u007f", "abcd"],
    ["\ud842", "\ufffd"],
    ["\ud842\u0000\udfb7", "\ufffd\ufffd"],
    ["gpj.\u202eexe\u202c \u2066x\u2069", "gpj.exe x"],
  ])("makes %j printable", (content, printable) => {
    expect(normalised({ content }).content).toBe(printable);
  });

  test("makes one line of what has one", () => {
    expect(normalised({ name: " 髙橋\r\n\t𠮷子 " }).name).toBe("髙橋 𠮷子");
    expect(normalised({ telephone: "０４８−１２３ｰ４５６７" }).telephone).toBe("0481234567");
  });

  test("gives every field and nothing else, whatever comes in", () => {
    const anything = [null, undefined, 5, "text", [], { content: 5, mail: {}, unknown: "x" }, new Map()];
    for (const given of anything) {
      expect(Object.keys(normalised(given)).toSorted()).toEqual([...fieldNames].toSorted());
      expect(Object.values(normalised(given)).every((value) => value === "")).toBe(true);
    }
  });

  test("changes nothing the second time, for any text, and never throws; nor does judging", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.string({
        unit: fc.constantFrom(...Array.from("か゛\u3099ー-‐ カ\u0301a\u00ad\u202e\r\n\t(./")),
        maxLength: 12,
      }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
        .map((units) => String.fromCharCode(...units)),
    );
    const fields = fc.record(Object.fromEntries(fieldNames.map((name) => [name, text])));
    fc.assert(
      fc.property(fields, (given) => {
        const once = normalised(given);
        expect(normalised(once)).toEqual(once);
        expect(Array.isArray(problemsOf(once, offered))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test("is done with ten megabytes in one pass", () => {
    const content = "\r\n歩\u0000".repeat(2_500_000);
    expect(normalised({ content }).content.length).toBe(5_000_000);
  });
});

describe("pictures", () => {
  const jpeg = (size: number) => ({ type: "image/jpeg", size });
  test.each([
    [[], []],
    [[jpeg(1), { type: "image/png", size: 2 }, jpeg(3)], []],
    [[jpeg(2_000_000), jpeg(2_000_000)], []],
    [[jpeg(2_000_000), jpeg(2_000_001)], ["pictures-too-large"]],
    [[jpeg(1), jpeg(1), jpeg(1), jpeg(1)], ["pictures-too-many"]],
    [[{ type: "image/svg+xml", size: 1 }], ["pictures-wrong-type"]],
    [[{ type: "", size: 1 }], ["pictures-wrong-type"]],
  ])("%j: %j", (pictures, expected) => {
    expect(problemsOfPictures(pictures).map(({ code }) => code)).toEqual(expected);
  });

  test("may be what every browser can show", () => {
    expect(pictureTypes).toEqual(["image/jpeg", "image/png"]);
    expect(limits).toEqual({
      content: 4000,
      name: 100,
      mail: 254,
      telephone: 20,
      reachable: 100,
      pictures: 3,
      pictureBytes: 4_000_000,
    });
  });
});
