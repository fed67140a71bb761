// The card of the chosen district; without one it shows the whole.
const card = $("card");
const whole = [...card.childNodes];

/** Share of the total, and distance from the mean with its sign. */
function comparisons(d, m) {
  if (d.values[m.id] === null) return ["", "", ""];
  return [`${rankOf(d, m)}/${m.ranked}`, d.shares[m.id] || "", d.differences[m.id]];
}

function factRow(d, m) {
  return make("tr", m.id === state.measure ? { class: "on" } : {},
    make("th", { scope: "row" }, m.label, " ", make("small", {}, m.unit)),
    make("td", {}, make("b", {}, textOf(d, m))),
    ...comparisons(d, m).map((text) => make("td", {}, text)));
}

function district(d) {
  const close = make("button", { type: "button", class: "close", "aria-label": t("release") }, "\u00d7");
  close.addEventListener("click", () => {
    set({ district: "" }, true);
    rove(d.code, true);
  });
  const heads = [t("measure"), t("value"), t("rank"), t("share"), t("against_mean")];
  const notes = data.places.filter((p) => p.code === d.code).map((p) => [make("b", {}, p.label), ` ${p.text}`]);
  if (d.approximate) notes.unshift([t(d.host ? "approximate_in" : "approximate", { host: d.host_label || d.host })]);
  return [
    make("h2", {}, nameOf(d), " ", make("small", {}, d.kind_label || d.kind)),
    close,
    make("table", {},
      make("thead", {}, make("tr", {}, ...heads.map((text) => make("th", { scope: "col" }, text)))),
      make("tbody", {}, ...data.measures.map((m) => factRow(d, m)))),
    ...notes.map((note) => make("p", {}, ...note)),
  ];
}

document.addEventListener("click", ({ target }) => {
  if (target.name === "place") {
    set({ district: target.value }, true);
    reveal(target.value);
    stage.scrollIntoView({ block: "center" });
  }
  if (target.id === "all-rows") {
    main.classList.add("all");
    tbody.querySelector("button").focus();
  }
});

onChange((changed) => {
  if (!changed.district && !changed.measure) return;
  const d = districts.get(state.district);
  card.classList.toggle("on", Boolean(d));
  card.replaceChildren(...(d ? district(d) : whole));
});
