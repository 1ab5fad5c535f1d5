import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createCalendar,
  type OpeningRules,
  type SpecialDay,
} from "../../../domain/calendar/business-calendar.ts";
import { dateOfDay, dayNumberOf, instantOfDay } from "../../../domain/japan-time.ts";
import { slowCalendar } from "./slow-calendar.ts";

/**
 * The calendar against one that walks, for rules of any hours with special days around the instants asked about.
 */

const millisPerMinute = 60_000;
const millisPerDay = 86_400_000;

interface Hours {
  readonly opensAtMinute: number;
  readonly closesAtMinute: number;
}

const anyHours: fc.Arbitrary<Hours> = fc.oneof(
  fc.constant({ opensAtMinute: 540, closesAtMinute: 1020 }),
  fc.constant({ opensAtMinute: 0, closesAtMinute: 1440 }),
  fc
    .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 2 })
    .map(([a = 0, b = 0]) => ({ opensAtMinute: Math.min(a, b), closesAtMinute: Math.max(a, b) })),
);

function anySpecialDay(around: number): fc.Arbitrary<SpecialDay> {
  const date = fc.integer({ min: around - 8, max: around + 12 }).map(dateOfDay);
  return fc.oneof(
    fc.record({ kind: fc.constant("closing" as const), date, reason: fc.constant("臨時休業") }),
    fc
      .record({ date, hours: anyHours })
      .map(({ date, hours }) => ({ kind: "opening" as const, date, reason: "臨時開設", ...hours })),
  );
}

/** Rules, and two instants within about a fortnight of each other; often exactly on an opening or closing time. */
const anySituation = fc
  .integer({ min: dayNumberOf("2023-12-15"), max: dayNumberOf("2028-10-31") })
  .chain((day) => {
    const rules: fc.Arbitrary<OpeningRules> = fc
      .tuple(anyHours, fc.array(anySpecialDay(day), { maxLength: 8 }))
      .map(([hours, specialDays]) => ({ ...hours, specialDays }));
    return rules.chain((rules) => {
      const edges = [rules, ...rules.specialDays.filter((entry) => entry.kind === "opening")];
      const minute = fc.oneof(
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom(...edges.flatMap((hours) => [hours.opensAtMinute, hours.closesAtMinute])),
      );
      const millis = fc.oneof(
        fc.constantFrom(0, 0, -1, 1, 59_999),
        fc.integer({ min: 0, max: millisPerMinute - 1 }),
      );
      const instant = fc
        .tuple(fc.integer({ min: day - 6, max: day + 9 }), minute, millis)
        .map(([on, at, more]) => instantOfDay(on, at) + more);
      return fc.record({
        rules: fc.constant(rules),
        at: instant,
        other: instant,
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      });
    });
  });

/** Up to five ordinary days' worth, in milliseconds; at both ends of a day too. */
function someMillis(rules: OpeningRules, share: number): number {
  const dayLength = rules.closesAtMinute - rules.opensAtMinute;
  const minutes = Math.round(share * 5 * dayLength);
  return share > 0.9 ? dayLength * millisPerMinute : minutes * millisPerMinute + Math.round(share * 7);
}

describe("against a walk through the minutes", () => {
  test("open or closed, why, and the next opening", () => {
    let openCount = 0;
    fc.assert(
      fc.property(anySituation, ({ rules, at }) => {
        const [calendar, slow] = [createCalendar(rules), slowCalendar(rules)];
        if (slow.isOpen(at)) openCount++;
        expect(calendar.isOpen(at)).toBe(slow.isOpen(at));
        expect(calendar.reasonClosed(at)?.kind).toBe(slow.reasonKind(at));
        expect(calendar.nextOpening(at)).toBe(slow.nextOpening(at));
      }),
      { numRuns: 500 },
    );
    expect(openCount).toBeGreaterThan(50);
  });

  test("a sum of opening time", () => {
    fc.assert(
      fc.property(anySituation, ({ rules, at, share }) => {
        const millis = someMillis(rules, share);
        const sum = createCalendar(rules).addBusinessMinutes(at, millis / millisPerMinute);
        expect(sum).toBe(slowCalendar(rules).addMillis(at, millis));
      }),
      { numRuns: 300 },
    );
  });

  test("the opening time between two instants", () => {
    fc.assert(
      fc.property(anySituation, ({ rules, at, other }) => {
        const minutes = createCalendar(rules).businessMinutesBetween(at, other);
        expect(minutes).toBe(slowCalendar(rules).millisBetween(at, other) / millisPerMinute);
      }),
      { numRuns: 300 },
    );
  });
});

