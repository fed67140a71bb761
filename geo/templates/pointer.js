// Pointer on the map: a tooltip that follows, a click that pins.
const tooltip = $("tooltip");
const DRAG = 5; // pixels: a click that travelled further was a drag
let pressed = [0, 0];

/** Put the tooltip beside a point of the stage, on the side that has room. */
function showTooltip(code, x, y) {
  const [d, m, c] = [districts.get(code), measure(), circleMeasure()];
  const lines = [make("b", {}, nameOf(d)), `${m.label} ${withUnit(d, m)}`];
  if (state.circles && c !== m) lines.push(`${c.label} ${withUnit(d, c)}`);
  if (rankOf(d, m)) lines.push(t("rank_of", { rank: rankOf(d, m), n: m.ranked }));
  tooltip.replaceChildren(...lines.map((line) => make("span", {}, line)));
  tooltip.hidden = false;
  const { offsetWidth: w, offsetHeight: h } = tooltip;
  const left = x + 14 + w > stage.clientWidth ? Math.max(0, x - 14 - w) : x + 14;
  const top = y - 12 - h < 0 ? y + 20 : y - 12 - h;
  tooltip.style.transform = `translate(${left | 0}px,${top | 0}px)`;
}

function hideTooltip() {
  tooltip.hidden = true;
}

function leave() {
  hideTooltip();
  set({ over: "" });
}

stage.addEventListener("pointermove", (event) => {
  if (event.pointerType === "touch") return;
  const code = event.buttons ? "" : codeAt(event.target);
  if (!code) return leave();
  set({ over: code });
  const frame = stage.getBoundingClientRect();
  showTooltip(code, event.clientX - frame.left, event.clientY - frame.top);
});
stage.addEventListener("pointerleave", leave);
stage.addEventListener("pointerdown", (event) => {
  pressed = [event.clientX, event.clientY];
}, true);
stage.addEventListener("click", (event) => {
  const code = codeAt(event.target);
  // A click without a pointer, from an assistive tool, comes from nowhere: 0, 0.
  const far = event.detail && Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > DRAG;
  if (!code || far) return;
  pin(code);
  rove(code);
});
