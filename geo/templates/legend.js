// The legend of each measure is drawn by the build; here it is changed and made to answer.
const legend = $("legend");
let held = null; // a class that was clicked stays lit

const keys = new Map([[state.measure, [...legend.children]]]);

function swapLegend() {
  if (!keys.has(state.measure)) keys.set(state.measure, [...$(`legend-${state.measure}`).content.children]);
  legend.replaceChildren(...keys.get(state.measure));
  main.dataset.measure = state.measure;
}

const classAt = (event) => event.target.closest("[data-class]");

function light(key) {
  set({ focusClass: key ?? held });
}

legend.addEventListener("pointerover", (event) => {
  const hit = classAt(event);
  if (event.pointerType !== "touch") light(hit && hit.dataset.class);
});
legend.addEventListener("pointerleave", () => light(null));
legend.addEventListener("focusin", (event) => {
  const hit = classAt(event);
  if (hit && hit.matches(":focus-visible")) light(hit.dataset.class);
});
legend.addEventListener("focusout", () => light(null));
legend.addEventListener("click", (event) => {
  const hit = classAt(event);
  if (!hit) return;
  held = held === hit.dataset.class ? null : hit.dataset.class;
  light(held);
  if (held !== null) $("status").textContent = `${hit.getAttribute("aria-label")}${t("colon")}${namesOf(held)}`;
});

function namesOf(key) {
  const inside = data.districts.filter((d) => classOf(d) === key);
  return inside.map((d) => d.label || d.name).join(t("list_comma"));
}

/** Where a value lies along the blocks: they are equally wide, so each class has its own scale. */
function positionOf(d) {
  const m = measure();
  const value = d.values[m.id];
  const n = m.edges.length - 1;
  if (value === null) return null;
  if (m.unclassed) return (value - m.edges[0]) / (m.edges[n] - m.edges[0] || 1);
  const i = d.classes[m.id];
  const width = m.edges[i + 1] - m.edges[i];
  return (i + (width ? (value - m.edges[i]) / width : 0.5)) / n;
}

function pointAtValue() {
  const code = state.over || state.district;
  const at = code ? positionOf(districts.get(code)) : null;
  const needle = legend.querySelector(".needle");
  if (!needle) return;
  needle.hidden = at === null;
  if (at !== null) needle.style.left = `${Math.min(1, Math.max(0, at)) * 100}%`;
}

function markClasses() {
  for (const block of legend.querySelectorAll("[data-class]")) {
    block.setAttribute("aria-pressed", String(block.dataset.class === held));
    block.classList.toggle("dim", state.focusClass !== null && block.dataset.class !== state.focusClass);
  }
}

onChange((changed) => {
  if (changed.has("measure")) {
    held = null;
    state.focusClass = null;
    swapLegend();
    paintClass();
  }
  if (changed.has("focusClass") || changed.has("measure")) markClasses();
  if (changed.has("over") || changed.has("district") || changed.has("measure")) pointAtValue();
});
onChange((changed) => {
  if (changed.has("focusClass") && state.focusClass === null) held = null;
});
