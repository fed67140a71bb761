// @ts-check
// Circles in few paths that look as if each were one: those of a path do not touch, and one that
// overlaps a larger circle is in a later path than that.

/** @typedef {{x: number, y: number, r: number}} Circle */

/**
 * Circles by where they are.
 * @param {Circle[]} circles the largest first
 */
export function stacks(circles) {
  const side = 2 * (circles[0]?.r ?? 1); // of the squares they are sought in: two that touch lie in neighbours
  /** @type {Map<number, number[]>} */
  const squares = new Map();
  /** @type {number[]} */
  const levels = [];

  /** @param {number} at x or y */
  const lineOf = (at) => Math.floor(at / side);
  /** @param {number} column @param {number} row */
  const keyOf = (column, row) => column * 1e5 + row;

  /**
   * The circles that may reach a point, or one around it, by squares.
   * @param {number} x
   * @param {number} y
   */
  function near(x, y) {
    const [column, row] = [lineOf(x), lineOf(y)];
    /** @type {number[][]} */
    const found = [];
    for (let i = column - 1; i <= column + 1; i += 1)
      for (let j = row - 1; j <= row + 1; j += 1) {
        const square = squares.get(keyOf(i, j));
        if (square) found.push(square);
      }
    return found;
  }

  /** @param {number} i of the circle that comes next */
  function place(i) {
    const { x, y, r } = circles[i];
    let level = 0;
    for (const square of near(x, y))
      for (const j of square) {
        if (levels[j] < level) continue;
        const other = circles[j];
        // Squares of distances: their roots would take longer than all the rest.
        const [dx, dy, reach] = [other.x - x, other.y - y, other.r + r];
        if (dx * dx + dy * dy < reach * reach) level = levels[j] + 1;
      }
    levels.push(level);
    const square = keyOf(lineOf(x), lineOf(y));
    const others = squares.get(square);
    if (others) others.push(i);
    else squares.set(square, [i]);
  }

  return {
    /** The number of the path of each circle that has one, from 0. */
    levels,
    /**
     * Find paths for the next circles.
     * @param {number} [n]
     */
    more(n = circles.length) {
      const end = Math.min(levels.length + n, circles.length);
      while (levels.length < end) place(levels.length);
    },
    /**
     * The number of the circle on top at a point; -1 for none.
     * @param {number} x
     * @param {number} y
     */
    at(x, y) {
      let top = -1;
      for (const i of near(x, y).flat())
        if ((circles[i].x - x) ** 2 + (circles[i].y - y) ** 2 <= circles[i].r ** 2)
          top = Math.max(top, i);
      return top;
    },
  };
}

/**
 * A circle as a part of a path.
 * @param {Circle} circle
 * @param {number} digits after the point, at most
 */
export function ring({ x, y, r }, digits) {
  const scale = 10 ** digits;
  /** @param {number} of */
  const short = (of) => Math.round(of * scale) / scale;
  const [left, radius, wide] = [short(x - r), short(r), short(2 * r)];
  const arc = `a${radius} ${radius} 0 1 0 `;
  return `M${left} ${y}${arc}${wide} 0${arc}-${wide} 0z`;
}