describe("against a walk through the days of up to 73 years", () => {
  const anyYears = fc.record({
    from: fc.integer({ min: dayNumberOf("1955-01-01"), max: dayNumberOf("2027-12-31") }),
    to: fc.integer({ min: dayNumberOf("1955-01-01"), max: dayNumberOf("2027-12-31") }),
    minute: fc.integer({ min: 0, max: 1439 }),
    share: fc.double({ min: 0.001, max: 1, noNaN: true }),
    special: fc
      .integer({ min: dayNumberOf("1955-01-20"), max: dayNumberOf("2027-12-10") })
      .chain((day) => fc.array(anySpecialDay(day), { maxLength: 5 })),
  });

  test("sums, differences and counts, whichever year is asked about first", () => {
    fc.assert(
      fc.property(anyYears, ({ from, to, minute, share, special }) => {
        const rules = { opensAtMinute: 540, closesAtMinute: 1020, specialDays: special };
        const [calendar, slow] = [createCalendar(rules), slowCalendar(rules)];
        const [first, last] = [Math.min(from, to), Math.max(from, to)];
        const [start, end] = [instantOfDay(first, minute), instantOfDay(last, 1439 - minute)];
        const days = slow.operatingDays(first, last);
        // The later date first: the table has to grow backwards.
        expect(calendar.isOperatingDay(dateOfDay(last))).toBe(days.at(-1) === dateOfDay(last));
        expect(calendar.countOperatingDays(dateOfDay(first), dateOfDay(last))).toBe(days.length);
        expect(calendar.operatingDays(dateOfDay(first), dateOfDay(last))).toEqual(days);
        if (start > end) return;
        const millis = slow.millisBetweenByDays(start, end);
        expect(calendar.businessMinutesBetween(start, end)).toBe(millis / millisPerMinute);
        const some = Math.ceil(millis * share);
        if (some > 0)
          expect(createCalendar(rules).addBusinessMinutes(start, some / millisPerMinute)).toBe(
            slow.addMillisByDays(start, some),
          );
      }),
      { numRuns: 60 },
    );
  });
});

describe("laws that hold whatever the rules", () => {
  test("after adding minutes, exactly these minutes have passed", () => {
    fc.assert(
      fc.property(anySituation, ({ rules, at, share }) => {
        const calendar = createCalendar(rules);
        const minutes = Math.round(someMillis(rules, share) / millisPerMinute);
        expect(calendar.businessMinutesBetween(at, calendar.addBusinessMinutes(at, minutes))).toBe(minutes);
      }),
    );
  });

  test("adding the minutes that have passed leads back to an instant at which the desk was open", () => {
    fc.assert(
      fc.property(anySituation, ({ rules, at, other }) => {
        const calendar = createCalendar(rules);
        const [from, to] = [Math.min(at, other), Math.max(at, other)];
        const minutes = calendar.businessMinutesBetween(from, to);
        fc.pre(minutes > 0);
        const sum = calendar.addBusinessMinutes(from, minutes);
        expect(sum).toBeLessThanOrEqual(to);
        // An instant of opening belongs to the sum that ended at the closing before it.
        if (calendar.isOpen(to) && calendar.isOpen(to - 1)) expect(sum).toBe(to);
      }),
    );
  });

  test("sums and differences can be split anywhere", () => {
    fc.assert(
      fc.property(anySituation, ({ rules, at, other, share }) => {
        const calendar = createCalendar(rules);
        const middle = at + Math.round((other - at) * share);
        const [first, second] = [
          calendar.businessMinutesBetween(at, middle),
          calendar.businessMinutesBetween(middle, other),
        ];
        expect(first + second).toBeCloseTo(calendar.businessMinutesBetween(at, other), 6);
        expect(calendar.businessMinutesBetween(other, at)).toBe(
          -calendar.businessMinutesBetween(at, other) || 0,
        );
        const minutes = 1 + Math.round(someMillis(rules, share) / millisPerMinute);
        expect(calendar.addBusinessMinutes(calendar.addBusinessMinutes(at, minutes), 7)).toBe(
          calendar.addBusinessMinutes(at, minutes + 7),
        );
      }),
    );
  });

  test("the order of questions makes no difference", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: instantOfDay(dayNumberOf("1955-01-01")), max: Date.UTC(2099, 5, 1) }), {
          minLength: 1,
          maxLength: 6,
        }),
        (instants) => {
          const rules = { opensAtMinute: 540, closesAtMinute: 1020, specialDays: [] };
          const used = createCalendar(rules);
          for (const at of instants) {
            const fresh = createCalendar(rules);
            expect(used.isOpen(at)).toBe(fresh.isOpen(at));
            expect(used.nextOpening(at)).toBe(fresh.nextOpening(at));
            expect(used.addBusinessMinutes(at, 4_800)).toBe(fresh.addBusinessMinutes(at, 4_800));
            expect(used.businessMinutesBetween(at, at + 90 * millisPerDay)).toBe(
              fresh.businessMinutesBetween(at, at + 90 * millisPerDay),
            );
          }
        },
      ),
    );
  });
});
