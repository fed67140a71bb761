// @ts-check
// Arrows go to the next district in their direction; Enter pins; Escape takes back.
import { data, districtOf } from "./data.js";
import { DIRECTIONS, neighbour } from "./directions.js";
import { codeOf, on, svg, target } from "./dom.js";
import { rove, roving } from "./roving.js";
import { pin, set, state } from "./state.js";
import { speak } from "./status.js";
import { followAtOnce, hideTooltip, leave, showTooltip } from "./tooltip.js";
import { view } from "./view.js";

/** @param {KeyboardEvent} event */
function move(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { key } = event;
  const all = data.districts;
  if (DIRECTIONS[key]) rove(neighbour(districtOf(roving()), DIRECTIONS[key], all), true);
  else if (key === "Home") rove(all[0].code, true);
  else if (key === "End") rove(all[all.length - 1].code, true);
  else if (key === "Enter" || key === " ") pin(roving());
  else return;
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
  if (!target(event).matches(":focus-visible")) return;
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
  on(svg, ["focusin"], (event) => mark(event, reveal));
  on(svg, ["focusout"], () => {
    svg.classList.remove("focus");
    leave();
  });
}
