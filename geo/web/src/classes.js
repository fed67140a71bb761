// @ts-check
// Of very many districts a class is painted as one path: to colour thousands of elements anew takes
// longer than a reader waits. The districts' own elements lie beneath, unseen, and go on answering
// to pointer, keys and screen readers; what is said of them follows in slices.
import { very_many } from "../sizes.json";
import { data, districtOf, t } from "./data.js";
import { draw, shapes } from "./dom.js";
import { classOf, fillOf, nameOf, withUnit } from "./format.js";
import { MANY } from "./options.js";
import { measure } from "./state.js";
import * as WORDS from "./words.js";

/** @typedef {import("./data.js").District} District */

/** A cartogram moves every district by itself. */
export const BY_CLASS = MANY && shapes.size > very_many && !data.cartogram;

const SLICE = 500; // districts that are spoken of in one task: a few milliseconds

/** @type {Map<string, string>} */
const outlines = new Map();
/** In the order they are drawn in. */
export const codes = MANY ? [...shapes.keys()] : [];
/** @type {[SVGPathElement, string][]} Each with the class it shows. */
let paths = [];
/** @type {SVGGElement} */
let home;
let telling = 0;

/**
 * A district's path as the build wrote it.
 * @param {string} code
 */
export function outlineOf(code) {
  const outline = outlines.get(code) ?? shapes.get(code)?.getAttribute("d") ?? "";
  outlines.set(code, outline);
  return outline;
}

/** The districts' elements give way to paths of whole classes, over them. */
function cover() {
  const own = /** @type {Element} */ (shapes.get(codes[0])?.parentNode);
  home = draw("g");
  own.after(home);
  // Of a group: what hides each of them would have the browser look at each.
  own.setAttribute("opacity", "0");
}

/**
 * Paint the classes of the measure in view.
 * @param {boolean} plain all as land, under circles
 */
export function paintClasses(plain) {
  if (!home) cover();
  const m = measure();
  /** @type {Map<string, {outline: string[], fill: string, rough: boolean, key: string}>} */
  const groups = new Map();
  // Approximate outlines are the last of the build's, so that no neighbour covers their dashes.
  for (const code of codes) {
    const [d, outline] = [districtOf(code), outlineOf(code)];
    const [fill, key, rough] = [plain ? "var(--land)" : fillOf(d, m), classOf(d, m), d.approximate];
    const name = `${rough} ${plain || key} ${fill}`;
    const group = groups.get(name);
    if (group) group.outline.push(outline);
    else groups.set(name, { outline: [outline], fill, rough, key });
  }
  paths = [...groups.values()].map(({ outline, fill, rough, key }) => {
    const look = rough ? "class rough" : "class";
    const path = draw("path", { class: look, fill, d: outline.join("") });
    path.style.fill = fill; // the sheet gives paths that are no districts none
    return [path, key];
  });
  home.replaceChildren(...paths.map(([path]) => path));
}

/** @param {string} lit the class that stands out, or "" */
export function dimClasses(lit) {
  if (lit && !home) paintClasses(false);
  for (const [path, key] of paths) path.classList.toggle("dim", Boolean(lit) && key !== lit);
}

/**
 * Show borders, or not: on the whole they would be all that is seen.
 * @param {boolean} near
 */
export function showBorders(near) {
  if (near && !home) paintClasses(false);
  home?.classList.toggle("near", near);
}

/** What says of a district what `spoken` does, its words put together once for all. */
function speaker() {
  const m = measure();
  const [name, value] = ["\ue000", "\ue001"]; // in no text
  const form = t(WORDS.district_value, { name, measure: m.label, value });
  const [start, middle, end] = form.split(/[\ue000\ue001]/);
  const named = form.indexOf(name) < form.indexOf(value);
  /** @param {District} d */
  return (d) => {
    const [first, second] = named ? [nameOf(d), withUnit(d, m)] : [withUnit(d, m), nameOf(d)];
    return start + first + middle + second + end;
  };
}

/**
 * Say of every district what it is and its value, the first of them at once.
 * @param {(shape: Element) => void} [also] what else is done once
 */
export function tell(also) {
  clearTimeout(telling);
  const all = shapes.entries();
  const say = speaker();
  const next = () => {
    for (let i = 0; i < SLICE; i += 1) {
      const { value, done } = all.next();
      if (done) return;
      const [code, shape] = value;
      shape.setAttribute("aria-label", say(districtOf(code)));
      also?.(shape);
    }
    telling = window.setTimeout(next);
  };
  next();
}
