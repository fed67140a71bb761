// @ts-check
// Which of very many outlines is at a point: the browser is not asked, for it has one path a class.
import { isInRings } from "./rings.js";

// Codes of characters, each by itself: a list would stay in the scripts that have no use for it.
const MINUS = 45;
const ZERO = 48;
const NINE = 57;
const CLOSE = 122;

/**
 * Rings of a path as the build wrote it: one absolute start, then steps each. Closed: the last point
 * is the first. No pattern is looked for, which takes several times as long.
 * @param {string} path
 * @returns {number[][]} x and y of each point after the other
 */
export function flatRings(path) {
  /** @type {number[][]} */
  const rings = [];
  /** @type {number[]} */
  let ring = [];
  let [digits, sign, open] = [0, 1, false];
  const put = () => {
    if (open) ring.push(sign * digits + (ring.length > 1 ? ring[ring.length - 2] : 0));
    [digits, sign, open] = [0, 1, false];
  };
  for (let i = 0; i < path.length; i += 1) {
    const code = path.charCodeAt(i);
    if (code >= ZERO && code <= NINE) {
      digits = digits * 10 + code - ZERO;
      open = true;
    } else {
      put();
      if (code === MINUS) sign = -1;
      else if (code === CLOSE) {
        rings.push([...ring, ring[0], ring[1]]);
        ring = [];
      }
    }
  }
  return rings;
}

/**
 * @param {number[][][]} outlines rings of each, as above
 * @returns {(x: number, y: number) => number} the place in the list of the one that a point is in, the
 *   last of several, which lies above; -1 if it is in none
 */
export function finderOf(outlines) {
  const extents = outlines.map(extentOf);
  const [left, top, right, bottom] = extents.reduce(
    ([a, b, c, d], [l, t, r, e]) => [
      Math.min(a, l),
      Math.min(b, t),
      Math.max(c, r),
      Math.max(d, e),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
  const side = Math.ceil(Math.sqrt(outlines.length)); // about a square for each
  const size = Math.max(right - left, bottom - top) / side || 1;
  /** @param {number} at */
  const squareOf = (at) => Math.floor(at / size);
  /** @type {number[][]} */
  const squares = [];
  for (const [i, [l, t, r, b]] of extents.entries())
    for (let row = squareOf(t - top); row <= squareOf(b - top); row += 1)
      for (let column = squareOf(l - left); column <= squareOf(r - left); column += 1) {
        const square = row * (side + 1) + column;
        squares[square] ??= [];
        squares[square].push(i);
      }
  return (x, y) => {
    if (x < left || x > right || y < top || y > bottom) return -1;
    const near = squares[squareOf(y - top) * (side + 1) + squareOf(x - left)] ?? [];
    for (let k = near.length - 1; k >= 0; k -= 1) {
      const [l, t, r, b] = extents[near[k]];
      const within = x >= l && x <= r && y >= t && y <= b;
      if (within && isInRings(outlines[near[k]], x, y)) return near[k];
    }
    return -1;
  };
}

/** @param {number[][]} rings */
function extentOf(rings) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings)
    for (let i = 0; i < ring.length; i += 2) {
      if (ring[i] < left) left = ring[i];
      if (ring[i] > right) right = ring[i];
      if (ring[i + 1] < top) top = ring[i + 1];
      if (ring[i + 1] > bottom) bottom = ring[i + 1];
    }
  return [left, top, right, bottom];
}
