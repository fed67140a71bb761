// @ts-check
// Insets: parts of the map in frames, on which and across which no name stands.
import { data, districtOf } from "./data.js";
import { CARTOGRAM } from "./options.js";
import { state } from "./state.js";

const EDGE = 2; // pixels to either side of a frame's line

/** None while a cartogram has taken the map's place. */
const frames = () => (!(CARTOGRAM && state.cartogram) && data.frames) || [];

/**
 * The number of the inset that a place of the drawing lies in; -1 for none.
 * @param {number} x
 * @param {number} y
 */
export const insetAt = (x, y) =>
  frames().findIndex(([left, top, w, h]) => x > left && x < left + w && y > top && y < top + h);

/**
 * Whether a place lies in an inset, and a district does not.
 * @param {string} code
 * @param {number} x
 * @param {number} y
 */
export function inOtherInset(code, x, y) {
  const inset = insetAt(x, y);
  const [ax, ay] = districtOf(code).at;
  return inset >= 0 && inset !== insetAt(ax, ay);
}

/**
 * The sides of the frames as boxes that names keep off.
 * @param {{k: number, x: number, y: number}} view
 * @returns {import("./place-labels.js").Taken[]}
 */
export const frameSides = ({ k, x, y }) =>
  frames().flatMap(([left, top, width, height], side) => {
    const [l, t, w, h] = [left * k + x - EDGE, top * k + y - EDGE, width * k, height * k];
    return [
      { side, x: l, y: t, w, h: 2 * EDGE },
      { side, x: l, y: t + h, w: w + 2 * EDGE, h: 2 * EDGE },
      { side, x: l, y: t, w: 2 * EDGE, h },
      { side, x: l + w, y: t, w: 2 * EDGE, h },
    ];
  });
