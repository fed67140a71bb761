// @ts-check
// The card of the chosen district; without one it shows the whole.
import { data, districts, t } from "./data.js";
import { card, main, make, on, stage, target, tbody } from "./dom.js";
import { gapOf, levelsOf, nameOf, placeOf, placeText, textOf } from "./format.js";
import { CROSSED, DOUBTS, OWN_WORDS, TRANSLATED } from "./options.js";
import { rove } from "./roving.js";
import { measureOf, onChange, set, state } from "./state.js";
import * as WORDS from "./words.js";

/** @typedef {import("./data.js").District} District */
/** @typedef {import("./data.js").Measure} Measure */

/**
 * Rank, share of the total, and difference from the mean.
 * @param {District} d
 * @param {Measure} m
 */
function comparisons(d, m) {
  if (gapOf(d, m)) return ["", "", ""];
  const i = placeOf(d);
  return [placeText(d, m), m.shares?.[i] ?? "", m.differences[i]];
}

/**
 * A bivariate measure's class in words: its two values are in the rows of its two measures.
 * @param {District} d
 * @param {Measure} m
 */
function levelsRow(d, m) {
  const words = levelsOf(d, m) || textOf(d, m);
  return make(
    "tr",
    m.id === state.measure ? { class: "on" } : {},
    make("th", { scope: "row" }, m.label),
    make("td", { class: "class", colspan: 4 }, words),
  );
}

/**
 * @param {District} d
 * @param {Measure} m
 */
function factRow(d, m) {
  if (CROSSED && m.kind === "bivariate") return levelsRow(d, m);
  return make(
    "tr",
    m.id === state.measure ? { class: "on" } : {},
    make("th", { scope: "row" }, m.label, " ", make("small", {}, m.unit)),
    make("td", {}, make("b", {}, textOf(d, m))),
    ...comparisons(d, m).map((text) => make("td", {}, text)),
  );
}

/** @param {District} d */
function notesOf(d) {
  const places = data.places.filter((p) => p.code === d.code);
  const notes = places.map((p) => make("p", {}, make("b", {}, p.label), ` ${p.text}`));
  if (!d.approximate) return notes;
  const text = d.host
    ? t(WORDS.approximate_in, { host: (TRANSLATED && d.host_label) || d.host })
    : t(WORDS.approximate);
  return [make("p", {}, text), ...notes];
}

/** @param {District} d */
function doubtsOf(d) {
  return (d.doubts ?? []).map((text) => make("p", {}, text));
}

/** @param {District} d */
function cardOf(d) {
  const close = make("button", { class: "close", "aria-label": t(WORDS.release) }, "\u00d7");
  on(close, ["click"], () => {
    set({ district: "" }, true);
    rove(d.code, true);
  });
  const shown = OWN_WORDS && data.card ? data.card.map(measureOf) : data.measures;
  const heads = [WORDS.measure, WORDS.value, WORDS.rank, WORDS.share, WORDS.against_mean];
  return [
    make("h2", {}, nameOf(d), " ", make("small", {}, (TRANSLATED && d.kind_label) || d.kind)),
    close,
    make(
      "table",
      {},
      make(
        "thead",
        {},
        make("tr", {}, ...heads.map((key) => make("th", { scope: "col" }, t(key)))),
      ),
      make("tbody", {}, ...shown.map((m) => factRow(d, m))),
    ),
    ...notesOf(d),
    ...(DOUBTS ? doubtsOf(d) : []),
  ];
}

/** @param {(code: string) => void} reveal brings a district into view */
export function startCard(reveal) {
  const whole = [...card.childNodes];
  on(document, ["click"], (event) => {
    const { name, value, id } = target(event);
    if (name === "place") {
      set({ district: value }, true);
      reveal(value);
      stage.scrollIntoView({ block: "nearest" }); // it may be in view: the key is below it
    }
    if (id === "skip") card.focus();
    if (id === "all-rows") {
      main.classList.add("all");
      tbody.querySelector("button")?.focus();
    }
  });
  onChange((changed) => {
    if (!changed.district && !changed.measure) return;
    const d = districts.get(state.district);
    card.classList.toggle("on", Boolean(d));
    card.replaceChildren(...(d ? cardOf(d) : whole));
  });
}
