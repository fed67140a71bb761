// The ranked table: follows the measure, sorts, searches, shows and is shown by the map.
const table = $("table");
const tbody = table.tBodies[0];
const rows = new Map([...tbody.rows].map((row) => [row.dataset.row, row]));
const search = $("search");
const collator = new Intl.Collator(data.language);
let sorting = { key: "value", descending: true };

function fillTable() {
  const m = measure();
  const most = Math.max(...data.districts.map((d) => Math.abs(d.values[m.id] ?? 0))) || 1;
  for (const [code, row] of rows) {
    const d = districts.get(code);
    row.cells[0].textContent = d.ranks[m.id] ?? "";
    row.cells[2].textContent = d.texts[m.id] || valueText(d, m);
    row.cells[2].style.setProperty("--p", Math.abs(d.values[m.id] ?? 0) / most);
    row.cells[2].style.setProperty("--c", d.values[m.id] === null || m.unclassed ? "" : m.colors[d.classes[m.id]]);
  }
  $("column").textContent = m.unit ? `${m.label} (${m.unit})` : m.label;
  $("foot-label").textContent = t(m.total === null ? "overall" : "total");
  $("foot-value").textContent = m.summary;
}

const compare = {
  name: (a, b) => collator.compare(a.label || a.name, b.label || b.name),
  value: (a, b) => {
    const [x, y] = [a.values[state.measure], b.values[state.measure]];
    if (x === null || y === null) return (x === null) - (y === null);
    return x - y || compare.name(a, b) * (sorting.descending ? -1 : 1);
  },
};

function sortRows() {
  const { key, descending } = sorting;
  const sorted = [...data.districts].sort((a, b) => {
    const missing = key === "value" && (a.values[state.measure] === null || b.values[state.measure] === null);
    return compare[key](a, b) * (descending && !missing ? -1 : 1);
  });
  tbody.append(...sorted.map((d) => rows.get(d.code)));
  for (const head of table.querySelectorAll("th[data-sort]")) {
    const active = head.dataset.sort === key;
    head.setAttribute("aria-sort", active ? (descending ? "descending" : "ascending") : "none");
  }
}

function filterRows() {
  const wanted = search.value.normalize("NFKC").trim().toLowerCase();
  let found = 0;
  for (const [code, row] of rows) {
    row.hidden = Boolean(wanted) && !districts.get(code).search.includes(wanted);
    found += !row.hidden;
  }
  main.classList.toggle("searching", Boolean(wanted));
  $("none-found").hidden = found > 0;
  if (wanted) $("status").textContent = found ? t("found", { n: found }) : t("none_found");
}

table.tHead.addEventListener("click", (event) => {
  const head = event.target.closest("th[data-sort]");
  if (!head) return;
  const key = head.dataset.sort;
  sorting = { key, descending: sorting.key === key ? !sorting.descending : key === "value" };
  sortRows();
});
tbody.addEventListener("click", (event) => {
  const row = event.target.closest("tr");
  pin(row.dataset.row);
  rove(row.dataset.row);
  reveal(row.dataset.row);
});
for (const kind of ["pointerover", "focusin"]) {
  tbody.addEventListener(kind, (event) => {
    if (event.pointerType !== "touch") set({ over: event.target.closest("tr").dataset.row });
  });
}
for (const kind of ["pointerleave", "focusout"]) tbody.addEventListener(kind, () => set({ over: "" }));
search.addEventListener("input", filterRows);
search.addEventListener("keydown", (event) => {
  const first = [...tbody.rows].find((row) => !row.hidden);
  if (event.key === "Enter" && first && search.value && state.district !== first.dataset.row) {
    pin(first.dataset.row);
    reveal(first.dataset.row);
  }
  if (event.key === "Escape" && search.value) {
    search.value = "";
    filterRows();
    event.stopPropagation();
  }
});
if ($("all-rows")) {
  $("all-rows").addEventListener("click", () => {
    main.classList.add("all");
    tbody.querySelector("button").focus();
  });
}

onChange((changed) => {
  if (changed.has("measure")) {
    fillTable();
    sortRows();
  }
  if (changed.has("district") || changed.has("over")) {
    for (const [code, row] of rows) {
      row.classList.toggle("over", code === state.over);
      row.classList.toggle("on", code === state.district);
      row.cells[1].firstElementChild.setAttribute("aria-pressed", String(code === state.district));
    }
  }
});
