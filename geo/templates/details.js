// The card of the chosen district; without one it shows the whole.
const card = $("card");
const whole = [...card.childNodes];

function factRow(d, m) {
  const rank = d.ranks[m.id];
  const cells = [
    make("th", { scope: "row" }, m.label),
    make("td", {}, make("b", {}, d.texts[m.id] || valueText(d, m)), " ", make("small", {}, d.texts[m.id] ? m.unit : "")),
    make("td", {}, rank ? `${rank}/${m.ranked}` : ""),
    make("td", {}, d.shares[m.id] || ""),
    make("td", {}, d.differences[m.id] || ""),
  ];
  return make("tr", m.id === state.measure ? { class: "on" } : {}, ...cells);
}

function facts(d) {
  const heads = ["measure", "value", "rank", "share", "against_mean"];
  const head = make("tr", {}, ...heads.map((key) => make("th", { scope: "col" }, t(key))));
  return make("table", {}, make("thead", {}, head), make("tbody", {}, ...data.measures.map((m) => factRow(d, m))));
}

function fillCard() {
  card.classList.toggle("on", Boolean(state.district));
  if (!state.district) return card.replaceChildren(...whole);
  const d = districts.get(state.district);
  const close = make("button", { type: "button", class: "close", "aria-label": t("release") }, "\u00d7");
  close.addEventListener("click", () => {
    const code = state.district;
    set({ district: "" }, "push");
    rove(code, true);
  });
  const parts = [make("h2", {}, d.label || d.name, " ", make("small", {}, d.kind_label || d.kind)), close, facts(d)];
  if (d.approximate) parts.push(make("p", {}, t(d.host ? "approximate_in" : "approximate", { host: d.host_label || d.host })));
  for (const place of data.places) {
    if (place.code === d.code) parts.push(make("p", { class: "place" }, make("b", {}, place.label), " ", place.text));
  }
  card.replaceChildren(...parts);
}

document.addEventListener("click", (event) => {
  const place = event.target.closest("[data-place]");
  if (!place) return;
  if (state.district !== place.dataset.place) pin(place.dataset.place);
  reveal(place.dataset.place);
  stage.scrollIntoView({ block: "center" });
});

onChange((changed) => {
  if (changed.has("district") || (changed.has("measure") && state.district)) fillCard();
});
