import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkDigitOf,
  dateInReceiptNumber,
  parseReceiptNumber,
  printedReceiptNumber,
  receiptNumberOf,
} from "../../../domain/case/receipt-number.ts";

const origins = fc.uuid().map((id) => `call ${id}`);
const numbers = origins.map((origin) => receiptNumberOf("2024-07-16", origin));

describe("a receipt number", () => {
  test("has twelve digits, of which the first four are the year and the day of the year", () => {
    // 16 July 2024 is day 31 + 29 + 31 + 30 + 31 + 30 + 16 = 198.
    fc.assert(
      fc.property(numbers, (number) => {
        expect(number).toMatch(/^4198\d{8}$/);
      }),
    );
  });

  test("is the same for the same inquiry, and another for the next attempt", () => {
    fc.assert(
      fc.property(origins, (origin) => {
        const first = receiptNumberOf("2024-07-16", origin);
        expect(receiptNumberOf("2024-07-16", origin)).toBe(first);
        expect(receiptNumberOf("2024-07-16", origin, 1)).not.toBe(first);
      }),
    );
  });

  test("is read with hyphens, spaces and full-width digits", () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const fullWidth = number.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
        for (const written of [
          number,
          printedReceiptNumber(number),
          ` ${fullWidth} `,
          number.replace(/(....)/g, "$1　"),
        ])
          expect(parseReceiptNumber(written)).toEqual({ ok: true, value: number });
      }),
    );
  });

  test("is refused with any one digit wrong", () => {
    fc.assert(
      fc.property(numbers, fc.nat({ max: 11 }), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
        const wrong = (Number(number[place]) + shift) % 10;
        expect(parseReceiptNumber(number.slice(0, place) + wrong + number.slice(place + 1)).ok).toBe(false);
      }),
    );
  });

  test("is refused with any two neighbouring digits swapped", () => {
    fc.assert(
      fc.property(numbers, fc.nat({ max: 10 }), (number, place) => {
        const [one, other] = [number.charAt(place), number.charAt(place + 1)];
        fc.pre(one !== other);
        expect(parseReceiptNumber(number.slice(0, place) + other + one + number.slice(place + 2)).ok).toBe(
          false,
        );
      }),
    );
  });

  test("has Damm's check digit: 572 is followed by 4, as in his published example", () => {
    expect(checkDigitOf("572")).toBe(4);
    expect(checkDigitOf("5724")).toBe(0);
  });

  test("is printed in groups of four", () => {
    expect(printedReceiptNumber("419848291374")).toBe("4198-4829-1374");
  });

  test.each([
    ["2024-07-16", "2025-03-31"],
    ["2024-12-31", "2025-01-06"],
    ["2024-07-16", "2024-07-16"],
    ["2016-02-29", "2024-07-16"],
  ])("of %s leads back to its date when it is looked up on %s", (received, today) => {
    expect(dateInReceiptNumber(receiptNumberOf(received, "call x"), today)).toBe(received);
  });

  test("spreads inquiries evenly enough that a busy day's thousand seldom meet", () => {
    // Birthday rule: 1,000 numbers of 10,000,000 meet 0.05 times on average; ten days, 0.5 times. Five would be no chance.
    let meetings = 0;
    for (let day = 0; day < 10; day++) {
      const seen = new Set(
        Array.from({ length: 1000 }, (_, index) =>
          receiptNumberOf("2024-07-16", `call day ${day} contact ${index}`),
        ),
      );
      meetings += 1000 - seen.size;
    }
    expect(meetings).toBeLessThan(5);
  });
});
