import { parseDate, parseMonth } from "../../japan-time.ts";
import type { Programme } from "../../programme.ts";
import { failure, type Result, success } from "../../result.ts";
import { completionPlan, finalPlan, monthlyPlan, type ReportPlan, weeklyPlan } from "./report-plan.ts";

/** How each kind of report is planned from what follows the first slash of its name. */
const plans: Readonly<Record<string, (programme: Programme, of: string) => Result<ReportPlan>>> = {
  monthly(programme, of) {
    const month = parseMonth(of);
    return month.ok ? monthlyPlan(programme, month.value) : month;
  },
  weekly(programme, of) {
    const date = parseDate(of);
    return date.ok ? weeklyPlan(programme, date.value) : date;
  },
  final: (programme, of) =>
    of === "" ? finalPlan(programme) : failure('The last monthly report is named "final" alone.'),
  completion(programme, of) {
    const plan = completionPlan(programme);
    return of === "" || of === programme.contract.to
      ? success(plan)
      : failure(`The completion report is dated ${programme.contract.to}, not ${of}: name ${plan.report}.`);
  },
};

/**
 * The plan of the report with a name such as `monthly/2024-07`. Any date of a week names its weekly list, `final` is the
 * contract's last monthly report, and `completion` needs no date.
 */
export function planNamed(programme: Programme, name: string): Result<ReportPlan> {
  const [kind = "", ...rest] = name.split("/");
  const of = rest.join("/");
  const plan = Object.hasOwn(plans, kind) ? plans[kind] : undefined;
  return (
    plan?.(programme, of) ??
    failure(
      `There is no kind of report "${kind}": name one of ${Object.keys(plans).join(", ")}, such as monthly/2024-07.`,
    )
  );
}
