// @ts-check
// Where land is, from the outline of the whole: along a line of the drawing, land begins where it
// is crossed for the first time and ends where it is for the second.

/**
 * @param {string} border stretches of the outline: each one absolute start and then steps
 * @param {number} top of the drawing
 * @param {number} height
 * @param {number} rows lines across the drawing that are looked at
 * @returns {(x: number, y: number) => boolean} whether the nearest line is on land there
 */
export function landOf(border, top, height, rows) {
  const step = height / rows;
  /** @type {number[][]} */
  const crossings = Array.from({ length: rows }, () => []);
  /** @param {number} y */
  const rowOf = (y) => (y - top) / step - 0.5; // a whole number at a line's middle
  for (const stretch of border.split("M").slice(1)) {
    const numbers = (stretch.match(/-?\d+/g) ?? []).map(Number);
    let [x, y] = numbers;
    for (let i = 2; i < numbers.length; i += 2) {
      const [dx, dy] = [numbers[i], numbers[i + 1]];
      const [a, b] = [rowOf(y), rowOf(y + dy)];
      // Ends count for one of the two sides that meet there.
      for (let row = Math.ceil(Math.min(a, b)); row < Math.max(a, b); row += 1)
        crossings[row]?.push(x + (dx * (row - a)) / (b - a));
      x += dx;
      y += dy;
    }
  }
  return (x, y) => {
    let inside = false;
    for (const crossing of crossings[Math.round(rowOf(y))] ?? [])
      if (crossing <= x) inside = !inside;
    return inside;
  };
}
