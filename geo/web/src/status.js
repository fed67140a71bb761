// @ts-check
// What a screen reader is told beyond the names of things.
import { districtOf, t } from "./data.js";
import { status } from "./dom.js";
import { rankText, spoken, unclassed } from "./format.js";
import { measure, onChange, state } from "./state.js";

/** @param {string} text */
export function say(text) {
  status.textContent = text;
}

/**
 * Name, value, rank and class of a district.
 * @param {string} code
 */
export function speak(code) {
  const [d, m] = [districtOf(code), measure()];
  const words = [spoken(d, m), rankText(d, m)];
  const id = unclassed(m) ? null : d.classes[m.id];
  if (id !== null) {
    words.push(
      t("class_range", { low: m.breaks[id], high: m.breaks[id + 1], unit: m.break_unit ?? m.unit }),
    );
  }
  say(words.filter(Boolean).join(t("comma")));
}

export function startStatus() {
  onChange((changed) => {
    if (changed.measure) say(`${measure().label} ${measure().unit}`);
    if (changed.district && state.district) speak(state.district);
  });
}
