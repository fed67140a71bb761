// @ts-check
// Proportional circles: area as the total, small over large, the same size at every zoom.
import { circle_narrow, circle_wide, narrow_below } from "../sizes.json";
import { BY_CLASS } from "./classes.js";
import { data, t } from "./data.js";
import { circleLegend, circles, draw, make, stage } from "./dom.js";
import { byRank, numberOf } from "./format.js";
import { MANY, OWN_FIGURES } from "./options.js";
import { ring, stacks } from "./stacks.js";
import { circleMeasure, state } from "./state.js";
import * as WORDS from "./words.js";

/** @typedef {import("./data.js").District} District */
/** @typedef {import("./data.js").Measure} Measure */

const LINE = 14; // pixels between the texts of the legend

export const largestRadius = () =>
  (stage.clientWidth < narrow_below ? circle_narrow : circle_wide) *
  ((MANY && data.circle_scale) || 1);

/** @param {Measure} m */
const mostOf = (m) => m.extent[1];

/**
 * Radius in pixels; 0 for what is not above zero.
 * @param {number} value
 * @param {number} [largest] asked once for very many: the browser looks whether sizes have changed
 */
function radiusOf(value, largest) {
  const part = value / mostOf(circleMeasure());
  return part > 0 ? ((MANY && largest) || largestRadius()) * Math.sqrt(part) : 0;
}

/**
 * Radius of a district's circle in pixels; 0 for none.
 * @param {District} d
 * @param {number} [largest]
 */
export const circleOf = (d, largest) =>
  state.circles ? radiusOf(numberOf(d, circleMeasure()), largest) : 0;

/** @type {ReturnType<typeof stacks> | undefined} */
let stacked;
/** @type {string[]} */
let stackedCodes = [];

const SLICE = 10_000; // circles that find their places in one task
let stacking = 0;

/**
 * Of very many districts, in few paths.
 * @param {{d: District, r: number}[]} shown the largest first
 * @param {number} k
 */
function drawStacks(shown, k) {
  const all = shown.map(({ d, r }) => ({ x: d.at[0], y: d.at[1], r: r / k }));
  const found = stacks(all);
  /** @type {string[]} */
  const paths = [];
  const next = () => {
    let i = found.levels.length;
    found.more(SLICE);
    for (; i < found.levels.length; i += 1) {
      const level = found.levels[i];
      paths[level] = (paths[level] ?? "") + ring(all[i], 2);
    }
    if (i < all.length) {
      stacking = window.setTimeout(next);
      return;
    }
    stacked = found;
    stackedCodes = shown.map(({ d }) => d.code);
    circles.replaceChildren(...paths.map((d) => draw("path", { d })));
  };
  next();
}

/**
 * The district whose circle is on top at a point of the drawing; "" for none.
 * @param {number} x
 * @param {number} y
 */
export const circleAt = (x, y) =>
  (state.circles && stacked && stackedCodes[stacked.at(x, y)]) || "";

let drawnFor = ""; // what the circles of very many were drawn for

/** @param {number} k pixels per unit of the drawing */
export function drawCircles(k) {
  const largest = MANY ? largestRadius() : 0;
  if (BY_CLASS) {
    // A choice draws names anew, and no circle.
    const asked = [k, largest, state.circles, circleMeasure()?.id, state.period].join(" ");
    if (asked === drawnFor) return;
    drawnFor = asked;
    clearTimeout(stacking);
    if (!state.circles) return circles.replaceChildren();
  }
  const shown = (MANY && state.circles ? byRank(circleMeasure()) : data.districts)
    .map((d) => ({ d, r: circleOf(d, largest) }))
    .filter(({ r }) => r)
    .sort((a, b) => b.r - a.r);
  if (BY_CLASS) return drawStacks(shown, k);
  circles.replaceChildren(
    ...shown.map(({ d, r }) =>
      draw("circle", {
        "data-of": d.code,
        cx: d.at[0],
        cy: d.at[1],
        r: (r / k).toFixed(2),
      }),
    ),
  );
}

/** Nested circles on one ground line, each with a line to its value. */
export function drawCircleLegend() {
  circleLegend.hidden = !state.circles;
  if (!state.circles) return;
  const m = circleMeasure();
  const most = largestRadius();
  const high = 2 * most + LINE;
  // Among very many districts circles are small: lower than the lines of their texts.
  const ground = MANY ? Math.max(high, LINE * m.circle_steps.length + 5) : high;
  const drawn = draw("svg", { width: 2 * most + 90, height: ground + 2, "aria-hidden": true });
  let line = ground + 6;
  for (const { value, text } of [...m.circle_steps].reverse()) {
    const r = radiusOf(value);
    line = Math.min(ground - 2 * r, line - LINE);
    drawn.append(
      draw("circle", { cx: most + 2, cy: ground - r, r }),
      draw("path", { d: `M${most + 2} ${ground - 2 * r}L${2 * most + 10} ${line}h6` }),
      draw("text", { x: 2 * most + 20, y: line + 4 }, (OWN_FIGURES && text) || `${value}`),
    );
  }
  const title = make("b", {}, t(WORDS.circles_show, { measure: m.label }));
  circleLegend.replaceChildren(make("p", {}, title, ` ${m.unit}`), drawn);
}
