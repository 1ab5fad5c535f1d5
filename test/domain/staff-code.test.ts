import { expect, test } from "vitest";
import { isPrefectureCode, isStaffCode } from "../../domain/staff-code.ts";

test.each(["pref01", "PREF01", "pref-2"])("%s is the prefecture's, and no staff code", (userName) => {
  expect([isPrefectureCode(userName), isStaffCode(userName)]).toEqual([true, false]);
});

test.each(["op01", "SV-1", "pr01", "pref", "pref01@example.jp", "埼玉花子"])(
  "%s is not the prefecture's",
  (userName) => {
    expect(isPrefectureCode(userName)).toBe(false);
  },
);
