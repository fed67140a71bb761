// @ts-check
// The ranked table: follows the measure, sorts, searches, shows and is shown by the map.
import { advances } from "../sizes.json";
import { countText, data, districtOf, t } from "./data.js";
import {
  around,
  byTouch,
  codeOfRow,
  column,
  footLabel,
  footValue,
  main,
  noneFound,
  on,
  press,
  rows,
  search,
  sortHeads,
  table,
  tbody,
} from "./dom.js";
import {
  byRank,
  classOf,
  fillOf,
  gapOf,
  isRanked,
  nameOf,
  numberOf,
  placeOf,
  rankOf,
  textOf,
  titleOf,
  unclassed,
} from "./format.js";
import { CONTINUOUS, CROSSED, GAPS, MANY, NEGATIVE } from "./options.js";
import { rove } from "./roving.js";
import { showRows, startRows, WINDOWED } from "./rows.js";
import { measure, onChange, pin, state } from "./state.js";
import { say } from "./status.js";
import { textWidth } from "./text-width.js";
import { leave, follow as pointAt } from "./tooltip.js";
import { inTurn } from "./turns.js";
import * as WORDS from "./words.js";

/** @typedef {import("./data.js").District} District */

const DIGITS = 1 / advances.other; // of an em, as CSS counts them: whatever the reader's font
/** @type {Intl.Collator} Made once names are compared: a browser takes long for its first. */
let collator;
const TYPING = 500; // milliseconds: a reader who types has not finished yet
let sorting = { key: "value", turn: -1 };

/**
 * Write a district's rank, value and bar.
 * @param {HTMLTableRowElement} row
 * @param {District} d
 */
function fillRow(row, d) {
  const m = measure();
  const [low, high] = m.extent;
  const [rank, , value] = row.cells;
  rank.textContent = isRanked(d, m) ? countText(rankOf(d, m)) : "";
  value.textContent = textOf(d, m);
  value.dataset.blank = blankOf(d, m);
  value.style.setProperty("--p", `${Math.abs(numberOf(d, m)) / (high - low) || 0}`);
  // A bar would show one of two values: the class's colour alone stands there.
  if (CROSSED && m.kind === "bivariate") value.style.setProperty("--p", "0.15");
  if (NEGATIVE) {
    const start = (Math.min(numberOf(d, m), 0) - low) / (high - low) || 0;
    value.style.setProperty("--z", `${start}`);
  }
  value.className = `k${classOf(d, m)}`; // its colour, and its edge if it needs one
  if (CONTINUOUS) value.style.setProperty("--c", unclassed(m) && !gapOf(d, m) ? fillOf(d, m) : "");
}

/**
 * Districts with all widths of figures: those with digits in the same places are as wide.
 * @param {import("./data.js").Measure} m
 */
function differing(m) {
  if (m.texts) return data.districts;
  const found = new Map();
  for (const d of data.districts) {
    const value = d.values[m.id];
    found.set(value === null ? gapOf(d, m) : `${`${value}`.length} ${`${value}`.indexOf(".")}`, d);
  }
  return found.values();
}

/** @type {import("./format.js").Text} What is left blank after a value. */
const blankOf = (d, m) => m.blanks?.[placeOf(d)] ?? "";

export function fillTable() {
  const m = measure();
  let widest = 0;
  for (const d of WINDOWED ? differing(m) : data.districts)
    widest = Math.max(widest, textWidth(textOf(d, m) + blankOf(d, m), DIGITS));
  // A head over empty cells is noise, but the column keeps its room.
  if (CROSSED) table.classList.toggle("unranked", m.kind === "bivariate");
  table.style.setProperty("--room", `calc(${widest}ch + 8px)`); // for the figures, beside the bars
  if (!WINDOWED) for (const [code, row] of rows) fillRow(row, districtOf(code));
  column.textContent = titleOf(m);
  footLabel.textContent = m.whole;
  footValue.textContent = m.summary;
}

/**
 * By name, or by value with those without value at the end, whichever way it is sorted.
 * @param {District} a
 * @param {District} b
 */
function compare(a, b) {
  const m = measure();
  // Only for equal values: to compare names takes long.
  const byName = () => {
    collator ??= new Intl.Collator(data.language);
    return collator.compare(nameOf(a), nameOf(b));
  };
  if (sorting.key === "name") return byName() * sorting.turn;
  const gaps = GAPS ? Number(!gapOf(b, m)) - Number(!gapOf(a, m)) : 0;
  return gaps || (numberOf(a, m) - numberOf(b, m)) * sorting.turn || byName();
}

/**
 * Whether a district is among those that are looked for.
 * @param {District} d
 */
const isWanted = ({ name, search: words }) =>
  `${name} ${words} ${words.replace(/[^A-Z]/g, "")}`.toLowerCase().includes(wanted());

