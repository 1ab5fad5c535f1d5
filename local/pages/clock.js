// @ts-check
import { ask } from "./api.js";
import { byId, input, say, whileBusy } from "./elements.js";
import { minuteField, moment } from "./words.js";

/** Wires the service's clock. @param {() => Promise<void>} changed */
export function startClock(changed) {
  byId("clock-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const pressed = /** @type {HTMLButtonElement} */ (form.querySelector("button"));
    say("clock-done", "");
    void whileBusy(pressed, "clock-problem", async () => {
      const { now } = await ask("PUT", "clock", { now: input("clock-now").value });
      showNow(now);
      await changed();
      say("clock-done", `時刻を${moment(now)}にしました。`);
    });
  });
}

/** Shows the time; fields that nobody has touched follow it. @param {string} now */
export function showNow(now) {
  byId("now").textContent = moment(now);
  for (const id of ["clock-now", "dial-at"]) input(id).setAttribute("value", minuteField(now));
}
