// @ts-check
import { ask } from "./api.js";
import { byId, element, monthName, say, select, showList, tellingProblems } from "./elements.js";
import { moment } from "./words.js";

/**
 * @typedef {{ receiptNumber: string, receivedAt: string, channel: string, category: string, status: string,
 *   dueAt?: string, pictures?: readonly string[] }} Case
 */

export function startCases() {
  select("cases-month").addEventListener("change", () => void refreshCases());
}

/** Reads the chosen month's cases, the newest first. */
export function refreshCases() {
  const month = select("cases-month").value;
  return tellingProblems("cases-problem", async () => {
    /** @type {Case[]} */
    const cases = await ask("GET", `cases?month=${month}`);
    if (month !== select("cases-month").value) return;
    const newestFirst = cases.toSorted((one, other) => other.receivedAt.localeCompare(one.receivedAt));
    say("cases-count", countOf(monthName(month), cases.length));
    showList(byId("cases-list"), newestFirst, caseRow);
  });
}

/** @param {string} month @param {number} count */
function countOf(month, count) {
  return count > 0
    ? `${month}は${count}件です。`
    : `${month}の相談案件はまだありません。オペレータが電話に出るか、WEBフォームが届くと、ここに並びます。`;
}

/** @param {Case} one */
function caseRow({ receiptNumber, receivedAt, channel, category, status, dueAt, pictures = [] }) {
  return element(
    "li",
    {},
    element(
      "p",
      { class: "title" },
      element("span", { class: "number" }, receiptNumber),
      element("span", { class: "badge" }, status),
    ),
    element("p", {}, `${moment(receivedAt)}　${channel}　${category}`),
    ...(dueAt ? [element("p", {}, `回答期限 ${moment(dueAt)}`)] : []),
    ...(pictures.length > 0 ? [element("p", {}, `画像 ${pictures.length}枚: ${pictures.join("、")}`)] : []),
  );
}
