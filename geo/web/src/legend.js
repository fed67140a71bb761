// @ts-check
// The build draws a legend for each measure; here they are exchanged and made to answer.
import { data, districts, t } from "./data.js";
import { around, byId, byTouch, legend, legendBlocks, main, on, press } from "./dom.js";
import { classOf, gapOf, nameOf, numberOf } from "./format.js";
import { positionOf } from "./legend-scale.js";
import { measure, onChange, set, state } from "./state.js";
import { say } from "./status.js";

let held = ""; // a class that was clicked stays lit

/**
 * Elements that the build left as text. It escaped what comes from the data.
 * @param {string} id
 */
function kept(id) {
  return [...document.createRange().createContextualFragment(byId(id).textContent ?? "").children];
}

function pointAtValue() {
  const needle = /** @type {HTMLElement} */ (legend.querySelector(".needle"));
  const [d, m] = [districts.get(state.over || state.district), measure()];
  const at = d && !gapOf(d, m) ? positionOf(m, numberOf(d, m), d.classes[m.id]) : null;
  needle.hidden = at === null;
  needle.style.left = `${(at ?? 0) * 100}%`;
}

function markClasses() {
  for (const block of legendBlocks()) {
    press(block, block.dataset.class === held);
    block.classList.toggle("dim", Boolean(state.lit) && block.dataset.class !== state.lit);
  }
}

/** @param {Event} event */
function hold(event) {
  const hit = around(event, "class");
  if (!hit) return;
  held = held === hit.dataset.class ? "" : (hit.dataset.class ?? "");
  set({ lit: held });
  markClasses();
  const names = data.districts.filter((d) => classOf(d, measure()) === held).map(nameOf);
  if (held) say(hit.getAttribute("aria-label") + t("colon") + names.join(t("list_comma")));
}

export function startLegend() {
  /** @type {Map<string, Element[]>} */
  const keys = new Map([[state.measure, [...legend.children]]]);
  on(legend, ["pointerover", "focusin"], (event) => {
    if (!byTouch(event)) set({ lit: around(event, "class")?.dataset.class ?? held });
  });
  on(legend, ["pointerleave", "focusout"], () => set({ lit: held }));
  on(legend, ["click"], hold);
  onChange((changed) => {
    if (changed.measure) {
      if (!keys.has(state.measure)) keys.set(state.measure, kept(`legend-${state.measure}`));
      legend.replaceChildren(...(keys.get(state.measure) ?? []));
      main.dataset.measure = state.measure;
      held = "";
      set({ lit: "" });
    }
    if (changed.lit && !state.lit) held = "";
    if (changed.lit || changed.measure) markClasses();
    if (changed.over || changed.district || changed.measure) pointAtValue();
  });
}
