// @ts-check
// How the outline of a district becomes its circle or square, and back.
import { ringsOf, turnOf } from "./rings.js";

/** @typedef {import("./rings.js").Point} Point */
/** @typedef {{x: number, y: number, r: number}} Place middle and half width, in the drawing's units */
/** @typedef {{from: Point[], to: Point[]}} Move a ring, and where each of its points goes */

const LEAST = 48; // points of a ring that becomes a circle: of fewer it would be seen to have corners

/**
 * A closed ring with more points, in the same outline.
 * @param {Point[]} ring
 */
function fine(ring) {
  const n = Math.ceil(LEAST / (ring.length - 1));
  return ring.slice(1).flatMap(([x, y], i) => {
    const [fromX, fromY] = ring[i];
    return Array.from({ length: n }, (_, k) => {
      const part = k / n;
      return /** @type {Point} */ ([fromX + (x - fromX) * part, fromY + (y - fromY) * part]);
    });
  });
}

/**
 * Points around a place, as far from each other as those of a ring, and turned as little as can be.
 * @param {Point[]} ring
 * @param {Place} place
 * @param {boolean} square
 * @returns {Point[]}
 */
function around(ring, { x, y, r }, square) {
  const [middleX, middleY] = [0, 1].map(
    (axis) => ring.reduce((s, p) => s + p[axis], 0) / ring.length,
  );
  const sign = Math.sign(turnOf([...ring, ring[0]])) || 1;
  let length = 0;
  const along = ring.map(([px, py], i) => {
    if (i) length += Math.hypot(px - ring[i - 1][0], py - ring[i - 1][1]);
    return length;
  });
  const last = ring[ring.length - 1];
  length += Math.hypot(ring[0][0] - last[0], ring[0][1] - last[1]);
  const angles = along.map((far) => (sign * 2 * Math.PI * far) / (length || 1));
  let [sine, cosine] = [0, 0];
  ring.forEach(([px, py], i) => {
    const off = Math.atan2(py - middleY, px - middleX) - angles[i];
    sine += Math.sin(off);
    cosine += Math.cos(off);
  });
  const turn = Math.atan2(sine, cosine);
  return angles.map((angle) => {
    const [c, s] = [Math.cos(angle + turn), Math.sin(angle + turn)];
    const far = square ? r / Math.max(Math.abs(c), Math.abs(s)) : r;
    return [x + far * c, y + far * s];
  });
}

/**
 * The rings of a path: the largest goes round its place, islands and holes into the middle.
 * @param {string} path as the build wrote it
 * @param {Place} place
 * @param {boolean} square
 * @returns {Move[]}
 */
export function movesOf(path, place, square) {
  const rings = ringsOf(path);
  const sizes = rings.map((ring) => Math.abs(turnOf(ring)));
  const largest = sizes.indexOf(Math.max(...sizes));
  return rings.map((ring, i) => {
    if (i !== largest) return { from: ring, to: ring.map(() => [place.x, place.y]) };
    const from = fine(ring);
    return { from, to: around(from, place, square) };
  });
}

/**
 * The path on the way.
 * @param {Move[]} moves
 * @param {number} part of the way, 0 to 1
 */
export const between = (moves, part) =>
  moves
    .map(({ from, to }) => {
      const points = from.map(([x, y], i) => {
        const [toX, toY] = to[i];
        return `${(x + (toX - x) * part).toFixed(1)} ${(y + (toY - y) * part).toFixed(1)}`;
      });
      return `M${points.join("L")}z`;
    })
    .join("");

/**
 * The path of a circle or a square.
 * @param {Place} place
 * @param {boolean} square
 */
export function pathAt({ x, y, r }, square) {
  const wide = +(2 * r).toFixed(1);
  const [left, top] = [+(x - r).toFixed(1), +(y - r).toFixed(1)];
  if (square) return `M${left} ${top}h${wide}v${wide}h${-wide}z`;
  const arc = `a${r} ${r} 0 1 1`;
  return `M${left} ${y}${arc} ${wide} 0${arc} ${-wide} 0z`;
}
