// @ts-check
// What a screen reader is told beyond the names of things.
import { districtOf, t } from "./data.js";
import { status } from "./dom.js";
import { breaksOf, gapOf, levelsOf, rankText, spoken, unclassed } from "./format.js";
import { CROSSED, OWN_FIGURES, PERIODS } from "./options.js";
import { circleMeasure, measure, onChange, state } from "./state.js";
import * as WORDS from "./words.js";

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/**
 * Say something; what was still waiting to be said is no longer true.
 * @param {string} text
 * @param {number} [pause] milliseconds, for what may change with the next key
 */
export function say(text, pause) {
  clearTimeout(waiting);
  const now = () => {
    status.textContent = text;
  };
  if (pause) waiting = setTimeout(now, pause);
  else now();
}

/** @type {import("./format.js").Text} */
function classText(d, m) {
  const [low, high] = breaksOf(m).slice(/** @type {number} */ (d.classes[m.id]));
  const unit = (OWN_FIGURES && m.break_unit) || m.unit;
  // An end that is open has no text.
  const open = OWN_FIGURES && !(low && high) && `${low ? ">" : "≤"} ${low || high} ${unit}`;
  return open || t(WORDS.class_range, { low, high, unit });
}

/**
 * Name, value, rank and class of a district.
 * @param {string} code
 */
export function speak(code) {
  const [d, m] = [districtOf(code), measure()];
  const gap = gapOf(d, m);
  const words = [
    spoken(d, m),
    ...(gap ? [] : [rankText(d, m)]),
    // Of value by alpha rank and class, of a bivariate measure its class alone.
    ...(CROSSED && m.grid && m.kind !== "bivariate" ? [levelsOf(d, m)] : []),
    ...(gap || unclassed(m) || (CROSSED && m.grid) ? [] : [classText(d, m)]),
  ];
  say((CROSSED ? words.filter(Boolean) : words).join(t(WORDS.comma)));
}

export function startStatus() {
  onChange((changed) => {
    if ((changed.measure && !(PERIODS && changed.period)) || changed.circles) {
      const circles = state.circles
        ? t(WORDS.circles_show, { measure: circleMeasure().label })
        : "";
      say(`${measure().label} ${measure().unit} ${circles}`);
    }
    if (changed.district) state.district ? speak(state.district) : say(t(WORDS.released));
  });
}
