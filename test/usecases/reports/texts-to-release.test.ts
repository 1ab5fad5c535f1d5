import { describe, expect, test } from "vitest";
import { caseOfWebForm } from "../../../domain/case/case.ts";
import { receiptNumberOf } from "../../../domain/case/receipt-number.ts";
import { pageOfTextsToRelease, type TextPlace } from "../../../usecases/reports/texts-to-release.ts";
import { at } from "../../support/contacts.ts";
import { aDeskAtWork } from "../../support/desk-work.ts";

describe("the texts that nobody has released", () => {
  test("come page by page over the days of a month, each once, and none of another month", async () => {
    const desk = aDeskAtWork();
    const days = ["2024-06-28", "2024-07-01", "2024-07-16", "2024-07-31", "2024-08-01"];
    for (const day of days)
      for (let index = 0; index < 60; index++)
        await desk.cases.open(
          caseOfWebForm({
            programme: desk.programme.id,
            receiptNumber: receiptNumberOf(day, `${day} ${index}`),
            submissionId: `${day} ${index}`,
            receivedAt: at(`${day}T10:00`),
            category: "C04",
            content: `${day} ${index}`,
            attributes: {},
            replyTo: { by: "none" },
          }),
        );
    const page = pageOfTextsToRelease(desk);
    const seen: string[] = [];
    let pages = 0;
    for (let place: TextPlace | undefined = { date: "2024-07-01" }; place; pages++) {
      const { texts, next }: Awaited<ReturnType<typeof page>> = await page(place);
      // Fifty cases are read at once: no page has more than nine texts and one reading of them.
      expect(texts.length).toBeLessThan(10 + 50);
      seen.push(...texts.map(({ original }) => original));
      place = next;
    }
    const wanted = ["2024-07-01", "2024-07-16", "2024-07-31"].flatMap((day) =>
      Array.from({ length: 60 }, (_, index) => `${day} ${index}`),
    );
    expect(seen.toSorted()).toEqual(wanted.toSorted());
    expect(pages).toBeGreaterThan(3);
  });
});
