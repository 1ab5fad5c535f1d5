import { eraDate } from "../../japanese-era.ts";
import type { Block, DocumentTable, ReportDocument } from "./document.ts";
import { left, right } from "./document-columns.ts";
import { monthlyDocument } from "./monthly-document.ts";
import type { MonthlyFindings } from "../contents/monthly-findings.ts";
import { printedCount, printedPercent, printedTenths } from "./printed-figures.ts";
import type { ReportedPart } from "../contents/reported-parts.ts";

/** 業務完了報告書 to read (R52): a monthly report of the whole contract, with the parts in which it was reported before it. */
export function completionDocument(
  findings: MonthlyFindings,
  parts: readonly ReportedPart[],
  openCases: number,
): ReportDocument {
  const document = monthlyDocument(findings, "業務完了報告書");
  const [keyFigures, ...rest] = document.blocks;
  const added: Block[] = [
    { kind: "new-page" },
    { kind: "heading", text: "期間別の実績" },
    partsTable(parts, findings),
    { kind: "heading", text: "引継ぎと個人情報の消去" },
    {
      kind: "paragraph",
      text: `完了していない相談案件は${printedCount(openCases)}です。一覧は「06_引継ぎ案件.csv」のとおりです。`,
    },
    {
      kind: "paragraph",
      text: "個人情報は保管の決まりに従って消去します。種類、件数、期日は「07_個人情報消去証明.csv」のとおりで、消去はこれからの予定です。",
    },
  ];
  return { ...document, blocks: keyFigures ? [keyFigures, ...added, ...rest] : added };
}

function partsTable(parts: readonly ReportedPart[], { figures }: MonthlyFindings): DocumentTable {
  const cells = (of: ReportedPart["figures"]): string[] => [
    printedCount(of.offered),
    printedCount(of.answered),
    printedPercent(of.answerRate),
    printedTenths(of.averageHandlingSeconds === null ? null : of.averageHandlingSeconds / 60, "分"),
    printedCount(of.outboundAttempts),
    printedCount(of.webForms),
  ];
  return {
    kind: "table",
    caption: "報告の期間ごとの実績",
    columns: [
      left("期間", 50),
      ...["受電数", "応答数", "受電率", "平均対応時間", "架電数", "WEBフォーム"].map((heading) =>
        right(heading, 16),
      ),
    ],
    rows: [
      ...parts.map(({ from, to, figures: ofPart }) => [
        `${eraDate(from)}から${eraDate(to)}まで`,
        ...cells(ofPart),
      ]),
      ["合計", ...cells(figures)],
    ],
    endsWithTotal: true,
  };
}
