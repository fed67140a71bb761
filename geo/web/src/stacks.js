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
   * Go through the circles that may reach a point, or one around it.
   * @param {number} x
   * @param {number} y
   * @param {(i: number, far: number) => void} visit takes the square of the distance: its root
   *   would take longer than all the rest
   */
  function near(x, y, visit) {
    const [column, row] = [lineOf(x), lineOf(y)];
    for (let n = 0; n < 9; n += 1)
      for (const i of squares.get(keyOf(column - 1 + (n % 3), row - 1 + Math.floor(n / 3))) ?? [])
        visit(i, (circles[i].x - x) ** 2 + (circles[i].y - y) ** 2);
  }

  for (const [i, { x, y, r }] of circles.entries()) {
    let level = 0;
    near(x, y, (j, far) => {
      if (levels[j] >= level && far < (circles[j].r + r) ** 2) level = levels[j] + 1;
    });
    levels.push(level);
    const square = keyOf(lineOf(x), lineOf(y));
    const others = squares.get(square);
    if (others) others.push(i);
    else squares.set(square, [i]);
  }

  return {
    /** The number of the path of each circle, from 0. */
    levels,
    /**
     * The number of the circle on top at a point; -1 for none.
     * @param {number} x
     * @param {number} y
     */
    at(x, y) {
      let top = -1;
      near(x, y, (i, far) => {
        if (far <= circles[i].r ** 2) top = Math.max(top, i);
      });
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
  const [left, radius, wide] = [x - r, r, 2 * r].map((of) => Math.round(of * scale) / scale);
  const arc = `a${radius} ${radius} 0 1 0 `;
  return `M${left} ${y}${arc}${wide} 0${arc}-${wide} 0z`;
}
