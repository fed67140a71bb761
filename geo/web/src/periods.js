// @ts-check
// For maps with periods: the slider, what follows it, and the line of the chosen district. The
// figures of every period come from the build. This script is apart from the others, so that only
// such maps carry it; it is loaded before them, and given what it needs when they start.
import { line as LINE } from "../sizes.json";
import { numberText } from "./numbers.js";
import * as WORDS from "./words.js";

/** @typedef {import("./app.js").Parts} Parts */
/** @typedef {import("./data.js").Measure} Measure */
/** @typedef {import("./data.js").District} District */
/** @typedef {import("./types/map-data").PeriodData} Period */

const STEP = 1200; // milliseconds from period to period: a map of colours is taken in by then
const SAID = 500; // and of quiet before one is said: a reader may slide on
const [WIDTH, EDGE, FOOT] = [280, 5, 22]; // of the line, pixels; FOOT is for its texts

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const slider = /** @type {HTMLInputElement} */ (document.getElementById("period"));
const play = /** @type {HTMLButtonElement} */ (document.getElementById("play"));
const shown = /** @type {HTMLElement} */ (document.getElementById("shown-period"));
const card = /** @type {HTMLElement} */ (document.getElementById("card"));
const map = /** @type {HTMLElement} */ (document.getElementById("map-svg"));

