import { eraDate, eraMonth } from "../../japanese-era.ts";

/** What people call a report, by the first part of the name under which it is kept. */
const titles: Readonly<Record<string, (of: string) => string>> = {
  monthly: (month) => `定例報告（${eraMonth(month)}分）`,
  weekly: (date) => `応対一覧（${eraDate(date)}からの週）`,
  completion: () => "業務完了報告書",
};

/** 定例報告（令和6年7月分） of `monthly/2024-07`. A kind that has no title of its own goes by its name. */
export function reportTitle(report: string): string {
  const [kind = "", of = ""] = report.split("/");
  return titles[kind]?.(of) ?? report;
}
