// Fills, outlines and spoken names of the districts.
function fillOf(d) {
  const m = measure();
  const gap = gapOf(d, m);
  return gap ? `url(#${gap})` : m.unclassed ? d.fills[m.id] : m.colors[d.classes[m.id]];
}

/** The button of the legend a district belongs to. */
const classOf = (d) => gapOf(d, measure()) || String(d.classes[measure().id]);

function spoken(d) {
  return t("district_value", { name: nameOf(d), measure: measure().label, value: withUnit(d, measure()) });
}

function outline(id, code) {
  $(id).setAttribute("d", code && shapes.get(code).getAttribute("d"));
}

onChange((changed) => {
  if (changed.over) outline("over", state.over);
  if (changed.district) outline("pinned", state.district);
  if (changed.circles || changed.measure) svg.classList.toggle("plain", state.circles && measure().kind === "total");
  svg.classList.toggle("lit", Boolean(state.lit)); // a halo of the full colour would smear a pale one
  if (!changed.measure && !changed.lit && !changed.district) return;
  for (const [code, shape] of shapes) {
    const d = districts.get(code);
    if (changed.measure) {
      shape.setAttribute("fill", fillOf(d));
      shape.setAttribute("aria-label", spoken(d));
    }
    shape.classList.toggle("dim", Boolean(state.lit) && classOf(d) !== state.lit);
    shape.setAttribute("aria-pressed", code === state.district);
  }
});

for (const shape of shapes.values()) {
  shape.setAttribute("role", "button");
  shape.setAttribute("aria-pressed", false);
  shape.setAttribute("tabindex", -1);
}

/** The border of all: the sides that belong to one district only. Neighbours share theirs exactly. */
function borderPath() {
  const sides = new Map();
  for (const shape of shapes.values()) {
    for (const ring of ringsOf(shape.getAttribute("d"))) {
      ring.slice(1).forEach((to, i) => {
        const from = ring[i];
        const [a, b] = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]) ? [from, to] : [to, from];
        const side = `M${a}L${b}`;
        sides.set(side, !sides.has(side));
      });
    }
  }
  return [...sides].map(([side, single]) => (single ? side : "")).join("");
}

$("border").setAttribute("d", borderPath());
