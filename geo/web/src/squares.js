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
  // Sides of each outline's extent, one list for each: of tens of thousands a list for each outline,
  // and taking it apart, takes several times as long.
  const [lefts, tops, rights, bottoms] = extentsOf(outlines);
  const [left, top] = [least(lefts), least(tops)];
  const [right, bottom] = [-least(rights.map((x) => -x)), -least(bottoms.map((y) => -y))];
  const side = Math.ceil(Math.sqrt(outlines.length)); // about a square for each
  const size = Math.max(right - left, bottom - top) / side || 1;
  /** @type {(i: number, each: (square: number) => void) => void} */
  const squaresOf = (i, each) => {
    const [from, to] = [
      Math.floor((lefts[i] - left) / size),
      Math.floor((rights[i] - left) / size),
    ];
    const last = Math.floor((bottoms[i] - top) / size);
    for (let row = Math.floor((tops[i] - top) / size); row <= last; row += 1)
      for (let column = from; column <= to; column += 1) each(row * (side + 1) + column);
  };
  // How many are in each square, then where its list ends in that of all: no list for each.
  const ends = new Int32Array((side + 1) ** 2 + 1);
  for (let i = 0; i < outlines.length; i += 1)
    squaresOf(i, (square) => {
      ends[square + 1] += 1;
    });
  for (let square = 1; square < ends.length; square += 1) ends[square] += ends[square - 1];
  const all = new Int32Array(ends[ends.length - 1]);
  const next = ends.slice();
  for (let i = 0; i < outlines.length; i += 1)
    squaresOf(i, (square) => {
      all[next[square]] = i;
      next[square] += 1;
    });
  return (x, y) => {
    if (x < left || x > right || y < top || y > bottom) return -1;
    const [row, column] = [Math.floor((y - top) / size), Math.floor((x - left) / size)];
    const square = row * (side + 1) + column;
    for (let k = ends[square + 1] - 1; k >= ends[square]; k -= 1) {
      const i = all[k];
      const within = x >= lefts[i] && x <= rights[i] && y >= tops[i] && y <= bottoms[i];
      if (within && isInRings(outlines[i], x, y)) return i;
    }
    return -1;
  };
}

/** @param {Float64Array} values */
const least = (values) => values.reduce((a, b) => Math.min(a, b), Infinity);

/** @param {number[][][]} outlines */
function extentsOf(outlines) {
  const n = outlines.length;
  const [lefts, tops] = [0, 1].map(() => new Float64Array(n).fill(Infinity));
  const [rights, bottoms] = [0, 1].map(() => new Float64Array(n).fill(-Infinity));
  for (let i = 0; i < n; i += 1)
    for (const ring of outlines[i])
      for (let k = 0; k < ring.length; k += 2) {
        if (ring[k] < lefts[i]) lefts[i] = ring[k];
        if (ring[k] > rights[i]) rights[i] = ring[k];
        if (ring[k + 1] < tops[i]) tops[i] = ring[k + 1];
        if (ring[k + 1] > bottoms[i]) bottoms[i] = ring[k + 1];
      }
  return [lefts, tops, rights, bottoms];
}
