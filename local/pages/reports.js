// @ts-check
import { ask } from "./api.js";
import { byId, element, monthName, say, select, showList, tellingProblems, whileBusy } from "./elements.js";
import { duration, percent } from "./words.js";

/**
 * @typedef {{ offered: number, answered: number, answerRate: number | null, averageHandlingSeconds: number | null,
 *   abandoned: number, arrivedClosed: number, webForms: number }} Figures
 * @typedef {{ report: string, revision: number, figures: Figures, files: readonly { name: string, href: string }[] }} Report
 */

export function startReports() {
  byId("report-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const pressed = /** @type {HTMLButtonElement} */ (form.querySelector("button"));
    say("reports-done", "");
    const work = async () => {
      const made = await ask("POST", "reports", { month: select("report-month").value });
      await refreshReports();
      say("reports-done", `${titleOf(made)}を作成しました。`);
    };
    void whileBusy(pressed, "reports-problem", work, "作成しています…");
  });
}

/** Reads every revision of every report, in the service's order: the latest first. */
export function refreshReports() {
  return tellingProblems("reports-problem", async () => {
    /** @type {Report[]} */
    const reports = await ask("GET", "reports");
    byId("no-reports").hidden = reports.length > 0;
    showList(byId("reports-list"), reports, reportRow);
  });
}

/** @param {Pick<Report, "report" | "revision">} report */
function titleOf({ report, revision }) {
  const month = /^monthly\/(\d{4}-\d{2})$/.exec(report)?.[1];
  return `${month ? `${monthName(month)}分` : report} 第${revision}版`;
}

/** @param {Report} report */
function reportRow(report) {
  const links = report.files.map(({ name, href }) =>
    element("li", {}, element("a", { href, download: name }, name)),
  );
  return element(
    "li",
    {},
    element("h3", {}, titleOf(report)),
    element("dl", { class: "figures" }, ...figuresOf(report.figures)),
    element("ul", { class: "files" }, ...links),
  );
}

/** Every rate with its numerator and denominator. @param {Figures} figures */
function figuresOf(figures) {
  const { offered, answered, answerRate, averageHandlingSeconds } = figures;
  return [
    figure("受電数", `${offered}件`),
    figure("応答数", `${answered}件`),
    figure("受電率", percent(answerRate), `応答${answered} ÷ 受電${offered}`),
    figure("平均対応時間", averageHandlingSeconds === null ? "—" : duration(averageHandlingSeconds)),
    figure("放棄数", `${figures.abandoned}件`),
    figure("時間外着信数", `${figures.arrivedClosed}件`),
    figure("WEBフォーム", `${figures.webForms}件`),
  ];
}

/** @param {string} name @param {string} value @param {string} [how] */
function figure(name, value, how) {
  const explanation = how ? [element("span", { class: "how" }, `（${how}）`)] : [];
  return element("div", {}, element("dt", {}, name), element("dd", {}, value, ...explanation));
}
