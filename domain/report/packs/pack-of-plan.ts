import { completionPack } from "./completion-pack.ts";
import { monthlyDocument } from "../document/monthly-document.ts";
import type { Pack } from "./pack.ts";
import { type PackInput, reportPack } from "./report-pack.ts";
import type { ReportKind } from "../plan/report-plan.ts";
import type { BeginTable } from "../csv/table.ts";
import { weeklyPack } from "./weekly-pack.ts";

/** What of a report there is beside its tables, and under which names. */
interface PackFiles {
  readonly workbook?: string;
  readonly document?: string;
}

export const packFiles: Readonly<Record<ReportKind, PackFiles>> = {
  monthly: { workbook: "定例報告.xlsx", document: "定例報告.pdf" },
  weekly: {},
  completion: { workbook: "業務完了報告書.xlsx", document: "業務完了報告書.pdf" },
};

const packs: Readonly<Record<ReportKind, (input: PackInput, begin: BeginTable) => Pack>> = {
  monthly: monthlyPack,
  weekly: weeklyPack,
  completion: completionPack,
};

/** Begins the report of a kind: a pure function of calls, cases, settings and period. */
export function packOf(kind: ReportKind, input: PackInput, begin: BeginTable): Pack {
  return packs[kind](input, begin);
}

function monthlyPack(input: PackInput, begin: BeginTable): Pack {
  const pack = reportPack(input, begin);
  return {
    ...pack,
    finish() {
      const findings = pack.finish();
      return { figures: findings.figures, document: monthlyDocument(findings) };
    },
  };
}
