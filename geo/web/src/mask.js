// @ts-check
// Where land is, and whether a point is in a district, without asking the browser for a layout: it
// would look at thousands of elements each time.
import { outlineOf } from "./classes.js";
import { byId } from "./dom.js";
import { landOf } from "./land.js";
import { isInRings, ringsOf } from "./rings.js";
import { box } from "./view.js";

const { y: top, height } = box; // all of the drawing: an embed's box changes
const ROWS = 1000;
/** @type {Map<string, number[][]>} */
const known = new Map();
/** @type {ReturnType<typeof landOf>} */
let land;

/**
 * Whether a place of the drawing is in a district.
 * @param {string} code
 * @param {number} x
 * @param {number} y
 */
export function isIn(code, x, y) {
  const rings = known.get(code) ?? ringsOf(outlineOf(code)).map((ring) => ring.flat());
  known.set(code, rings);
  return isInRings(rings, x, y);
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
