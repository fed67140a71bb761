// @ts-check
// How the drawing lies in the stage at the moment.
import { stage, svg } from "./dom.js";

export const box = svg.viewBox.baseVal;

/** Pixels per unit of the drawing, where in the stage its origin lies, and the stage's size. */
export function view() {
  const outer = stage.getBoundingClientRect();
  const inner = svg.getBoundingClientRect();
  const k = Math.min(inner.width / box.width, inner.height / box.height) || 1;
  return {
    k,
    x: inner.left - outer.left + (inner.width - box.width * k) / 2 - box.x * k,
    y: inner.top - outer.top + (inner.height - box.height * k) / 2 - box.y * k,
    width: outer.width,
    height: outer.height,
  };
}
