// @ts-check
// For pages with small maps: choosing one shows its period or measure on the large map, and the
// one in view is marked. Without scripts their titles stay texts. This script is apart from the
// others, so that only such pages carry it; it is given what it needs when they start.

/** @typedef {import("./app.js").Parts} Parts */

const main = /** @type {HTMLElement} */ (document.querySelector("main"));

/** @param {Parts} parts of the map's own script */
function start({ make, onChange, set, stage, state }) {
  /** @type {NodeListOf<HTMLElement>} */
  const figures = document.querySelectorAll("#multiples figure");
  const marks = [...figures].map((figure) => {
    const { measure, when } = figure.dataset;
    const wanted = { measure, ...(when && { period: when }) };
    const title = /** @type {HTMLElement} */ (figure.querySelector("b"));
    const map = /** @type {SVGElement} */ (figure.querySelector(":scope > svg"));
    const button = make("button", { type: "button" }, title.textContent ?? "");
    // One stop of the Tab key a map: the button says what the picture says.
    button.setAttribute("aria-description", map.getAttribute("aria-label") ?? "");
    map.removeAttribute("tabindex");
    title.replaceChildren(button);
    figure.addEventListener("click", () => {
      set(wanted, true);
      stage.scrollIntoView({ block: "nearest" });
    });
    const shown = () => measure === state.measure && (!when || when === state.period);
    return () => button.setAttribute("aria-pressed", `${shown()}`);
  });
  const sayWhich = () => {
    for (const mark of marks) mark();
  };
  onChange((changed) => {
    if (changed.measure || changed.period) sayWhich();
  });
  sayWhich();
}

main.addEventListener("geo-start", (event) => start(/** @type {CustomEvent} */ (event).detail), {
  once: true,
});
