// One stop of Tab on the map; arrows go to the next district in that direction.
const codes = [...districts.keys()];
const DIRECTIONS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
let roving = codes[0];

function rove(code, focus) {
  shapes.get(roving).setAttribute("tabindex", -1);
  roving = code;
  shapes.get(code).setAttribute("tabindex", 0);
  if (focus) shapes.get(code).focus({ preventScroll: true });
}

/** The nearest district within 60 degrees of a direction; sideways distance counts double. */
function neighbour([dx, dy]) {
  const [x, y] = districts.get(roving).at;
  let [best, least] = [roving, Infinity];
  for (const { code, at } of data.districts) {
    const along = (at[0] - x) * dx + (at[1] - y) * dy;
    const aside = Math.abs((at[0] - x) * dy) + Math.abs((at[1] - y) * dx);
    const cost = along + 2 * aside;
    if (along > 0 && aside <= along * 1.75 && cost < least) [best, least] = [code, cost];
  }
  return best;
}

rove(roving);

function say(text) {
  $("status").textContent = text;
}

function speak(code) {
  const [d, m] = [districts.get(code), measure()];
  const words = [spoken(d)];
  if (rankOf(d, m)) words.push(t("rank_of", { rank: rankOf(d, m), n: m.ranked }));
  const id = m.unclassed ? null : d.classes[m.id];
  if (id !== null) words.push(t("class_range", { low: m.breaks[id], high: m.breaks[id + 1], unit: m.break_unit || m.unit }));
  say(words.join(t("comma")));
}

svg.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { key } = event;
  if (DIRECTIONS[key]) rove(neighbour(DIRECTIONS[key]), true);
  else if (key === "Home") rove(codes[0], true);
  else if (key === "End") rove(codes[codes.length - 1], true);
  else if (key === "Enter" || key === " ") pin(roving);
  else return;
  event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  hideTooltip();
  if (state.lit) set({ lit: "" });
  else set({ district: "" }, true);
});

svg.addEventListener("focusin", (event) => {
  const code = event.target.getAttribute("data-code");
  if (!code) return;
  rove(code);
  if (!event.target.matches(":focus-visible")) return;
  svg.classList.add("focus");
  set({ over: (wanted = code) }); // at once: it is the only mark of the focus
  reveal(code);
  const [{ k, x, y, width }, [ax, ay]] = [view(), districts.get(code).at];
  showTooltip(code, ax * k + x, ay * k + y, width);
  speak(code);
});
svg.addEventListener("focusout", () => {
  svg.classList.remove("focus");
  leave();
});

onChange((changed) => {
  if (changed.measure) say(`${measure().label} ${measure().unit}`);
  if (changed.district && state.district) speak(state.district);
});
