// @ts-check
// The rows of very many districts: only those are made that a reader comes to, and a row is taken
// over by another district when the order changes.

import { data } from "./data.js";
import { byId, main, on, rows, table, tbody } from "./dom.js";
import { MANY } from "./options.js";
import { state } from "./state.js";

/** @typedef {(row: HTMLTableRowElement, code: string) => void} Write what a row says */

/** Whether the build wrote only the first rows. */
export const WINDOWED = MANY && rows.size > 0 && rows.size < data.districts.length;

const MORE = 200; // rows that are made when the reader comes to the last one
const SLICE = 100; // rows that are written at once: a few milliseconds
const AHEAD = "1500px"; // so far below the window a row counts as come to

/**
 * @callback Order codes in the order of the table, without those that a search leaves out
 * @param {number} n of the rows that are made; what comes after them may stand in another order
 * @returns {string[]}
 */

/** @type {string[] | undefined} Nothing is sorted before another row than the build's is wanted. */
let order;
/** @type {Order} */
let orderOf;
let made = rows.size;
let waiting = 0;
/** @type {Write} */
let write;
/** @type {IntersectionObserver} */
let observer;

/** @param {IntersectionObserverEntry[]} entries of the last row */
function come(entries) {
  const open = main.classList.contains("all") || main.classList.contains("searching");
  if (!open || !entries.some((e) => e.isIntersecting)) return;
  if (!order) return show(); // the rows that are there may change their places
  if (made >= order.length) return;
  made += MORE;
  order = orderOf(made);
  show(tbody.rows.length);
}

/** @param {number} i of its place in the table */
function rowAt(i) {
  return tbody.rows[i] ?? tbody.appendChild(tbody.rows[0].cloneNode(true));
}

/**
 * Let the rows be those of the first districts, and of the chosen one.
 * @param {number} [from] rows before it are as they were
 * @param {boolean} [whole] all are written at once
 */
function show(from = 0, whole = false) {
  order ??= orderOf(made);
  const shown = order.slice(0, made);
  const chosen = order.indexOf(state.district);
  if (chosen >= made) shown.push(state.district);
  rows.clear();
  for (const [i, code] of shown.entries()) {
    const row = rowAt(i);
    row.hidden = false;
    row.dataset.row = code;
    row.setAttribute("aria-rowindex", `${(i < made ? i : chosen) + 2}`); // the head is the first
    rows.set(code, row);
  }
  // One stays as a model of others.
  while (tbody.rows.length > Math.max(shown.length, 1)) tbody.lastElementChild?.remove();
  tbody.rows[0].hidden = !shown.length;
  clearTimeout(waiting);
  slice(shown, from, whole ? shown.length : SLICE);
  observer.disconnect();
  if (tbody.lastElementChild) observer.observe(tbody.lastElementChild);
}

/**
 * @param {string[]} codes
 * @param {number} from
 * @param {number} n
 */
function slice(codes, from, n) {
  for (const [i, code] of codes.slice(from, from + n).entries()) write(rowAt(from + i), code);
  // The chosen one is the last, and seen among the first.
  if (from + n < codes.length) waiting = window.setTimeout(() => slice(codes, from + n, SLICE));
}

/** Order the rows anew. */
export function showRows() {
  order = orderOf(made);
  table.setAttribute("aria-rowcount", `${order.length + 2}`);
  show();
}

/**
 * @param {Write} writeRow
 * @param {Order} codesOf
 */
export function startRows(writeRow, codesOf) {
  write = writeRow;
  orderOf = codesOf;
  observer = new IntersectionObserver(come, { rootMargin: `${AHEAD} 0px` });
  for (const [code, row] of rows) write(row, code);
  observer.observe(/** @type {Element} */ (tbody.lastElementChild));
  on(byId("all-rows"), ["click"], () => setTimeout(show)); // once they are on the page
  let before = made;
  addEventListener("beforeprint", () => {
    before = made;
    made = data.districts.length;
    order = orderOf(made);
    show(0, true);
  });
  addEventListener("afterprint", () => {
    made = before;
    show();
  });
}
