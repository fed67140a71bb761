// @ts-check
// Arrows go to the next district in their direction; Enter pins; Escape takes back.
import { data, districtOf } from "./data.js";
import { DIRECTIONS, neighbour } from "./directions.js";
import { byId, codeOf, on, stage, svg, target } from "./dom.js";
import { rove, roving } from "./roving.js";
import { pin, set, state } from "./state.js";
import { speak } from "./status.js";
import { followAtOnce, hideTooltip, leave, showTooltip } from "./tooltip.js";
import { view } from "./view.js";

// After a click of the mouse WebKit says no to :focus-visible even where keys have moved the focus.
let moving = false;
const BUTTONS = "+-0="; // the keys that press them, in their order; + without Shift is =
const buttons = /** @type {HTMLCollectionOf<HTMLElement>} */ (byId("zoom").children);

/** @param {string} code */
function go(code) {
  moving = true;
  rove(code, true);
  moving = false;
}

/** @param {KeyboardEvent} event */
function move(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { key } = event;
  const all = data.districts;
  if (DIRECTIONS[key]) go(neighbour(districtOf(roving()), DIRECTIONS[key], all));
  else if (key === "Home") go(all[0].code);
  else if (key === "End") go(all[all.length - 1].code);
  else if (key === "Enter" || key === " ") pin(roving());
  else {
    const button = buttons[BUTTONS.indexOf(key) % 3];
    if (!button) return;
    button.click();
  }
  event.preventDefault();
}

/**
 * @param {FocusEvent} event
 * @param {(code: string) => void} reveal
 */
function mark(event, reveal) {
  const code = codeOf(target(event));
  if (!code) return;
  rove(code);
  if (!moving && !target(event).matches(":focus-visible")) return;
  svg.classList.add("focus");
  followAtOnce(code);
  reveal(code);
  const [{ k, x, y, width }, [ax, ay]] = [view(), districtOf(code).at];
  showTooltip(code, ax * k + x, ay * k + y, width);
  speak(code);
}

/** @param {(code: string) => void} reveal brings a district into view */
export function startKeyboard(reveal) {
  rove(roving());
  on(svg, ["keydown"], move);
  on(document, ["keydown"], (event) => {
    if (event.key !== "Escape") return;
    hideTooltip();
    if (state.lit) set({ lit: "" });
    else set({ district: "" }, true);
  });
  // Not on the drawing itself: Chromium makes a stop of Tab of an SVG that hears of the focus.
  on(stage, ["focusin"], (event) => mark(event, reveal));
  on(stage, ["focusout"], () => {
    svg.classList.remove("focus");
    leave();
  });
}
