// The build draws a legend for each measure; here they are exchanged and made to answer.
const legend = $("legend");
const keys = { [state.measure]: [...legend.children] };
let held = ""; // a class that was clicked stays lit

/** Elements that the build left as text. It escaped what comes from the data. */
const kept = (id) => [...document.createRange().createContextualFragment($(id).textContent).children];
const classAt = (event) => event.target.closest("[data-class]");

for (const kind of ["pointerover", "focusin"]) {
  legend.addEventListener(kind, (event) => {
    if (event.pointerType === "touch") return;
    set({ lit: classAt(event) ? classAt(event).dataset.class : held });
  });
}
for (const kind of ["pointerleave", "focusout"]) legend.addEventListener(kind, () => set({ lit: held }));
legend.addEventListener("click", (event) => {
  const hit = classAt(event);
  if (!hit) return;
  held = held === hit.dataset.class ? "" : hit.dataset.class;
  set({ lit: held });
  markClasses();
  const names = data.districts.filter((d) => classOf(d) === held).map(nameOf);
  if (held) say(hit.getAttribute("aria-label") + t("colon") + names.join(t("list_comma")));
});

/** Where a value lies along the blocks: they are equally wide, so each class has its own scale. */
function positionOf(d) {
  const m = measure();
  const i = m.unclassed ? 0 : d.classes[m.id];
  const n = m.unclassed ? 1 : m.colors.length;
  const [low, high] = m.unclassed ? [m.edges[0], m.edges[m.edges.length - 1]] : [m.edges[i], m.edges[i + 1]];
  const zero = !m.unclassed && m.edges[0] === m.edges[1]; // its block stands apart
  return high > low ? (i - zero + (d.values[m.id] - low) / (high - low)) / (n - zero) : null;
}

function pointAtValue() {
  const needle = legend.querySelector(".needle");
  const d = districts.get(state.over || state.district);
  const at = d && !gapOf(d, measure()) ? positionOf(d) : null;
  needle.hidden = at === null;
  needle.style.left = `${at * 100}%`;
}

function markClasses() {
  for (const block of legend.querySelectorAll("[data-class]")) {
    block.setAttribute("aria-pressed", block.dataset.class === held);
    block.classList.toggle("dim", Boolean(state.lit) && block.dataset.class !== state.lit);
  }
}

onChange((changed) => {
  if (changed.measure) {
    keys[state.measure] = keys[state.measure] || kept(`legend-${state.measure}`);
    legend.replaceChildren(...keys[state.measure]);
    main.dataset.measure = state.measure;
    held = "";
    set({ lit: "" });
  }
  if (changed.lit && !state.lit) held = "";
  if (changed.lit || changed.measure) markClasses();
  if (changed.over || changed.district || changed.measure) pointAtValue();
});
