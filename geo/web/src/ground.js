// @ts-check
// What lies where on the map: the browser knows, for it has drawn the districts.
import { shapes, svg } from "./dom.js";
import { MANY } from "./options.js";
import { box } from "./view.js";

/** @typedef {SVGGeometryElement} Outline */

const outlines = /** @type {Map<string, Outline>} */ (/** @type {unknown} */ (shapes));
/** @type {Map<string, Outline[]>} */
const near = new Map();
/** @type {Map<string, boolean>} */
const known = new Map();
const point = svg.createSVGPoint();
const CELL = Math.max(box.width, box.height) / 400; // what is known of one place holds around it

const SQUARE = Math.max(box.width, box.height) / Math.ceil(Math.sqrt(shapes.size)); // about one for each district

/** @param {number} at */
const squareOf = (at) => Math.floor(at / SQUARE);

/** Note for every square of the drawing whose extents reach into it. */
function index() {
  for (const outline of outlines.values()) {
    const { x, y, width, height } = outline.getBBox();
    for (let i = squareOf(x); i <= squareOf(x + width); i += 1)
      for (let j = squareOf(y); j <= squareOf(y + height); j += 1) {
        const square = `${i},${j}`;
        if (!near.has(square)) near.set(square, []);
        near.get(square)?.push(outline);
      }
  }
}

/** The districts that may hold the point: to ask thousands would take long. */
function candidates() {
  if (!MANY) return [...outlines.values()];
  if (!near.size) index();
  return near.get(`${squareOf(point.x)},${squareOf(point.y)}`) ?? [];
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
  if (!known.has(place))
    known.set(
      place,
      candidates().some((outline) => outline.isPointInFill(point)),
    );
  return known.get(place) ?? false;
}
