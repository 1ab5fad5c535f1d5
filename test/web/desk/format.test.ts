import { describe, expect, test } from "vitest";
import { shownDate } from "../../../web/desk/format.ts";

describe("a date on a screen", () => {
  test("is shown with its day of the week, and as it stands while it is typed", () => {
    // 16 July 2024 was a Tuesday.
    expect(shownDate("2024-07-16")).toBe("2024/7/16(火)");
    for (const typed of ["", "2024", "2024-08", "2024-08-0", "2024-13-01"])
      expect(shownDate(typed)).toBe(typed);
  });
});
