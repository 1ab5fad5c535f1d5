// @ts-check
/** What the page's sections share in reading and building the document. Texts become text nodes, never HTML. */

/** @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @param {string} id */
export const button = (id) => /** @type {HTMLButtonElement} */ (byId(id));
/** @param {string} id */
export const input = (id) => /** @type {HTMLInputElement} */ (byId(id));
/** @param {string} id */
export const select = (id) => /** @type {HTMLSelectElement} */ (byId(id));

/**
 * @param {string} tag @param {Record<string, string>} attributes @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Fills a list of months and keeps the choice where it can. @param {HTMLSelectElement} list @param {readonly string[]} months */
export function offerMonths(list, months) {
  const chosen = list.value;
  list.replaceChildren(...months.map((month) => element("option", { value: month }, monthName(month))));
  if (months.includes(chosen)) list.value = chosen;
}

/** `2024-07` in words. @param {string} month */
export function monthName(month) {
  return `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
}

/** Sets a text that is read aloud when it changes, and only then. @param {string} id @param {string} text */
export function say(id, text) {
  if (byId(id).textContent !== text) byId(id).textContent = text;
}

/** @type {WeakMap<Element, string>} */
const shown = new WeakMap();

/**
 * Renders a list anew only where its data have changed, so that focus and unfolded parts survive a look for news.
 * @template T @param {HTMLElement} list @param {readonly T[]} data @param {(one: T) => HTMLElement} render
 */
export function showList(list, data, render) {
  const text = JSON.stringify(data);
  if (shown.get(list) === text) return;
  shown.set(list, text);
  list.replaceChildren(...data.map(render));
}

/**
 * Does something that a button asked for. While it lasts the button does nothing and can say so in `meanwhile`; a
 * failure is told in the element `problemId`, which is emptied first.
 * @param {HTMLButtonElement} pressed @param {string} problemId @param {() => Promise<void>} work @param {string} [meanwhile]
 */
export async function whileBusy(pressed, problemId, work, meanwhile) {
  if (pressed.getAttribute("aria-disabled") === "true") return;
  const label = pressed.textContent;
  pressed.setAttribute("aria-disabled", "true");
  if (meanwhile) pressed.textContent = meanwhile;
  await tellingProblems(problemId, work);
  if (meanwhile) pressed.textContent = label;
  pressed.removeAttribute("aria-disabled");
}

/** @param {string} problemId @param {() => Promise<void>} work */
export async function tellingProblems(problemId, work) {
  const problem = byId(problemId);
  problem.textContent = "";
  try {
    await work();
  } catch (error) {
    problem.textContent = error instanceof Error ? error.message : String(error);
  }
}

/**
 * A checkbox whose position the browser remembers; `changed` is called when somebody changes it. Answers a function that
 * says whether it is on.
 * @param {string} id @param {boolean} atFirst @param {() => void} changed
 */
export function rememberedSwitch(id, atFirst, changed) {
  const box = input(id);
  box.checked = (localStorage.getItem(id) ?? String(atFirst)) === "true";
  box.addEventListener("change", () => {
    localStorage.setItem(id, String(box.checked));
    changed();
  });
  return () => box.checked;
}
