// One stop of Tab on the map; arrows go to the next district in that direction.
const order = data.districts.map((d) => d.code);
let roving = order[0];

function rove(code, focus = false) {
  shapes.get(roving).setAttribute("tabindex", "-1");
  roving = code;
  shapes.get(code).setAttribute("tabindex", "0");
  if (focus) shapes.get(code).focus({ preventScroll: true });
}

const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** The nearest district within 60 degrees of a direction; sideways distance counts double. */
function neighbour(code, [dx, dy]) {
  const [x, y] = districts.get(code).at;
  let best = "";
  let least = Infinity;
  for (const d of data.districts) {
    const along = (d.at[0] - x) * dx + (d.at[1] - y) * dy;
    const aside = Math.abs((d.at[0] - x) * dy) + Math.abs((d.at[1] - y) * dx);
    const cost = along + 2 * aside;
    if (d.code !== code && along > 0 && aside <= along * 1.75 && cost < least) [best, least] = [d.code, cost];
  }
  return best;
}

function speak(code) {
  const d = districts.get(code);
  const m = measure();
  const words = [spoken(d)];
  if (d.ranks[m.id]) words.push(t("rank_of", { rank: d.ranks[m.id], n: m.ranked }));
  const id = d.classes[m.id];
  if (id !== null && !m.unclassed) words.push(t("class_range", { low: m.breaks[id], high: m.breaks[id + 1], unit: m.unit }));
  $("status").textContent = words.join(t("comma"));
}

const KEYS = {
  Home: () => rove(order[0], true),
  End: () => rove(order[order.length - 1], true),
  Enter: () => pin(roving),
  " ": () => pin(roving),
};

svg.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !shapes.has(codeAt(event.target))) return;
  const direction = ARROWS[event.key];
  if (direction) rove(neighbour(roving, direction) || roving, true);
  else if (KEYS[event.key]) KEYS[event.key]();
  else return;
  event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  hideTooltip();
  if (state.focusClass !== null) set({ focusClass: null });
  else if (state.district) set({ district: "" }, "push");
});

svg.addEventListener("focusin", (event) => {
  const code = codeAt(event.target);
  if (!shapes.has(code)) return;
  rove(code);
  if (!event.target.matches(":focus-visible")) return;
  svg.classList.add("focus");
  set({ over: code });
  reveal(code);
  showTooltipAt(code);
  speak(code);
});
svg.addEventListener("focusout", () => {
  svg.classList.remove("focus");
  set({ over: "" });
  hideTooltip();
});

onChange((changed) => {
  if (changed.has("district") && state.district) speak(state.district);
  if (changed.has("measure")) $("status").textContent = `${measure().label} ${measure().unit}`;
});
