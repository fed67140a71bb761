// @ts-check
// The build draws a legend for each measure, one over the other; here they are made to answer.
import { data, districts, t } from "./data.js";
import { around, byTouch, legend, legendBlocks, legendHomes, main, on, press } from "./dom.js";
import { classOf, gapOf, nameOf, numberOf } from "./format.js";
import { positionOf } from "./legend-scale.js";
import { MANY, PERIODS } from "./options.js";
import { measure, onChange, set, state } from "./state.js";
import { say } from "./status.js";
import * as WORDS from "./words.js";

const MOST_NAMES = 100; // that are said

let held = ""; // a class that was clicked stays lit

/** The measures' legends. */
const keys = legendHomes.map((home) => [...home.childNodes]);

/** The legend of the measure in view changes places with the one that was first in view. */
function exchange() {
  const shown = data.measures.indexOf(measure());
  legendHomes.forEach((home, i) => {
    home.replaceChildren(...keys[i ? (i === shown ? 0 : i) : shown]);
  });
}

function pointAtValue() {
  const needle = /** @type {HTMLElement} */ (legend.querySelector(".needle"));
  const [d, m] = [districts.get(state.over || state.district), measure()];
  const at = d && !gapOf(d, m) ? positionOf(m, numberOf(d, m), d.classes[m.id]) : null;
  needle.hidden = at === null;
  needle.style.left = `${/** @type {number} */ (at) * 100}%`;
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
  held = held === hit.dataset.class ? "" : /** @type {string} */ (hit.dataset.class);
  set({ lit: held });
  markClasses();
  const names = data.districts.filter((d) => classOf(d, measure()) === held).map(nameOf);
  // Of very many their number has to do: nobody hears a thousand names out. They are in the table.
  const list =
    MANY && names.length > MOST_NAMES ? "" : t(WORDS.colon) + names.join(t(WORDS.list_comma));
  if (held) say(hit.getAttribute("aria-label") + list);
}

export function startLegend() {
  on(legend, ["pointerover", "focusin"], (event) => {
    if (!byTouch(event)) set({ lit: around(event, "class")?.dataset.class ?? held });
  });
  on(legend, ["pointerleave", "focusout"], () => set({ lit: held }));
  on(legend, ["click"], hold);
  onChange((changed) => {
    // A class that is lit stays so from period to period: where it is then, is what one looks for.
    if (changed.measure && !(PERIODS && main.dataset.measure === state.measure)) {
      exchange();
      main.dataset.measure = state.measure;
      held = "";
      set({ lit: "" });
    }
    if (changed.lit && !state.lit) held = "";
    if (changed.lit || changed.measure) markClasses();
    if (changed.over || changed.district || changed.measure) pointAtValue();
  });
}
