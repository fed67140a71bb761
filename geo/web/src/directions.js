// @ts-check

/** @typedef {{code: string, at: number[]}} Anchor a district's code, and x, y of its label point */

/** @type {Record<string, [number, number]>} */
export const DIRECTIONS = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/**
 * The nearest district within 60 degrees of a direction; sideways distance counts double.
 * @param {Anchor} from
 * @param {[number, number]} direction
 * @param {Anchor[]} anchors
 * @returns {string} its code; that of `from` if there is none
 */
export function neighbour(from, [dx, dy], anchors) {
  const [x, y] = from.at;
  let [best, least] = [from.code, Infinity];
  for (const { code, at } of anchors) {
    const along = (at[0] - x) * dx + (at[1] - y) * dy;
    const aside = Math.abs((at[0] - x) * dy) + Math.abs((at[1] - y) * dx);
    const cost = along + 2 * aside;
    if (along > 0 && aside <= along * 1.75 && cost < least) [best, least] = [code, cost];
  }
  return best;
}
