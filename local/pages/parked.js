// @ts-check
import { ask } from "./api.js";
import { byId, element, showList, tellingProblems } from "./elements.js";
import { moment } from "./words.js";

/** @typedef {{ source: string, reason: string, parkedAt: string }} Parked */

/** Shows what could not be taken in; the section is there only if there is something. */
export function refreshParked() {
  return tellingProblems("start-problem", async () => {
    /** @type {Parked[]} */
    const parked = await ask("GET", "parked");
    byId("parked").hidden = parked.length === 0;
    showList(byId("parked-list"), parked, ({ source, reason, parkedAt }) =>
      element(
        "li",
        {},
        element("p", { class: "title" }, source),
        element("p", {}, reason),
        element("p", {}, moment(parkedAt)),
      ),
    );
  });
}
