// @ts-check
// Where land is, and whether a point is in a district, without asking the browser for a layout: it
// would look at thousands of elements each time.
import { codes, outlineOf } from "./classes.js";
import { byId } from "./dom.js";
import { landOf } from "./land.js";
import { isInRings } from "./rings.js";
import { finderOf, flatRings } from "./squares.js";
import { box } from "./view.js";

const { y: top, height } = box; // all of the drawing: an embed's box changes
const ROWS = 1000;
/** @type {Map<string, number[][]>} */
const known = new Map();
/** @type {ReturnType<typeof landOf>} */
let land;
/** @type {ReturnType<typeof finderOf> | undefined} */
let find;

/** @param {string} code */
function ringsIn(code) {
  const rings = known.get(code) ?? flatRings(outlineOf(code));
  known.set(code, rings);
  return rings;
}

/**
 * Whether a place of the drawing is in a district.
 * @param {string} code
 * @param {number} x
 * @param {number} y
 */
export const isIn = (code, x, y) => isInRings(ringsIn(code), x, y);

/**
 * The district at a place of the drawing; "" for none.
 * @param {number} x
 * @param {number} y
 */
export function districtAt(x, y) {
  find ??= finderOf(codes.map(ringsIn));
  return codes[find(x, y)] ?? "";
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
