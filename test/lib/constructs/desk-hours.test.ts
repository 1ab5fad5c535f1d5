import { Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { DeskHours, overridesOf } from "../../../lib/constructs/desk-hours.ts";
import { theOnly } from "../deployed.ts";

const nineToFive = { opensAtMinute: 540, closesAtMinute: 1020, specialDays: [] };
const july = { from: "2024-07-01", to: "2024-07-31" };
const datesOf = (overrides: ReturnType<typeof overridesOf>) =>
  overrides.map(({ effectiveFrom }) => effectiveFrom);

describe("the dated overrides of a desk's hours", () => {
  test("a closing that the programme set is one of them, unless it falls on a weekend", () => {
    const specialDays = [
      { kind: "closing", date: "2024-07-17", reason: "庁舎の停電" },
      { kind: "closing", date: "2024-07-20", reason: "庁舎の停電" },
    ] as const;
    const overrides = overridesOf({ ...nineToFive, specialDays }, july);
    expect(datesOf(overrides)).toEqual(["2024-07-15", "2024-07-17"]);
    expect(overrides[1]?.overrideName).toBe("2024-07-17 休業 庁舎の停電");
  });

  test("an opening on a Saturday has its own hours", () => {
    const specialDays = [
      { kind: "opening", date: "2024-07-20", reason: "臨時", opensAtMinute: 600, closesAtMinute: 1440 },
    ] as const;
    expect(overridesOf({ ...nineToFive, specialDays }, july)).toContainEqual({
      overrideName: "2024-07-20 営業 臨時",
      overrideType: "STANDARD",
      effectiveFrom: "2024-07-20",
      effectiveTill: "2024-07-20",
      overrideConfig: [
        { day: "SATURDAY", startTime: { hours: 10, minutes: 0 }, endTime: { hours: 0, minutes: 0 } },
      ],
    });
  });

  test("the last entry for a date counts", () => {
    const opening = {
      kind: "opening",
      date: "2024-07-17",
      reason: "短縮",
      opensAtMinute: 540,
      closesAtMinute: 720,
    } as const;
    const closing = { kind: "closing", date: "2024-07-17", reason: "停電" } as const;
    const nameOn17 = (specialDays: readonly (typeof opening | typeof closing)[]) =>
      overridesOf({ ...nineToFive, specialDays }, july).find(
        ({ effectiveFrom }) => effectiveFrom === "2024-07-17",
      )?.overrideName;
    expect(nameOn17([closing, opening])).toBe("2024-07-17 営業 短縮");
    expect(nameOn17([opening, closing])).toBe("2024-07-17 休業 停電");
  });

  test("of a contract of three years are those that fit, from the date that the settings name", () => {
    const contract = { from: "2024-04-01", to: "2027-03-31" };
    const hoursFrom = (from?: string) => {
      const stack = new Stack();
      new DeskHours(stack, "Hours", {
        instanceArn: "arn",
        name: "desk",
        rules: nineToFive,
        contract,
        ...(from !== undefined && { hoursFrom: from }),
      });
      const { Properties } = theOnly(Template.fromStack(stack), "AWS::Connect::HoursOfOperation");
      return Properties["HoursOfOperationOverrides"].map(
        ({ EffectiveFrom }: { EffectiveFrom: string }) => EffectiveFrom,
      );
    };
    // 昭和の日 of 2024 is a Monday, 春分の日 of 2026 a Friday, 天皇誕生日 of 2026 a Monday (the official list).
    expect([hoursFrom().at(0), hoursFrom().at(-1)]).toEqual(["2024-04-29", "2026-03-20"]);
    expect(hoursFrom().length).toBeLessThanOrEqual(50);
    expect(hoursFrom("2026-02-20").at(0)).toBe("2026-02-23");
    expect(hoursFrom("2026-02-20").at(-1)).toBe("2027-03-22");
    expect(() => hoursFrom("2028-01-01")).toThrow("hoursFrom was 2028-01-01: a date of the contract");
  });
});
