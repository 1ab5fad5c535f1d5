import { describe, expect, test } from "vitest";
import { naviDialYen } from "../../simulator/navi-dial-charge.ts";

describe("what a Navi-Dial call costs the caller", () => {
  // The ten and fifteen minute rows are the published tariff worked out: 30 and 45 units of 11 yen; 4 and 5 of 9.35.
  test.each([
    ["mobile", 0, 0],
    ["mobile", 1, 11],
    ["mobile", 20, 11],
    ["mobile", 20.1, 22],
    ["mobile", 60, 33],
    ["mobile", 600, 330],
    ["mobile", 900, 495],
    ["fixed", 0, 0],
    ["fixed", 1, 9.35],
    ["fixed", 180, 9.35],
    ["fixed", 181, 18.7],
    ["fixed", 600, 37.4],
    ["fixed", 900, 46.75],
  ] as const)("from a %s line, %d seconds are %d yen", (line, seconds, yen) => {
    expect(naviDialYen(line, seconds)).toBe(yen);
  });
});
