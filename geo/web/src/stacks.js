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
  /** @type {Map<string, number[]>} */
  const squares = new Map();
  /** @type {number[]} */
  const levels = [];

  /**
   * The circles that may reach a point, or one around it.
   * @param {number} x
   * @param {number} y
   */
  function near(x, y) {
    const [column, row] = [Math.floor(x / side), Math.floor(y / side)];
    const found = [];
    for (let i = column - 1; i <= column + 1; i += 1)
      for (let j = row - 1; j <= row + 1; j += 1) found.push(...(squares.get(`${i},${j}`) ?? []));
    return found;
  }

  for (const [i, { x, y, r }] of circles.entries()) {
    let level = 0;
    for (const j of near(x, y)) {
      const other = circles[j];
      const touching = Math.hypot(other.x - x, other.y - y) < other.r + r;
      if (touching && levels[j] >= level) level = levels[j] + 1;
    }
    levels.push(level);
    const square = `${Math.floor(x / side)},${Math.floor(y / side)}`;
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
    at: (x, y) =>
      Math.max(
        -1,
        ...near(x, y).filter((i) => Math.hypot(circles[i].x - x, circles[i].y - y) <= circles[i].r),
      ),
  };
}

/**
 * A circle as a part of a path.
 * @param {Circle} circle
 * @param {number} digits after the point
 */
export function ring({ x, y, r }, digits) {
  const [radius, wide] = [r.toFixed(digits), (2 * r).toFixed(digits)];
  const arc = `a${radius} ${radius} 0 1 0 `;
  return `M${(x - r).toFixed(digits)} ${y}${arc}${wide} 0${arc}-${wide} 0z`;
}
