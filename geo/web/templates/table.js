// The ranked table: follows the measure, sorts, searches, shows and is shown by the map.
const table = $("table");
const tbody = table.tBodies[0];
const rows = new Map([...tbody.rows].map((row) => [row.dataset.row, row]));
const search = $("search");
const collator = new Intl.Collator(data.language);
let sorting = { key: "value", turn: -1 };

function fillTable() {
  const m = measure();
  const most = Math.max(...data.districts.map((d) => Math.abs(d.values[m.id])));
  for (const [code, row] of rows) {
    const d = districts.get(code);
    const [rank, , value] = row.cells;
    rank.textContent = rankOf(d, m) || "";
    value.textContent = textOf(d, m);
    value.style.setProperty("--p", Math.abs(d.values[m.id]) / most || 0);
    value.style.setProperty("--c", gapOf(d, m) ? "" : fillOf(d));
  }
  $("column").textContent = m.unit ? `${m.label} (${m.unit})` : m.label;
  $("foot-label").textContent = m.whole;
  $("foot-value").textContent = m.summary;
}

/** By name, or by value with those without value at the end, whichever way it is sorted. */
function compare(a, b) {
  const [x, y] = [a.values[state.measure], b.values[state.measure]];
  const byName = collator.compare(nameOf(a), nameOf(b));
  if (sorting.key === "name") return byName * sorting.turn;
  if (x === null || y === null) return (x === null) - (y === null) || byName;
  return (x - y) * sorting.turn || byName;
}

function sortRows() {
  tbody.append(...[...data.districts].sort(compare).map((d) => rows.get(d.code)));
  for (const head of table.querySelectorAll("[data-sort]")) {
    const direction = sorting.turn > 0 ? "ascending" : "descending";
    head.setAttribute("aria-sort", head.dataset.sort === sorting.key ? direction : "none");
  }
}

function filterRows() {
  const wanted = search.value.normalize("NFKC").trim().toLowerCase();
  let n = 0;
  for (const [code, row] of rows) {
    const { name, search: words } = districts.get(code);
    row.hidden = !`${name} ${words}`.toLowerCase().includes(wanted);
    n += !row.hidden;
  }
  main.classList.toggle("searching", Boolean(wanted));
  $("none-found").hidden = n > 0;
  say(n ? t("found", { n }) : t("none_found"));
}

table.addEventListener("click", ({ target }) => {
  const head = target.closest("[data-sort]");
  const row = target.closest("[data-row]");
  if (head) {
    const key = head.dataset.sort;
    const first = key === "name" ? 1 : -1;
    sorting = { key, turn: sorting.key === key ? -sorting.turn : first };
    sortRows();
  }
  if (row) choose(row.dataset.row);
});

for (const row of rows.values()) row.querySelector("button").setAttribute("aria-pressed", false);

function choose(code) {
  pin(code);
  rove(code);
  reveal(code);
}

for (const kind of ["pointerover", "focusin"]) {
  tbody.addEventListener(kind, (event) => {
    if (event.pointerType !== "touch") follow(event.target.closest("tr").dataset.row);
  });
}
for (const kind of ["pointerleave", "focusout"]) tbody.addEventListener(kind, leave);
search.addEventListener("input", filterRows);
search.addEventListener("keydown", (event) => {
  const first = [...tbody.rows].find((row) => !row.hidden);
  if (event.key === "Enter" && first && search.value) choose(first.dataset.row);
  if (event.key === "Escape" && search.value) {
    search.value = "";
    filterRows();
    event.stopPropagation();
  }
});

onChange((changed) => {
  if (changed.measure) {
    fillTable();
    sortRows();
  }
  for (const [code, row] of changed.district || changed.over ? rows : []) {
    row.classList.toggle("over", code === state.over);
    row.classList.toggle("on", code === state.district);
    if (changed.district) row.querySelector("button").setAttribute("aria-pressed", code === state.district);
  }
});
