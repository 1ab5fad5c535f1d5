// @ts-check
import { ask } from "./api.js";
import { byId, element, showList, tellingProblems } from "./elements.js";
import { moment } from "./words.js";

/** @typedef {{ at: string, to: string, subject: string, text: string }} Mail */

/** Reads the mails that were sent, the newest first. What is unfolded stays so until another mail comes. */
export function refreshMails() {
  return tellingProblems("mails-problem", async () => {
    /** @type {Mail[]} */
    const mails = await ask("GET", "mails");
    byId("no-mails").hidden = mails.length > 0;
    showList(
      byId("mails-list"),
      mails.toSorted((one, other) => other.at.localeCompare(one.at)),
      mailRow,
    );
  });
}

/** @param {Mail} mail */
function mailRow({ at, to, subject, text }) {
  return element(
    "li",
    {},
    element("details", {}, element("summary", {}, subject), element("p", { class: "mail-text" }, text)),
    element("p", {}, `${moment(at)}　宛先 ${to}`),
  );
}
