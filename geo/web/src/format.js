// @ts-check
// Names and figures of a district as readers see them.
import { countText, data, t } from "./data.js";
import { numberText } from "./numbers.js";
import { CONTINUOUS, CROSSED, GAPS, OWN_FIGURES, TRANSLATED } from "./options.js";
import * as WORDS from "./words.js";

/** @typedef {import("./data.js").District} District */
/** @typedef {import("./data.js").Measure} Measure */
/** @typedef {(d: District, m: Measure) => string} Text */

/**
 * A continuous scale instead of classes.
 * @param {Measure} m
 */
export const unclassed = (m) => CONTINUOUS && m.unclassed;

/** @param {District} d */
export const nameOf = (d) => (TRANSLATED && d.label) || d.name;

/** Lists of a measure are in the order of the districts. */
const places = new Map(data.districts.map((d, i) => [d, i]));

/** @param {District} d */
export const placeOf = (d) => /** @type {number} */ (places.get(d));

/**
 * Why a district has no value; empty if it has one.
 * @param {District} d
 * @param {Measure} m
 * @returns {"" | "missing" | "inapplicable"}
 */
export const gapOf = (d, m) =>
  GAPS && d.values[m.id] === null ? (d.states?.[m.id] ?? "missing") : "";

/**
 * A district's value; 0 where it has none.
 * @param {District} d
 * @param {Measure} m
 */
export const numberOf = (d, m) => d.values[m.id] || 0;

/** @type {Text} A district's value, or why there is none. */
export function textOf(d, m) {
  const gap = gapOf(d, m);
  if (gap) return t(gap === "missing" ? WORDS.missing : WORDS.inapplicable);
  return (
    (OWN_FIGURES && m.texts?.[placeOf(d)]) ||
    numberText(numberOf(d, m), m.digits[0], data.marks, data.zero)
  );
}

/** @type {Text} */
export const withUnit = (d, m) =>
  (CROSSED && m.grid?.values?.[placeOf(d)]) ||
  (gapOf(d, m) || !m.unit ? textOf(d, m) : `${textOf(d, m)} ${m.unit}`);

/**
 * The edges of the classes as the legend has them.
 * @param {Measure} m
 */
export const breaksOf = (m) => m.breaks ?? m.edges.map(String);

/** @param {Measure} m */
export const titleOf = (m) => (m.unit ? `${m.label} (${m.unit})` : m.label);

/**
 * Of a district that has a value: equal values share a rank, 1 is the largest.
 * @param {District} d
 * @param {Measure} m
 */
export const rankOf = (d, m) => /** @type {number} */ (m.ranks[placeOf(d)]);

/** @type {Text} Rank among all that have one. */
export const placeText = (d, m) => `${countText(rankOf(d, m))}/${countText(m.ranked)}`;

/** @type {Text} */
export const fillOf = (d, m) => {
  const gap = gapOf(d, m);
  if (gap) return `url(#${gap})`;
  if (unclassed(m)) return d.fills?.[m.id] ?? "";
  return m.colors[/** @type {number} */ (d.classes[m.id])];
};

/** @type {Text} The button of the legend a district belongs to. */
export const classOf = (d, m) => gapOf(d, m) || String(d.classes[m.id]);

/** @type {Text} */
export const spoken = (d, m) =>
  t(WORDS.district_value, { name: nameOf(d), measure: m.label, value: withUnit(d, m) });

/**
 * What a district's class of two measures is in words; empty for others.
 * @type {Text}
 */
export const levelsOf = (d, m) => (CROSSED && m.grid?.words[d.classes[m.id] ?? -1]) || "";

/**
 * Whether a district has a rank: not without a value, nor in two measures at once.
 * @param {District} d
 * @param {Measure} m
 */
export const isRanked = (d, m) => !gapOf(d, m) && !(CROSSED && m.kind === "bivariate");

/**
 * The districts by their ranks, then those without: what sorts them is done soon.
 * @param {Measure} m
 */
export function byRank(m) {
  const { ranks } = m;
  /** @type {District[]} */
  const ranked = [];
  /** @type {District[]} */
  const others = [];
  /** @type {number[]} how many have a rank so far */
  const shared = [];
  for (const [i, d] of data.districts.entries()) {
    const rank = isRanked(d, m) && ranks[i];
    if (!rank) others.push(d);
    else {
      shared[rank] ??= 0;
      ranked[rank + shared[rank] - 1] = d;
      shared[rank] += 1;
    }
  }
  return ranked.concat(others);
}

/** @type {Text} Of a district with a value; of a bivariate measure, which has no ranks, its class in words. */
export const rankText = (d, m) =>
  CROSSED && m.kind === "bivariate"
    ? levelsOf(d, m)
    : t(WORDS.rank_of, { rank: rankOf(d, m), n: m.ranked });
