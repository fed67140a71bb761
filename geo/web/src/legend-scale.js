// @ts-check
import { CONTINUOUS, ZERO_APART } from "./options.js";

/**
 * Where a value lies along the legend, from 0 to 1. The blocks are equally wide, so each class has
 * its own scale; a class that holds only zero has a block apart.
 * @param {{edges: number[], colors: string[], unclassed?: boolean}} m
 * @param {number} value
 * @param {number | null} id of its class
 * @returns {number | null} null where there is no scale: the class has one value
 */
export function positionOf({ edges, colors, unclassed }, value, id) {
  const whole = CONTINUOUS && unclassed;
  const i = whole ? 0 : /** @type {number} */ (id);
  const [low, high] = whole ? [edges[0], edges[edges.length - 1]] : edges.slice(i);
  let [at, n] = [i + (value - low) / (high - low), whole ? 1 : colors.length];
  if (ZERO_APART && !whole && edges[0] === edges[1]) [at, n] = [at - 1, n - 1];
  return high > low ? at / n : null;
}
