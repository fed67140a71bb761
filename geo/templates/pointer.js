// Pointer on the map: a tooltip that follows, a click that pins.
const tooltip = $("tooltip");
const DRAG = 5; // pixels: a click that travelled further was a drag
let pressed = null;

function fillTooltip(d) {
  const m = measure();
  const rank = d.ranks[m.id];
  const lines = [make("b", {}, d.label || d.name), make("span", {}, `${m.label} ${valueText(d, m)}`)];
  if (rank) lines.push(make("small", {}, t("rank_of", { rank, n: m.ranked })));
  if (state.circles && circleMeasure() !== m) {
    const c = circleMeasure();
    lines.splice(2, 0, make("span", {}, `${c.label} ${valueText(d, c)}`));
  }
  tooltip.replaceChildren(...lines);
}

/** Put the tooltip beside a point of the stage, on the side that has room. */
function moveTooltip(x, y) {
  const { offsetWidth: w, offsetHeight: h } = tooltip;
  const left = x + 14 + w > stage.clientWidth ? Math.max(0, x - 14 - w) : x + 14;
  const top = y - 12 - h < 0 ? Math.min(y + 20, stage.clientHeight - h) : y - 12 - h;
  tooltip.style.transform = `translate(${Math.round(left)}px,${Math.round(top)}px)`;
}

function showTooltip(code, x, y) {
  fillTooltip(districts.get(code));
  tooltip.hidden = false;
  moveTooltip(x, y);
}

/** For the keyboard: at the district's own place. */
function showTooltipAt(code) {
  const { k, x, y } = view();
  const [ax, ay, r] = districts.get(code).at;
  showTooltip(code, ax * k + x + Math.min(r * k, 20), ay * k + y - Math.min(r * k, 20));
}

function hideTooltip() {
  tooltip.hidden = true;
}

stage.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const code = codeAt(event.target);
  set({ over: code });
  if (!code) hideTooltip();
});
stage.addEventListener("pointermove", (event) => {
  if (event.pointerType === "touch" || !state.over || event.buttons) return hideTooltip();
  const frame = stage.getBoundingClientRect();
  showTooltip(state.over, event.clientX - frame.left, event.clientY - frame.top);
});
stage.addEventListener("pointerleave", () => {
  set({ over: "" });
  hideTooltip();
});
stage.addEventListener("pointerdown", (event) => {
  pressed = [event.clientX, event.clientY];
}, true);
stage.addEventListener("click", (event) => {
  const code = codeAt(event.target);
  const moved = pressed && Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > DRAG;
  if (!code || moved) return;
  pin(code);
  rove(code);
});
