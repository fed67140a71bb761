// @ts-check
// Of very many districts a class is painted as one path: to colour thousands of elements anew takes
// longer than a reader waits. What answers to keys and screen readers: see buttons.js.
import { very_many } from "../sizes.json";
import { data, districtOf } from "./data.js";
import { draw, svg } from "./dom.js";
import { classOf, fillOf } from "./format.js";
import { MANY } from "./options.js";
import { measure } from "./state.js";

/** A cartogram moves every district by itself. */
export const BY_CLASS = MANY && data.districts.length > very_many && !data.cartogram;

/** In the order they are drawn in: approximate outlines last, so that no neighbour covers their dashes. */
export const codes = BY_CLASS
  ? [...data.districts].sort((a, b) => +a.approximate - +b.approximate).map(({ code }) => code)
  : [];
/** @type {[SVGElement, string][]} Each with the class it shows. */
let paths = [];
/** @type {Element} */
let home;

/**
 * The districts of each look, in the order they are drawn in.
 * @param {boolean} plain all as land, under circles
 */
function groupsOf(plain) {
  const m = measure();
  /** @type {Map<string, {codes: string[], fill: string, rough: boolean, key: string}>} */
  const groups = new Map();
  for (const code of codes) {
    const d = districtOf(code);
    const [fill, rough] = [plain ? "var(--land)" : fillOf(d, m), d.approximate];
    const name = `${rough} ${fill}`;
    const group = groups.get(name);
    if (group) group.codes.push(code);
    else groups.set(name, { codes: [code], fill, rough, key: classOf(d, m) });
  }
  return [...groups.values()];
}

/** @type {Map<string, string>} */
const outlines = new Map();
/** @type {(() => void) | undefined} Takes the classes' first paths apart, once that is asked for. */
let takeApart;

/** What the build drew, before anything changes: a path for each look, a line for each district. */
export function startClasses() {
  const drawn = /** @type {SVGElement[]} */ ([...svg.querySelectorAll(".class")]);
  const groups = groupsOf(false);
  home = /** @type {Element} */ (drawn[0].parentNode);
  paths = groups.map(({ key }, i) => [drawn[i], key]);
  takeApart = () => {
    takeApart = undefined;
    for (const [i, group] of groups.entries()) {
      const lines = (drawn[i].getAttribute("d") ?? "").split("\n");
      for (const [k, code] of group.codes.entries()) outlines.set(code, lines[k]);
    }
  };
}

/**
 * A district's path as the build wrote it.
 * @param {string} code
 */
export function outlineOf(code) {
  takeApart?.();
  return outlines.get(code) ?? "";
}

/**
 * Paint the classes of the measure in view.
 * @param {boolean} plain
 */
export function paintClasses(plain) {
  paths = groupsOf(plain).map(({ codes, fill, rough, key }) => {
    const look = rough ? "class rough" : "class";
    return [draw("path", { class: look, fill, d: codes.map(outlineOf).join("") }), key];
  });
  home.replaceChildren(...paths.map(([path]) => path));
}

/** @param {string} lit the class that stands out, or "" */
export function dimClasses(lit) {
  for (const [path, key] of paths) path.classList.toggle("dim", Boolean(lit) && key !== lit);
}

/**
 * Show borders, or not: on the whole they would be all that is seen.
 * @param {boolean} near
 */
export function showBorders(near) {
  home.classList.toggle("near", near);
}
