// @ts-check
// One state, many followers; the part of it worth sharing is in the address.
import { data, districts, measures } from "./data.js";
import { CARTOGRAM, PERIODS } from "./options.js";

/** @typedef {import("./data.js").Measure} Measure */
/**
 * @typedef {object} State
 * @property {string} measure id of the one in view
 * @property {string} district code of the pinned one, or ""
 * @property {string} over code of the one under the pointer or the keyboard's focus, or ""
 * @property {string} lit a class of the legend: its number, "missing" or "inapplicable", or ""
 * @property {boolean} circles whether they are shown
 * @property {boolean} [cartogram] whether it is shown in place of the map
 * @property {string} [period] name of the one in view; empty on a map of one time
 */
/** @typedef {Partial<Record<keyof State, true>>} Changed */

const first = data.measures[0].id;
/** In a frame of an article or of another page. */
export const framed = parent !== window;

const latest = PERIODS ? (data.periods?.at(-1)?.label ?? "") : "";

/** @type {State} */
export const state = {
  measure: first,
  district: "",
  over: "",
  lit: "",
  circles: false,
};
if (PERIODS) state.period = latest;
/** @type {((changed: Changed) => void)[]} */
const followers = [];

/** @param {string} id */
export const measureOf = (id) => /** @type {Measure} */ (measures.get(id));

/** The measure in view. */
export const measure = () => measureOf(state.measure);

/** The total that circles show: the one in view, or the map-maker's choice over a rate. */
export const circleMeasure = () =>
  measure().kind === "total" ? measure() : measureOf(data.circles);

/** @param {(changed: Changed) => void} follow */
export const onChange = (follow) => followers.push(follow);

/**
 * Change the state and tell the followers what changed.
 * @param {Partial<State>} change
 * @param {boolean} [lasting] whether it enters the address
 */
export function set(change, lasting) {
  /** @type {Changed} */
  const changed = {};
  for (const name in change) {
    const key = /** @type {keyof State} */ (name);
    if (state[key] !== change[key]) changed[key] = true;
  }
  Object.assign(state, change);
  if (!Object.keys(changed).length) return;
  for (const follow of followers) follow(changed);
  if (lasting) remember();
}

function remember() {
  const parts = new URLSearchParams({ measure: state.measure });
  if (state.district) parts.set("district", state.district);
  if (state.circles) parts.set("circles", "1");
  if (CARTOGRAM && state.cartogram) parts.set("cartogram", "1");
  if (PERIODS && state.period) parts.set("period", state.period);
  try {
    // One entry for one visit: the back button leaves the map, however much was chosen on it.
    history.replaceState(null, "", `#${parts}`);
  } catch {
    // a sandboxed srcdoc has no address of its own
  }
}

/** Take the state from the address; what it names that is not there is as if it named nothing. */
export function restore() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const [wanted, district] = ["measure", "district"].map((key) => parts.get(key) ?? "");
  const period = PERIODS && data.periods?.find((p) => p.label === parts.get("period"));
  set({
    measure: measures.has(wanted) ? wanted : first,
    district: districts.has(district) ? district : "",
    circles: Boolean(data.circles && parts.get("circles")),
    ...(CARTOGRAM && data.cartogram ? { cartogram: Boolean(parts.get("cartogram")) } : {}),
    ...(PERIODS ? { period: (period || { label: latest }).label } : {}),
  });
}

/**
 * Choose a district; choosing it again releases it.
 * @param {string} code
 */
export function pin(code) {
  set({ district: state.district === code ? "" : code }, true);
}
