// @ts-check
// Fills, outlines and spoken names of the districts.
import { many } from "../sizes.json";
import { startButtons, tell } from "./buttons.js";
import { BY_CLASS, dimClasses, outlineOf, paintClasses, startClasses } from "./classes.js";
import { districtOf } from "./data.js";
import { keys, main, over, pinned, press, shapes, svg } from "./dom.js";
import { classOf, fillOf, spoken } from "./format.js";
import { MANY } from "./options.js";
import { measure, onChange, state } from "./state.js";

/** @param {string} code */
export const pathOf = (code) =>
  BY_CLASS ? outlineOf(code) : (shapes.get(code)?.getAttribute("d") ?? "");

/**
 * Outline a district by two lines, so that one of them stands out from any colour.
 * @param {SVGElement} path and the wider one before it
 * @param {string} code
 */
function outline(path, code) {
  const wider = /** @type {SVGElement} */ (path.previousElementSibling);
  for (const line of [path, wider]) line.setAttribute("d", pathOf(code));
}

/** The districts have moved: their outlines, too. */
export function retrace() {
  outline(over, state.over);
  outline(pinned, state.district);
}

let plain = false; // whether all is painted as land: circles say what the fill would
let chosen = ""; // code of the district whose button is pressed

/**
 * Follow the state where a class is one path, and few districts change.
 * @param {import("./state.js").Changed} changed
 */
function repaintClasses(changed) {
  const before = plain;
  plain = state.circles && measure().kind === "total";
  // On all of the page it would have the browser look at every district.
  keys.classList.toggle("plain", plain);
  if (changed.measure || before !== plain) paintClasses(plain);
  if (changed.measure || before !== plain || changed.lit) dimClasses(state.lit);
  if (changed.measure) tell();
  if (!changed.district) return;
  for (const code of [chosen, state.district]) press(shapes.get(code), code === state.district);
  chosen = state.district;
}

/** @param {import("./state.js").Changed} changed */
function repaint(changed) {
  const m = measure();
  for (const [code, shape] of shapes) {
    const d = districtOf(code);
    if (changed.measure) {
      shape.setAttribute("fill", fillOf(d, m));
      shape.setAttribute("aria-label", spoken(d, m));
    }
    shape.classList.toggle("dim", Boolean(state.lit) && classOf(d, m) !== state.lit);
    if (!MANY || changed.district) press(shape, code === state.district);
  }
}

/** Make buttons of the districts and let them follow the state. */
export function startPaint() {
  if (BY_CLASS) {
    startClasses();
    startButtons();
  } else
    for (const [code, shape] of shapes) {
      // Of very many districts the build leaves the words to the script.
      if (MANY && !shape.hasAttribute("aria-label"))
        shape.setAttribute("aria-label", spoken(districtOf(code), measure()));
      shape.setAttribute("role", "button");
      // Their state is said once one is chosen: the rules of the legend ask for it, too.
      if (!MANY || shapes.size <= many) press(shape, false);
      shape.setAttribute("tabindex", "-1");
    }
  onChange((changed) => {
    if (changed.over) outline(over, state.over);
    if (changed.district) outline(pinned, state.district);
    if (!BY_CLASS) main.classList.toggle("plain", state.circles && measure().kind === "total");
    svg.classList.toggle("lit", Boolean(state.lit)); // a halo of the full colour would smear a pale one
    if (BY_CLASS) repaintClasses(changed);
    else if (changed.measure || changed.lit || changed.district) repaint(changed);
  });
}
