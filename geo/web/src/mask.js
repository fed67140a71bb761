// @ts-check
// Where land is, and whether a point is in a district, without asking the browser for a layout: it
// would look at thousands of elements each time.
import { outlineOf } from "./classes.js";
import { byId, make } from "./dom.js";
import { landOf } from "./land.js";
import { box } from "./view.js";

const { y: top, height } = box; // all of the drawing: an embed's box changes
const ROWS = 1000;
/** @type {Map<string, Path2D>} */
const paths = new Map();
/** @type {CanvasRenderingContext2D} */
let pen;
/** @type {ReturnType<typeof landOf>} */
let land;

/**
 * Whether a place of the drawing is in a district.
 * @param {string} code
 * @param {number} x
 * @param {number} y
 */
export function isIn(code, x, y) {
  const path = paths.get(code) ?? new Path2D(outlineOf(code));
  paths.set(code, path);
  pen ??= /** @type {CanvasRenderingContext2D} */ (make("canvas").getContext("2d"));
  return pen.isPointInPath(path, x, y);
}

/**
 * Whether a place of the drawing is in any district.
 * @param {number} x
 * @param {number} y
 */
export function isLand(x, y) {
  land ??= landOf(byId("border").getAttribute("d") ?? "", top, height, ROWS);
  return land(x, y);
}
