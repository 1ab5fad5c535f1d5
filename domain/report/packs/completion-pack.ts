import { completionDocument } from "../document/completion-document.ts";
import { erasures } from "../contents/erasure-table.ts";
import { handedOnCases } from "../contents/handover-table.ts";
import { categoryNameReader, inOrderOfReceipt } from "../contents/inquiries-table.ts";
import type { Pack } from "./pack.ts";
import { type PackInput, reportedCategories, reportPack } from "./report-pack.ts";
import { figuresByPart, writeParts } from "../contents/reported-parts.ts";
import type { BeginTable } from "../csv/table.ts";

/**
 * 業務完了報告書 (R52): all that a monthly report has, of the whole contract; the figures of each part in which it was
 * reported, what came after the last cut-off by itself; the open cases that are handed on; and what personal data is still to
 * be erased.
 */
export function completionPack(input: PackInput, begin: BeginTable): Pack {
  const { programme, period, calendar, calls } = input;
  const categoryNameOf = categoryNameReader(reportedCategories(input));
  const pack = reportPack(input, begin);
  const handedOn = handedOnCases(period, calendar);
  const erased = erasures();
  return {
    takeEarlierDay: (cases) => pack.takeEarlierDay(cases),
    takeDay(cases) {
      pack.takeDay(cases);
      for (const one of cases.toSorted(inOrderOfReceipt)) {
        handedOn.take(one, categoryNameOf(one));
        erased.take(one);
      }
    },
    finish() {
      const findings = pack.finish();
      const { figures, days } = findings;
      const written = new Map(days.map((day) => [day.date, day.figures.webForms]));
      const parts = figuresByPart(programme, calls, written);
      writeParts(begin, parts, figures);
      handedOn.write(begin);
      erased.write(begin, programme, calls);
      return { figures, parts, document: completionDocument(findings, parts, handedOn.count()) };
    },
  };
}
