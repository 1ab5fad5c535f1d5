// @ts-check
/** The picture of the flow in which a call is, with the block lit where it is now. */
import { ask } from "./api.js";
import { byId, say } from "./elements.js";

/** @typedef {import("./call.js").Call} Call */

const svgNamespace = "http://www.w3.org/2000/svg";

/** Pictures as SVG documents in text, by flow. @type {ReadonlyMap<string, string>} */
let pictures = new Map();

/** The flow and block in view. */
let shown = { flow: "", block: "" };

/** Reads the pictures. A flow without one is shown by its name alone. */
export async function readPictures() {
  /** @type {{ flow: string, svg: string }[]} */
  const flows = await ask("GET", "flows");
  pictures = new Map(flows.map(({ flow, svg }) => [flow, svg]));
}

/** Shows where a call is. Only another flow is announced: blocks go by too fast. @param {Call | undefined} call */
export function showPlace(call) {
  const { flow = "", block = "" } = call?.position ?? {};
  byId("place").textContent = flow ? `${flow} › ${block}` : "フローの外";
  if (flow) say("flow-entered", `フロー ${flow} に入りました`);
  if (flow !== shown.flow) draw(flow);
  if (flow !== shown.flow || block !== shown.block) light(block);
  shown = { flow, block };
}

/** @param {string} flow */
function draw(flow) {
  const svg = pictures.get(flow);
  byId("flow-picture").hidden = svg === undefined;
  byId("flow-picture").replaceChildren();
  if (svg === undefined) return;
  const picture = document.importNode(
    new DOMParser().parseFromString(svg, "image/svg+xml").documentElement,
    true,
  );
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", `フロー ${flow} の図`);
  byId("flow-picture").append(picture);
}

/** @param {string} block */
function light(block) {
  const frame = byId("flow-picture");
  for (const before of frame.querySelectorAll(".current")) before.classList.remove("current");
  for (const marker of frame.querySelectorAll(".marker")) marker.remove();
  const lit = block === "" ? null : frame.querySelector(`#${CSS.escape(`block-${block}`)}`);
  if (!(lit instanceof SVGGraphicsElement)) return;
  lit.classList.add("current");
  const { x, y, height } = lit.getBBox();
  const marker = document.createElementNS(svgNamespace, "text");
  marker.setAttribute("class", "marker");
  marker.setAttribute("x", String(x - 8));
  marker.setAttribute("y", String(y + height / 2));
  marker.setAttribute("text-anchor", "end");
  marker.setAttribute("dominant-baseline", "central");
  marker.textContent = "▶";
  lit.append(marker);
  centre(frame, lit);
}

/** Moves the frame, and never the page, until the block is in its middle. @param {HTMLElement} frame @param {Element} block */
function centre(frame, block) {
  const [outer, inner] = [frame.getBoundingClientRect(), block.getBoundingClientRect()];
  frame.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
  frame.scrollTop += inner.top + inner.height / 2 - (outer.top + outer.height / 2);
}
