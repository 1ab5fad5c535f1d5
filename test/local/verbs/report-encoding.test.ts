import { expect, test } from "vitest";
import { readEncoding } from "../../../local/verbs/report-encoding.ts";

test("a report is written in UTF-8 unless another encoding is named", () => {
  expect(readEncoding(undefined)).toEqual({ ok: true, value: "utf-8" });
  expect(readEncoding("cp932")).toEqual({ ok: true, value: "cp932" });
});

test("an encoding that is not known is refused, and the answer says which are", () => {
  expect(readEncoding("sjis")).toEqual({
    ok: false,
    problem: "--encoding sjis is not known: leave it out for UTF-8, or choose cp932.",
  });
});
