// @ts-check
// The embed's map: buttons, a double tap and two fingers zoom it, two fingers and a mouse move it.
// One finger and the wheel scroll the article.
import { data, districts } from "./data.js";
import { byId, byTouch, on, stage, svg, target } from "./dom.js";
import { layOut } from "./labels.js";
import { state } from "./state.js";
import { hideTooltip } from "./tooltip.js";
import { box } from "./view.js";

/** @typedef {{x: number, y: number}} Point of the drawing */

const { x: left, y: top, width, height } = box;
let times = 1;
/** @type {number[] | null} where the fingers or the mouse hold the map, and how far apart they are */
let held = null;

/**
 * The point at one of the window.
 * @param {number[]} at x and y
 */
const pointAt = ([x, y]) =>
  new DOMPoint(x, y).matrixTransform(/** @type {DOMMatrix} */ (svg.getScreenCTM()).inverse());

/**
 * Zoom, and bring a point to where another one is, as far as the drawing reaches.
 * @param {number} by
 * @param {Point} point
 * @param {Point} to
 */
function zoom(by, point, to) {
  times = Math.max(Math.min(times * by, /** @type {number} */ (data.zoom)), 1);
  /** @type {["x" | "y", "width" | "height", number, number][]} */
  const ways = [
    ["x", "width", left, width],
    ["y", "height", top, height],
  ];
  for (const [at, size, low, whole] of ways) {
    const room = whole / times;
    const start = point[at] - ((to[at] - box[at]) / box[size]) * room;
    box[at] = Math.max(Math.min(start, low + whole - room), low);
    box[size] = room;
  }
  hideTooltip();
  requestAnimationFrame(layOut);
}

/**
 * Zoom about a district, which comes to the middle; about the middle without one.
 * @param {number} by
 * @param {string} code
 */
function zoomTo(by, code) {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const [x, y] = districts.get(code)?.at ?? [middle.x, middle.y];
  zoom(by, { x, y }, middle);
}

/**
 * Follow fingers or a mouse that hold the map.
 * @param {{clientX: number, clientY: number}} a
 * @param {{clientX: number, clientY: number}} [b]
 */
function follow(a, b = a) {
  const [x, y] = [a.clientX - b.clientX, a.clientY - b.clientY];
  const now = [b.clientX + x / 2, b.clientY + y / 2, Math.hypot(x, y) || 1];
  if (held) zoom(now[2] / held[2], pointAt(held), pointAt(now));
  held = now;
}

const release = () => {
  held = null;
};

export function startMap() {
  new ResizeObserver(layOut).observe(stage);
  on(byId("zoom"), ["click"], (event) => {
    const by = target(event).value; // times; of none is left what holds the whole
    if (by) zoomTo(+by, state.over || state.district);
  });
  on(svg, ["dblclick"], ({ clientX, clientY }) => {
    const at = pointAt([clientX, clientY]);
    zoom(2, at, at);
  });
  on(stage, ["touchstart", "touchmove"], (event) => {
    const [a, b] = event.touches;
    if (!b) return;
    event.preventDefault(); // the browser would zoom the article
    follow(a, b);
  });
  on(stage, ["pointerdown", "pointermove"], (event) => {
    // The whole has nowhere to go; names laid out anew would take a click's target away.
    if (times > 1 && event.buttons && !byTouch(event)) follow(event);
  });
  on(stage, ["pointerup", "pointerleave", "touchend"], release);
  addEventListener("beforeprint", () => {
    zoomTo(0, "");
    layOut();
  });
}

/**
 * Move the map so that a district is in view.
 * @param {string} code
 */
export const reveal = (code) => times > 1 && zoomTo(1, code);
