// @ts-check
// The map is one stop of Tab: the district that has it.

import { data } from "./data.js";
import { shapes } from "./dom.js";

let current = data.districts[0].code;

/** The code of the district that Tab reaches. */
export const roving = () => current;

/** @param {string} code */
let shapeOf = (code) => /** @type {SVGElement} */ (shapes.get(code));

/**
 * Of very many districts the elements are made once they are reached.
 * @param {typeof shapeOf} make
 */
export function reachBy(make) {
  shapeOf = make;
}

/**
 * Let Tab reach a district.
 * @param {string} code
 * @param {boolean} [focus] whether it gets the focus, too
 */
export function rove(code, focus) {
  shapeOf(current).setAttribute("tabindex", "-1");
  current = code;
  const shape = shapeOf(code);
  shape.setAttribute("tabindex", "0");
  if (focus) shape.focus({ preventScroll: true });
}
