import type { Case } from "../../domain/case/case.ts";
import { unreleasedTexts } from "../../domain/case/case-texts.ts";
import { printedReceiptNumber, type ReceiptNumber } from "../../domain/case/receipt-number.ts";
import {
  datesBetween,
  datesOfMonth,
  type JapaneseDate,
  type JapaneseMonth,
} from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { inOrderOfReceipt } from "../../domain/report/contents/inquiries-table.ts";
import { countsByKind, masked } from "../../domain/report/personal-data/finding.ts";
import { personalDataIn } from "../../domain/report/personal-data/personal-data.ts";
import type { CaseStore } from "../ports/cases.ts";

/** A text that nobody has released, as a supervisor looks at it. */
export interface TextToRelease {
  readonly receiptNumber: ReceiptNumber;
  readonly name: string;
  /** As it was written: it may say who somebody is. */
  readonly original: string;
  /** The same with what the check for personal data found masked. */
  readonly proposed: string;
  readonly found: ReturnType<typeof countsByKind>;
}

/** Where a page of texts begins: behind a case of a day, or with a day. */
export interface TextPlace {
  readonly date: JapaneseDate;
  readonly behind?: ReceiptNumber;
}

/** So many texts are enough for a page, so many cases are read at once, and at most so many times for one page. */
const textsOfPage = 10;
const casesAtOnce = 50;
const mostReads = 10;

/**
 * A page of the texts that nobody has released, of the cases received from a place on to the end of its month. What it costs
 * is bounded: a page may be short, or empty, and yet not be the last.
 */
export function pageOfTextsToRelease(services: {
  readonly programme: Programme;
  readonly cases: Pick<CaseStore, "pageOfDay">;
}) {
  const { programme, cases } = services;
  const casesAt = ({ date, behind: after }: TextPlace) =>
    cases.pageOfDay(programme.id, date, { limit: casesAtOnce, ...(after !== undefined && { after }) });
  return async (
    from: TextPlace,
  ): Promise<{ readonly texts: readonly TextToRelease[]; readonly next?: TextPlace }> => {
    const dates = datesBetween(from.date, datesOfMonth(from.date.slice(0, 7)).to);
    const texts: TextToRelease[] = [];
    let place: TextPlace | undefined = from;
    for (let read = 0; place && read < mostReads && texts.length < textsOfPage; read++) {
      const found = await casesAt(place);
      texts.push(...found.cases.flatMap(proposedOf));
      place = behind(place, found.next, dates);
    }
    return { texts, ...(place && { next: place }) };
  };
}

/** The place behind a page of cases: in the same day while there is more of it, else the next day. */
function behind(
  { date }: TextPlace,
  next: ReceiptNumber | undefined,
  dates: readonly JapaneseDate[],
): TextPlace | undefined {
  if (next !== undefined) return { date, behind: next };
  const tomorrow = dates[dates.indexOf(date) + 1];
  return tomorrow === undefined ? undefined : { date: tomorrow };
}

/** A text that nobody has released, as it would be shown. */
export interface ProposedText {
  readonly receiptNumber: string;
  readonly name: string;
  /** The text with what the check found masked. */
  readonly text: string;
  /** How many pieces of each kind were found. */
  readonly found: ReturnType<typeof countsByKind>;
}

/** The texts of a month's cases that nobody has released, in order of receipt, each with its proposal. */
export function textsToRelease(services: {
  readonly programme: Programme;
  readonly cases: Pick<CaseStore, "ofDay">;
}) {
  const { programme, cases } = services;
  return async (month: JapaneseMonth): Promise<ProposedText[]> => {
    const { from, to } = datesOfMonth(month);
    const texts: ProposedText[] = [];
    for (const date of datesBetween(from, to)) {
      const ofDay = await cases.ofDay(programme.id, date);
      for (const { receiptNumber, name, proposed, found } of ofDay
        .toSorted(inOrderOfReceipt)
        .flatMap(proposedOf))
        texts.push({ receiptNumber: printedReceiptNumber(receiptNumber), name, text: proposed, found });
    }
    return texts;
  };
}

function proposedOf(one: Case): TextToRelease[] {
  return unreleasedTexts(one).map(({ name, text }) => {
    const findings = personalDataIn(text);
    return {
      receiptNumber: one.receiptNumber,
      name,
      original: text,
      proposed: masked(text, findings),
      found: countsByKind(findings),
    };
  });
}
