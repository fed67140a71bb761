// @ts-check
// What lies where on the map: the browser knows, for it has drawn the districts.
import { BY_CLASS } from "./classes.js";
import { shapes, svg } from "./dom.js";
import { isIn, isLand } from "./mask.js";
import { MANY } from "./options.js";
import { box } from "./view.js";

/** @typedef {SVGGeometryElement} Outline */

const outlines = /** @type {Map<string, Outline>} */ (/** @type {unknown} */ (shapes));
/** @type {Map<string, Outline[]>} */
const near = new Map();
/** @type {Map<Outline | undefined, DOMRect>} */
const extents = new Map();
/** @type {Map<number, boolean>} */
const known = new Map();
const point = svg.createSVGPoint();
/** The districts have moved. */
export function forget() {
  for (const memory of [near, extents, known]) memory.clear();
}

const CELL = Math.max(box.width, box.height) / 400; // what is known of one place holds around it

const SQUARE = Math.max(box.width, box.height) / Math.ceil(Math.sqrt(shapes.size)); // about one for each district

/** @param {number} at */
const squareOf = (at) => Math.floor(at / SQUARE);

/** Note for every square of the drawing whose extents reach into it. */
function index() {
  for (const outline of outlines.values()) {
    const extent = outline.getBBox();
    const { x, y, width, height } = extent;
    extents.set(outline, extent);
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
 * Whether the point is in an outline; that it is beside its extent is soon seen.
 * @param {Outline | undefined} outline
 */
function holds(outline) {
  const e = MANY && extents.get(outline);
  const beside =
    e &&
    (Math.abs(point.x - e.x - e.width / 2) * 2 > e.width ||
      Math.abs(point.y - e.y - e.height / 2) * 2 > e.height);
  return !beside && outline?.isPointInFill(point);
}

/**
 * Whether another district than one's own is at a place of the drawing.
 * @param {string} code
 * @param {number} x
 * @param {number} y
 */
export function isForeign(code, x, y) {
  if (BY_CLASS) return isLand(x, y) && !isIn(code, x, y);
  point.x = x;
  point.y = y;
  const place = Math.round(x / CELL) * 1e4 + Math.round(y / CELL);
  if (holds(outlines.get(code))) return false;
  if (!known.has(place)) known.set(place, candidates().some(holds));
  return /** @type {boolean} */ (known.get(place));
}
