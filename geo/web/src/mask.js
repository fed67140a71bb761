// @ts-check
// Where land is, and whether a point is in a district, without asking the browser for a layout: it
// would look at thousands of elements each time.
import { codes, outlineOf } from "./classes.js";
import { make } from "./dom.js";
import { box } from "./view.js";

const { x: left, y: top, width, height } = box; // all of the drawing: an embed's box changes
const CELL = Math.max(width, height) / 600; // of the picture of the land, in the drawing's units
/** @type {CanvasRenderingContext2D} */
let probe;
/** @type {Map<string, Path2D>} */
const paths = new Map();
/** @type {ImageData} */
let land;

/**
 * @param {number} wide
 * @param {number} high
 */
function pen(wide, high) {
  const canvas = make("canvas", { width: wide, height: high });
  return /** @type {CanvasRenderingContext2D} */ (
    canvas.getContext("2d", { willReadFrequently: true })
  );
}

function drawLand() {
  const [wide, high] = [Math.ceil(width / CELL), Math.ceil(height / CELL)];
  const picture = pen(wide, high);
  picture.setTransform(1 / CELL, 0, 0, 1 / CELL, -left / CELL, -top / CELL);
  picture.fill(new Path2D(codes.map(outlineOf).join("")));
  return picture.getImageData(0, 0, wide, high);
}

/**
 * Whether a place of the drawing is in a district.
 * @param {string} code
 * @param {number} x
 * @param {number} y
 */
export function isIn(code, x, y) {
  const path = paths.get(code) ?? new Path2D(outlineOf(code));
  paths.set(code, path);
  probe ??= pen(1, 1);
  return probe.isPointInPath(path, x, y);
}

/**
 * Whether a place of the drawing is in any district.
 * @param {number} x
 * @param {number} y
 */
export function isLand(x, y) {
  land ??= drawLand();
  const [column, row] = [Math.floor((x - left) / CELL), Math.floor((y - top) / CELL)];
  if (column < 0 || row < 0 || column >= land.width || row >= land.height) return false;
  return land.data[4 * (row * land.width + column) + 3] > 127;
}
