// @ts-check
import { advances, narrow, wide } from "../sizes.json";

const WIDE = RegExp(`[${wide}]`);
const NARROW = RegExp(`[${narrow}]`);

/**
 * Width of a line of text in pixels, near enough to keep labels apart without asking the browser.
 * The build reserves the embed's height by the same widths: `reserve.py`.
 * @param {string} text
 * @param {number} size of the type, in pixels
 */
export function textWidth(text, size) {
  let width = 0;
  for (const c of text) {
    const latin = WIDE.test(c) ? advances.wide : NARROW.test(c) ? advances.narrow : advances.other;
    width += c > "\u2e7f" ? 1 : latin;
  }
  return width * size;
}
