// The switch of measures, the circles' toggle, the hint that a rate compares better.
const controls = $("controls");
const circlesToggle = $("circles-toggle");

controls.addEventListener("submit", (event) => event.preventDefault());
controls.addEventListener("change", (event) => {
  if (event.target.name === "measure") set({ measure: event.target.value }, "push");
  if (event.target === circlesToggle) setCircles(circlesToggle.checked);
});
$("hint").addEventListener("click", (event) => {
  const wanted = event.target.dataset.measure;
  if (wanted) set({ measure: wanted }, "push");
});

onChange((changed) => {
  if (changed.has("measure")) {
    for (const radio of controls.elements.measure.length ? controls.elements.measure : [controls.elements.measure]) {
      radio.checked = radio.value === state.measure;
    }
    $("hint").hidden = measure().kind !== "total" || !data.measures.some((m) => m.kind === "rate");
  }
  if (circlesToggle && changed.has("circles")) circlesToggle.checked = state.circles;
});

addEventListener("popstate", restore);
addEventListener("hashchange", restore);
