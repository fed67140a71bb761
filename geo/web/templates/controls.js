// The switch of measures, the circles' toggle, the hint that a rate compares better.
const controls = $("controls");
const rate = data.measures.find((m) => m.kind === "rate");

controls.addEventListener("submit", (event) => event.preventDefault());
controls.addEventListener("change", ({ target }) => {
  if (target.name === "measure") return set({ measure: target.value }, true);
  // A rate beneath the circles says more than the same total twice.
  const beneath = target.checked && measure().kind === "total" && rate ? rate.id : state.measure;
  set({ circles: target.checked, measure: beneath }, true);
});
$("hint").addEventListener("click", (event) => {
  if (event.target.value) set({ measure: event.target.value }, true);
});

/** A browser may have kept the choices of an earlier visit; the address decides. */
function syncControls() {
  for (const input of controls.querySelectorAll("input")) {
    input.checked = input.name === "measure" ? input.value === state.measure : state.circles;
  }
  $("hint").hidden = !rate || measure().kind === "rate";
}

onChange(syncControls);
addEventListener("popstate", restore);
addEventListener("hashchange", restore);
