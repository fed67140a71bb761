// @ts-check
// The embed's map stands still: it is redrawn when its room changes.
import { stage } from "./dom.js";
import { layOut } from "./labels.js";

export function startMap() {
  new ResizeObserver(layOut).observe(stage);
}

/** All of the map is in view always. */
export function reveal() {}
