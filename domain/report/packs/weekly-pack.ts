import { figuresOf } from "../figures/figures.ts";
import { inOrderOfReceipt, inquiriesTable, inquiryReader } from "../contents/inquiries-table.ts";
import type { Pack } from "./pack.ts";
import { type PackInput, reportedCategories, writtenInquiries } from "./report-pack.ts";
import { type BeginTable, beginTable } from "../csv/table.ts";

/** 応対一覧 of a week (R49): the list alone, with the figures of its days for the manifest. */
export function weeklyPack(input: PackInput, begin: BeginTable): Pack {
  const { calls } = input;
  const inquiryOf = inquiryReader(reportedCategories(input), calls);
  const written = writtenInquiries();
  const inquiries = beginTable(begin, inquiriesTable);
  return {
    takeEarlierDay: () => undefined,
    takeDay(cases) {
      for (const one of cases.toSorted(inOrderOfReceipt)) {
        written.take(one);
        inquiries.row(inquiryOf(one));
      }
    },
    finish() {
      inquiries.end();
      return { figures: figuresOf(calls, written.count()) };
    },
  };
}
