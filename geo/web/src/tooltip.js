// @ts-check
// What is shown of the district under the pointer or the keyboard's focus.
import { data, districtOf } from "./data.js";
import { make, tooltip } from "./dom.js";
import { gapOf, nameOf, placeOf, rankText, withUnit } from "./format.js";
import { OWN_WORDS } from "./options.js";
import { circleMeasure, measure, set, state } from "./state.js";

let wanted = "";

/**
 * Put the tooltip beside a point of the stage, on the side that has room; no layout is asked for.
 * @param {string} code
 * @param {number} x
 * @param {number} y
 * @param {number} width of the stage
 */
export function showTooltip(code, x, y, width) {
  const [d, m, c] = [districtOf(code), measure(), circleMeasure()];
  /** @type {(Node | string)[]} */
  const lines = [
    make("b", {}, nameOf(d)),
    `${m.label} ${withUnit(d, m)}`,
    ...(gapOf(d, m) ? [] : [rankText(d, m)]),
  ];
  if (state.circles && c !== m) lines.push(`${c.label} ${withUnit(d, c)}`);
  const own = OWN_WORDS && data.tips?.[placeOf(d)];
  if (own) lines.splice(0, 9, own[1] ? make("b", {}, own[0]) : own[0], ...own.slice(1));
  tooltip.replaceChildren(...lines.map((line) => make("span", {}, line)));
  tooltip.hidden = false;
  const [left, above] = [x > width / 2, y > 144];
  const [px, py] = [left ? x - 14 : x + 14, above ? y - 12 : y + 20].map(Math.trunc);
  tooltip.style.transform = `translate(${px}px,${py}px)translate(${left ? -100 : 0}%,${above ? -100 : 0}%)`;
}

export function hideTooltip() {
  tooltip.hidden = true;
}

/**
 * The tooltip comes with this frame; outline, table and legend follow it with the next.
 * @param {string} code
 */
export function follow(code) {
  wanted = code;
  setTimeout(() => set({ over: wanted }));
}

/**
 * At once, because the outline is the only mark of the keyboard's focus.
 * @param {string} code
 */
export function followAtOnce(code) {
  wanted = code;
  set({ over: code });
}

export function leave() {
  hideTooltip();
  follow("");
}
