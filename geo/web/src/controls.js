// @ts-check
// The switch of measures, the circles' toggle, the hint that a rate compares better.
import { data } from "./data.js";
import { controls, hint, on, target } from "./dom.js";
import { CARTOGRAM, CROSSED } from "./options.js";
import { measure, onChange, restore, set, state } from "./state.js";

/** A browser may have kept the choices of an earlier visit; the address decides. */
export function syncControls() {
  for (const input of controls.querySelectorAll("input")) {
    input.checked = input.name === "measure" ? input.value === state.measure : state.circles;
    if (CARTOGRAM && input.name === "cartogram") input.checked = Boolean(state.cartogram);
  }
  hint.classList.toggle("off", CROSSED ? measure().kind !== "total" : measure().kind === "rate"); // it keeps its room
}

let left = ""; // id of the measure that the circles took out of view

export function startControls() {
  on(controls, ["submit"], (event) => event.preventDefault());
  on(controls, ["change"], (event) => {
    const { name, value, checked } = target(event);
    if (name === "measure") {
      left = "";
      return set({ measure: value }, true);
    }
    // Circles show one total, the cartogram's areas another: one of them at a time.
    if (CARTOGRAM && name === "cartogram")
      return set({ cartogram: checked, circles: !checked && state.circles }, true);
    // A rate beneath the circles says more than the same total twice; without them, back to it.
    const rate = data.measures.find((m) => m.kind === "rate");
    const next = checked ? measure().kind === "total" && rate?.id : left;
    left = checked && next ? state.measure : "";
    if (CARTOGRAM && checked && state.cartogram) set({ cartogram: false });
    set({ circles: checked, measure: next || state.measure }, true);
  });
  on(hint, ["click"], (event) => {
    if (target(event).value) set({ measure: target(event).value }, true);
  });
  onChange(syncControls);
  addEventListener("hashchange", restore);
}
