// @ts-check
// The districts that keys, screen readers and other scripts reach, where a class is one path. What is
// seen goes first: each has an element once a reader comes to it, and all have one, in slices, once a
// reader is seen to go by keys, or has chosen nothing for a while and the browser has nothing to do.
import { codes, outlineOf } from "./classes.js";
import { districtOf, t } from "./data.js";
import { draw, on, press, shapes, svg, target } from "./dom.js";
import { nameOf, withUnit } from "./format.js";
import { reachBy } from "./roving.js";
import { measure, onChange, state } from "./state.js";
import { AT_ONCE } from "./turns.js";
import * as WORDS from "./words.js";

const SLICE = 500; // districts that are spoken of in one task: a few milliseconds
const REST = 5000; // milliseconds without a choice, in which all may be made

/** @type {Element} */
let home;
let telling = 0;
let making = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting;

/** What says of a district what `spoken` does, its words put together once for all. */
function speaker() {
  const m = measure();
  const [name, value] = ["\ue000", "\ue001"]; // in no text
  const form = t(WORDS.district_value, { name, measure: m.label, value });
  const [start, middle, end] = form.split(/[\ue000\ue001]/);
  const named = form.indexOf(name) < form.indexOf(value);
  /** @param {import("./data.js").District} d */
  return (d) => {
    const [first, second] = named ? [nameOf(d), withUnit(d, m)] : [withUnit(d, m), nameOf(d)];
    return start + first + middle + second + end;
  };
}

/**
 * @param {string} code
 * @param {ReturnType<typeof speaker>} say
 */
function make(code, say) {
  const shape = draw("path", {
    "data-code": code,
    role: "button",
    tabindex: "-1",
    "aria-label": say(districtOf(code)),
    fill: "none",
    d: outlineOf(code),
  });
  // Of more the browser would look through all under every move of the pointer.
  if (codes.length <= AT_ONCE) shape.style.pointerEvents = "all";
  if (code === state.district) press(shape, true);
  shapes.set(code, shape);
  return shape;
}

/**
 * The element of a district, among the others in their order.
 * @param {string} code
 */
function buttonOf(code) {
  const there = shapes.get(code);
  if (there) return /** @type {SVGElement} */ (there);
  const after = codes.slice(codes.indexOf(code) + 1).find((other) => shapes.has(other));
  const shape = make(code, speaker());
  home.insertBefore(shape, (after && shapes.get(after)) || null);
  return shape;
}

/**
 * Let all have their elements.
 * @param {(next: () => void) => unknown} later
 */
function makeAll(later) {
  if (making) return;
  making = true;
  const all = codes.values();
  /** @type {Element | undefined} */
  let last;
  const next = () => {
    const say = speaker(); // of the measure that is in view by now
    for (let i = 0; i < SLICE; i += 1) {
      const { value, done } = all.next();
      if (done) return;
      const there = shapes.get(value);
      const shape = there ?? make(value, say);
      if (!there) last ? last.after(shape) : home.prepend(shape);
      last = shape;
    }
    later(next);
  };
  later(next);
}

/** Say of all that have an element what they are, and their value, the first of them at once. */
export function tell() {
  clearTimeout(telling);
  const all = shapes.entries();
  const say = speaker();
  const next = () => {
    for (let i = 0; i < SLICE; i += 1) {
      const { value, done } = all.next();
      if (done) return;
      value[1].setAttribute("aria-label", say(districtOf(value[0])));
    }
    telling = window.setTimeout(next);
  };
  next();
}

export function startButtons() {
  home = draw("g");
  svg.querySelector(".class")?.parentElement?.after(home);
  reachBy(buttonOf);
  // A pointer leaves a focus, too, but none to be seen; but in a field of text.
  on(document, ["focusin"], (event) => {
    if (target(event).matches(":focus-visible:not(input)")) makeAll(setTimeout);
  });
  if (codes.length > AT_ONCE) return;
  const rest = () => {
    clearTimeout(resting);
    // Safari has the second alone.
    const idle = window.requestIdleCallback ?? setTimeout;
    if (!making) resting = setTimeout(() => makeAll(idle), REST);
  };
  onChange(rest);
  rest();
}
