// @ts-check
// Pointer on the map: a tooltip that follows, a click that pins.
import { circleAt } from "./circles.js";
import { BY_CLASS } from "./classes.js";
import { byTouch, codeAt, on, stage, svg, target } from "./dom.js";
import { districtAt } from "./mask.js";
import { rove } from "./roving.js";
import { pin } from "./state.js";
import { follow, leave, showTooltip } from "./tooltip.js";
import { view } from "./view.js";

const DRAG = 5; // pixels: a click that travelled further was a drag

/**
 * The district whose circle or, without one, whose polygon an event is on: those of very many are no
 * elements of their own. A name or a button is over them; an assistive tool presses an element that
 * is there.
 * @param {MouseEvent} event
 */
function placeUnder(event) {
  if (target(event).closest("[data-of],button")) return "";
  const [frame, { k, x, y }] = [stage.getBoundingClientRect(), view()];
  const at = /** @type {const} */ ([
    (event.clientX - frame.left - x) / k,
    (event.clientY - frame.top - y) / k,
  ]);
  return circleAt(...at) || (target(event).closest("[data-code]") ? "" : districtAt(...at));
}

export function startPointer() {
  let pressed = [0, 0];
  on(stage, ["pointermove"], (event) => {
    if (byTouch(event)) return;
    const code = event.buttons ? "" : (BY_CLASS && placeUnder(event)) || codeAt(event);
    if (BY_CLASS) svg.style.cursor = code && "pointer";
    if (!code) return leave();
    const frame = stage.getBoundingClientRect(); // before anything changes: later it would cost a layout
    showTooltip(code, event.clientX - frame.left, event.clientY - frame.top, frame.width);
    follow(code);
  });
  on(stage, ["pointerleave"], leave);
  // Capture: Leaflet may stop the event.
  on(
    stage,
    ["pointerdown"],
    (event) => {
      pressed = [event.clientX, event.clientY];
    },
    true,
  );
  on(stage, ["click"], (event) => {
    const code = (BY_CLASS && placeUnder(event)) || codeAt(event);
    // A click without a pointer, from an assistive tool, comes from nowhere: 0, 0.
    const far =
      event.detail && Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > DRAG;
    if (!code || far) return;
    pin(code);
    rove(code);
  });
}