/** @param {Parts} parts of the map's own script */
function start(parts) {
  const { data, districts, draw, hideTooltip, measure, onChange, say, set, spoken, state } = parts;
  const periods = /** @type {Period[]} */ (data.periods);
  const legend = /** @type {HTMLElement} */ (document.getElementById("legend"));
  // Before legends change their places.
  const legends = [.../** @type {HTMLElement} */ (legend.parentElement).children].map((home) => ({
    blocks: new Map(
      [.../** @type {NodeListOf<HTMLElement>} */ (home.querySelectorAll("[data-class]"))].map(
        (block) => [block.dataset.class, block],
      ),
    ),
    bins: home.querySelector(".bins"),
  }));
  let timer = 0;

  const now = () => state.period ?? "";
  const at = () => periods.findIndex((p) => p.label === state.period);
  const span = () => data.spans?.[state.measure];

  /**
   * The figures of a period take the place of those before.
   * @param {Period} period
   */
  function exchange(period) {
    if (period.tips) data.tips = period.tips;
    period.doubts?.forEach((own, i) => {
      data.districts[i].doubts = own;
    });
    data.measures.forEach((m, k) => {
      const own = period.measures[m.id];
      if (!own) return; // a change
      const { blocks, bins, values, classes, states, fills, ...figures } = own;
      // What a period lacks, the one before may have had.
      Object.assign(m, { texts: undefined, shares: undefined, blanks: undefined }, figures);
      data.districts.forEach((d, i) => {
        d.values[m.id] = values[i];
        d.classes[m.id] = classes[i];
        const gap = states?.[i];
        if (d.states) delete d.states[m.id];
        if (gap) d.states = { ...d.states, [m.id]: gap };
        if (fills) d.fills = { ...d.fills, [m.id]: fills[i] };
      });
      for (const { key, count, said, px } of blocks) {
        const block = legends[k].blocks.get(key);
        block?.replaceChildren(`${count}`);
        block?.setAttribute("aria-label", said);
        if (px || block?.matches("[class^=k]")) block?.style.setProperty("--h", `${px}px`);
      }
      const bars = (bins ?? []).map((px, i) => draw("path", { d: `M${i} 28v-${px}h.92v${px}z` }));
      legends[k].bins?.replaceChildren(...bars);
    });
  }

  /** Slider, headings and the map's name say which period it is. */
  function sayWhich() {
    const label = span() ?? now();
    slider.value = `${at()}`;
    slider.setAttribute("aria-valuetext", now());
    slider.disabled = play.disabled = Boolean(span());
    shown.textContent = label;
    for (const place of main.querySelectorAll("[data-period]")) place.textContent = now();
    document.title = main.querySelector("h1")?.textContent ?? "";
    map.setAttribute("aria-label", periods[at()].said[state.measure]);
  }

  function speak() {
    const [d, m] = [districts.get(state.district), measure()];
    const words = d ? spoken(d, m) : `${m.whole} ${m.summary} ${m.unit}`;
    say(`${now()}${data.strings[WORDS.colon]}${words}`, SAID);
  }

  /**
   * @param {District} d
   * @param {Measure} m
   * @param {Period} period
   */
  function textOf(d, m, { measures }) {
    const [own, i] = [measures[m.id], data.districts.indexOf(d)];
    const value = own.values[i];
    return value === null
      ? ""
      : own.texts?.[i] || numberText(value, m.digits[0], data.marks, data.zero);
  }

  /**
   * A district's values over time, the period in view marked; gaps part the line.
   * @param {District} d
   * @param {Measure} m
   */
  function lineOf(d, m) {
    const i = data.districts.indexOf(d);
    const [low, high] = data.reaches?.[m.id] ?? [0, 1];
    const known = periods.filter((p) => p.measures[m.id].values[i] !== null);
    if (!known.length) return [];
    /** @param {Period} p */
    const place = (p) => {
      const part = (Number(p.measures[m.id].values[i]) - low) / (high - low || 1);
      return [EDGE + p.at * (WIDTH - 2 * EDGE), EDGE + (1 - part) * (LINE - FOOT - 2 * EDGE)];
    };
    let path = "";
    let pen = "M";
    for (const p of periods) {
      const gap = !known.includes(p);
      // A value between two gaps is a dot: a line of no length with round ends.
      if (!gap) path += `${pen}${place(p).map((x) => x.toFixed(1))}${pen === "M" ? "h0" : ""}`;
      pen = gap ? "M" : "L";
    }
    const mark = known.find((p) => p.label === state.period);
    const [first, last] = [known[0], known[known.length - 1]].map(
      (p) => `${p.label}${data.strings[WORDS.colon]}${textOf(d, m, p)}`,
    );
    const x = EDGE + periods[at()].at * (WIDTH - 2 * EDGE);
    const ends = draw("g", { class: "ends" });
    ends.append(
      draw("text", { x: 0, y: LINE - 8 }, first),
      ...(known.length > 1 ? [draw("text", { x: WIDTH, y: LINE - 8, class: "end" }, last)] : []),
    );
    const svg = draw(
      "svg",
      {
        class: "line",
        viewBox: `0 0 ${WIDTH} ${LINE}`,
        preserveAspectRatio: "xMinYMid",
        role: "img",
      },
      draw("path", { class: "now", d: `M${x.toFixed(1)} 0v${LINE - FOOT}` }),
      draw("path", { d: path }),
      ...(mark ? [draw("circle", { cx: place(mark)[0], cy: place(mark)[1], r: 3.5 })] : []),
      ends,
    );
    svg.setAttribute("aria-label", [m.label, first, last, m.unit].join(data.strings[WORDS.comma]));
    return [svg];
  }

  /** The card of no district has the figures of the whole; that of one has its line besides. */
  function fillCard() {
    const [d, m] = [districts.get(state.district), measure()];
    card.querySelector(".line")?.remove();
    if (d && data.reaches && m.id in data.reaches)
      card.querySelector("table")?.after(...lineOf(d, m));
    if (d) return;
    const shownThere = data.card ?? data.measures.map(({ id }) => id);
    /** @type {NodeListOf<HTMLTableRowElement>} */
    const rows = card.querySelectorAll("tbody tr");
    rows.forEach(({ cells }, k) => {
      const own = data.measures.find(({ id }) => id === shownThere[k]);
      cells[1].textContent = own?.whole ?? "";
      cells[2].firstElementChild?.replaceChildren(own?.summary ?? "");
    });
  }

  function pause() {
    clearInterval(timer);
    timer = 0;
    play.setAttribute("aria-label", data.strings[WORDS.play]);
    play.classList.remove("on");
  }

  /** @param {number} i */
  const show = (i) => set({ period: periods[i].label }, true);

  play.addEventListener("click", () => {
    if (timer) return pause();
    play.setAttribute("aria-label", data.strings[WORDS.pause]);
    play.classList.add("on");
    show(at() === periods.length - 1 ? 0 : at() + 1);
    timer = window.setInterval(() => {
      if (at() < periods.length - 1) show(at() + 1);
      if (at() === periods.length - 1) pause();
    }, STEP);
  });
  slider.addEventListener("input", () => {
    pause();
    show(Number(slider.value));
  });
  onChange((changed) => {
    if (changed.period) {
      exchange(periods[at()]);
      changed.measure = true; // every part shows what is new in the measure in view
      hideTooltip();
      speak();
    }
    if (changed.measure && span()) pause();
    if (changed.measure || changed.district) queueMicrotask(fillCard); // after the card
    if (changed.measure) sayWhich();
  });
  // Headings of a measure's own come as the build wrote them: of the latest period.
  new MutationObserver(sayWhich).observe(main, { attributeFilter: ["data-measure"] });
}

main.addEventListener("geo-start", (event) => start(/** @type {CustomEvent} */ (event).detail), {
  once: true,
});
