// @ts-check
// What lies where on the map: the browser knows, for it has drawn the districts.
import { shapes, svg } from "./dom.js";
import { MANY } from "./options.js";
import { box } from "./view.js";

/** @typedef {SVGGeometryElement} Outline */

const outlines = /** @type {Map<string, Outline>} */ (/** @type {unknown} */ (shapes));
/** @type {Map<Outline, DOMRect>} */
const extents = new Map();
/** @type {Map<string, boolean>} */
const known = new Map();
const point = svg.createSVGPoint();
const CELL = Math.max(box.width, box.height) / 400; // what is known of one place holds around it

/**
 * Whether the point is in a district. Its extent is asked first: of thousands that takes long enough.
 * @param {Outline} outline
 */
function holds(outline) {
  if (MANY) {
    if (!extents.has(outline)) extents.set(outline, outline.getBBox());
    const { x, y, width, height } = /** @type {DOMRect} */ (extents.get(outline));
    if (point.x < x || point.y < y || point.x > x + width || point.y > y + height) return false;
  }
  return outline.isPointInFill(point);
}

/**
 * Whether another district than one's own is at a place of the drawing.
 * @param {string} code
 * @param {number} x
 * @param {number} y
 */
export function isForeign(code, x, y) {
  point.x = x;
  point.y = y;
  const place = `${Math.round(x / CELL)},${Math.round(y / CELL)}`;
  if (outlines.get(code)?.isPointInFill(point)) return false;
  if (!known.has(place)) known.set(place, [...outlines.values()].some(holds));
  return known.get(place) ?? false;
}
