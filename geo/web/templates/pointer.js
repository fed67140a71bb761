// Pointer on the map: a tooltip that follows, a click that pins.
const tooltip = $("tooltip");
const DRAG = 5; // pixels: a click that travelled further was a drag
let pressed = [0, 0];
let wanted = ""; // under the pointer

/** Put the tooltip beside a point of the stage, on the side that has room; no layout is asked for. */
function showTooltip(code, x, y, width) {
  const [d, m, c] = [districts.get(code), measure(), circleMeasure()];
  const lines = [make("b", {}, nameOf(d)), `${m.label} ${withUnit(d, m)}`];
  if (rankOf(d, m)) lines.push(t("rank_of", { rank: rankOf(d, m), n: m.ranked }));
  if (state.circles && c !== m) lines.push(`${c.label} ${withUnit(d, c)}`);
  tooltip.replaceChildren(...lines.map((line) => make("span", {}, line)));
  tooltip.hidden = false;
  const [left, above] = [x > width / 2, y > 144];
  tooltip.style.transform = `translate(${(left ? x - 14 : x + 14) | 0}px,${(above ? y - 12 : y + 20) | 0}px)`
    + `translate(${left ? -100 : 0}%,${above ? -100 : 0}%)`;
}

function hideTooltip() {
  tooltip.hidden = true;
}

/** The tooltip comes with this frame; outline, table and legend follow it with the next. */
function follow(code) {
  wanted = code;
  setTimeout(() => set({ over: wanted }));
}

function leave() {
  hideTooltip();
  follow("");
}

stage.addEventListener("pointermove", (event) => {
  if (event.pointerType === "touch") return;
  const code = event.buttons ? "" : codeAt(event.target);
  if (!code) return leave();
  const frame = stage.getBoundingClientRect(); // before anything changes: later it would cost a layout
  showTooltip(code, event.clientX - frame.left, event.clientY - frame.top, frame.width);
  follow(code);
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
