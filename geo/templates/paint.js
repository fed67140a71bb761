// Fills, outlines and spoken names of the districts.
function fillOf(d) {
  const m = measure();
  if (d.values[m.id] === null) return `url(#${(d.states && d.states[m.id]) || "missing"})`;
  return m.unclassed ? d.fills[m.id] : m.colors[d.classes[m.id]];
}

/** The class of the legend a district belongs to. */
function classOf(d) {
  const m = measure();
  if (d.values[m.id] === null) return (d.states && d.states[m.id]) || "missing";
  return String(d.classes[m.id]);
}

function spoken(d) {
  const m = measure();
  return t("district_value", { name: d.label || d.name, measure: m.label, value: valueText(d, m) });
}

function paintFills() {
  svg.classList.toggle("plain", state.circles && measure().kind === "total");
  for (const [code, shape] of shapes) {
    const d = districts.get(code);
    shape.setAttribute("fill", fillOf(d));
    shape.setAttribute("aria-label", spoken(d));
  }
}

function paintClass() {
  for (const [code, shape] of shapes) {
    const out = state.focusClass !== null && classOf(districts.get(code)) !== state.focusClass;
    shape.classList.toggle("dim", out);
  }
}

function outline(id, code) {
  $(id).setAttribute("d", code ? shapes.get(code).getAttribute("d") : "");
}

function paintPinned(before) {
  if (before) shapes.get(before).setAttribute("aria-pressed", "false");
  if (state.district) shapes.get(state.district).setAttribute("aria-pressed", "true");
  outline("pinned", state.district);
}

let lastPinned = "";
onChange((changed) => {
  if (changed.has("measure") || changed.has("circles")) paintFills();
  if (changed.has("measure") || changed.has("focusClass")) paintClass();
  if (changed.has("over")) outline("over", state.over);
  if (changed.has("district")) {
    paintPinned(lastPinned);
    lastPinned = state.district;
  }
});

for (const shape of shapes.values()) {
  shape.setAttribute("role", "button");
  shape.setAttribute("aria-pressed", "false");
}
