// @ts-check
// Pointer on the map: a tooltip that follows, a click that pins.
import { byTouch, codeAt, on, stage } from "./dom.js";
import { rove } from "./roving.js";
import { pin } from "./state.js";
import { follow, leave, showTooltip } from "./tooltip.js";

const DRAG = 5; // pixels: a click that travelled further was a drag

export function startPointer() {
  let pressed = [0, 0];
  on(stage, ["pointermove"], (event) => {
    if (byTouch(event)) return;
    const code = event.buttons ? "" : codeAt(event);
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
    const code = codeAt(event);
    // A click without a pointer, from an assistive tool, comes from nowhere: 0, 0.
    const far =
      event.detail && Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > DRAG;
    if (!code || far) return;
    pin(code);
    rove(code);
  });
}