const wanted = () => search.value.normalize("NFKC").trim().toLowerCase();

/**
 * Of very many districts those that are found, in order. Equal values are put in the order of their
 * names only as far as rows are made, and where the chosen one is: to compare names takes long.
 * @param {number} n rows that are made
 */
function ordered(n) {
  const m = measure();
  const named = sorting.key === "name";
  const all = named ? [...data.districts] : byRank(m);
  const found = wanted() ? all.filter(isWanted) : all;
  if (named) return found.sort(compare);
  const keyed = found.map((d) => ({
    d,
    key: gapOf(d, m) ? Number.MAX_VALUE : numberOf(d, m) * sorting.turn,
  }));
  keyed.sort((a, b) => a.key - b.key);
  const sorted = keyed.map(({ d }) => d);
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (keyed[to]?.key === keyed[from].key) to += 1;
    const equal = sorted.slice(from, to);
    if (from < n || equal.some((d) => d.code === state.district))
      sorted.splice(from, equal.length, ...equal.sort(compare));
  }
  return sorted;
}

function sortRows() {
  if (WINDOWED) showRows();
  else {
    const sorted = [...rows].sort(([a], [b]) => compare(districtOf(a), districtOf(b)));
    tbody.append(...sorted.map(([, row]) => row));
  }
  for (const head of sortHeads) {
    const direction = sorting.turn > 0 ? "ascending" : "descending";
    head.setAttribute("aria-sort", head.dataset.sort === sorting.key ? direction : "none");
  }
}

function filterRows() {
  const n = data.districts.filter(isWanted).length;
  main.classList.toggle("searching", Boolean(wanted()));
  if (WINDOWED) showRows();
  else for (const [code, row] of rows) row.hidden = !isWanted(districtOf(code));
  noneFound.hidden = n > 0;
  say(n ? t(WORDS.found, { n }) : `${noneFound.textContent}`, TYPING);
}

/** @param {HTMLElement} head */
function sortBy(head) {
  const key = /** @type {string} */ (head.dataset.sort);
  const first = key === "name" ? 1 : -1;
  sorting = { key, turn: sorting.key === key ? -sorting.turn : first };
  sortRows();
  say(`${head.textContent} ${t(sorting.turn > 0 ? WORDS.ascending : WORDS.descending)}`);
}

/** @param {(code: string) => void} choose */
function startSearch(choose) {
  on(search, ["input"], filterRows);
  on(search, ["keydown"], (event) => {
    const first = [...tbody.rows].find((row) => !row.hidden);
    if (event.key === "Enter" && first && search.value) choose(codeOfRow(first));
    if (event.key === "Escape" && search.value) {
      search.value = "";
      filterRows();
      event.stopPropagation();
    }
  });
}

/** @param {(code: string) => void} reveal brings a district into view */
export function startTable(reveal) {
  /** @param {string} code */
  const choose = (code) => {
    pin(code);
    rove(code);
    reveal(code);
  };
  on(table, ["click"], (event) => {
    const [head, row] = [around(event, "sort"), around(event, "row")];
    if (head) sortBy(head);
    if (row) choose(codeOfRow(row));
  });
  on(tbody, ["pointerover", "focusin"], (event) => {
    const row = around(event, "row");
    if (row && !byTouch(event)) pointAt(codeOfRow(row));
  });
  on(tbody, ["pointerleave", "focusout"], leave);
  startSearch(choose);
  const refill = () => {
    fillTable();
    sortRows();
  };
  const follow = MANY ? inTurn(refill, data.districts.length) : refill;
  const show = MANY ? inTurn(showRows, data.districts.length) : showRows;
  onChange((changed) => {
    if (changed.measure) follow();
    if (WINDOWED && changed.district) show();
    if (changed.district || changed.over) markRows();
  });
  markRows();
  if (WINDOWED) {
    startRows(
      (row, code) => {
        const button = /** @type {HTMLElement} */ (row.querySelector("button"));
        button.textContent = nameOf(districtOf(code));
        fillRow(row, districtOf(code));
        markRow(row, code);
      },
      (n) => ordered(n).map((d) => d.code),
    );
  }
}

/** @type {Set<string>} */
let marked = new Set(rows.keys());

/**
 * @param {HTMLTableRowElement} row
 * @param {string} code
 */
function markRow(row, code) {
  row.classList.toggle("over", code === state.over);
  row.classList.toggle("on", code === state.district);
  press(row.querySelector("button"), code === state.district);
}

/** Mark the rows of what is pointed at and chosen, and no longer those that were. */
function markRows() {
  const now = new Set([state.over, state.district]);
  for (const code of new Set([...marked, ...now])) {
    const row = rows.get(code);
    if (row) markRow(row, code);
  }
  marked = now;
}
