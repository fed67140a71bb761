// @ts-check
// The review page of a press release: pointing at a number, or reaching it with the keyboard,
// highlights its counterpart.

/**
 * What a link leads to, and what leads to it.
 * @param {HTMLAnchorElement} link
 */
function counterparts(link) {
  const target = document.getElementById(link.hash.slice(1));
  const back = link.id ? document.querySelectorAll(`a[href="#${CSS.escape(link.id)}"]`) : [];
  return target ? [target, ...back] : [...back];
}

/** @param {Event} event */
function highlight({ target }) {
  for (const link of document.querySelectorAll("a.hit")) link.classList.remove("hit");
  const link = target instanceof Element ? target.closest("a[href^='#']") : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  for (const other of counterparts(link)) other.classList.add("hit");
}

document.addEventListener("mouseover", highlight);
document.addEventListener("focusin", highlight);

/**
 * @typedef {{ id: string, event: number, name: string, cells: Record<string, string> }} Row
 * @typedef {{
 *   columns: Record<string, string>, events: string[], several: boolean, rows: Row[],
 *   numbers: Record<string, { printed: string, values: Record<string, string> }>
 * }} Data
 * @typedef {{
 *   row: Row, column: string, before: string, after: string, printed: string, number: string
 * }} Change
 */

/** @template {HTMLElement} T @param {string} id @param {new () => T} kind */
function element(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`no ${id}`);
  return found;
}

/** @param {string} id */
const json = (id) => JSON.parse(element(id, HTMLScriptElement).text);

/** Correcting: a number is chosen, then a cell; or a cell is written in. */
function startEditor() {
  /** @type {Data} */
  const data = json("review-data");
  /** @type {{ words: Record<string, string>, labels: Record<string, string> }} */
  const { words, labels } = json("review-words");
  const button = element("edit", HTMLButtonElement);
  const status = element("edit-status", HTMLParagraphElement);
  /** @type {Change[]} */
  let changes = [];
  let chosen = "";

  /** @param {string} key @param {Record<string, string>} values */
  const say = (key, values) =>
    words[`review_edit${key}`].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

  /** @param {string} start */
  function choose(start) {
    chosen = chosen === start ? "" : start;
    for (const link of document.querySelectorAll("a.chosen")) link.classList.remove("chosen");
    if (chosen) document.getElementById(`n${chosen}`)?.classList.add("chosen");
    const number = data.numbers[chosen];
    status.textContent = number ? say("_chosen", { printed: number.printed }) : "";
  }

  /** @param {Change} change */
  const sentence = ({ row, column, before, after, printed }) =>
    say("_set", {
      name: row.name,
      column: labels[column],
      before: before || "—",
      after: after || "—",
    }) + (printed ? say("_source", { printed }) : "");

  /** @param {HTMLElement} cell @param {Row} row @param {string} column */
  function show(cell, row, column) {
    const corrected = changes.some((change) => change.row === row && change.column === column);
    cell.classList.toggle("corrected", corrected);
    cell.textContent = row.cells[column] || "—";
  }

  /** @param {Row} row @param {string} column */
  const cellOf = (row, column) =>
    /** @type {HTMLElement} */ (
      document.querySelector(
        `td[data-row="${CSS.escape(row.id)}"][data-column="${CSS.escape(column)}"]`,
      )
    );

  /** @param {Row} row @param {string} column @param {string} after @param {string} number */
  function set(row, column, after, number) {
    const printed = data.numbers[number]?.printed ?? "";
    const before = row.cells[column] ?? "";
    if (after === before) return show(cellOf(row, column), row, column);
    row.cells[column] = after;
    changes.push({ row, column, before, after, printed, number });
    listChanges();
    show(cellOf(row, column), row, column);
    status.textContent = sentence(changes[changes.length - 1]);
  }

  /** Undo a change and those of its cell after it. @param {Change} change */
  function undo(change) {
    const { row, column, before } = change;
    const at = changes.indexOf(change);
    row.cells[column] = before;
    changes = changes.filter((c, i) => i < at || c.row !== row || c.column !== column);
    listChanges();
    show(cellOf(row, column), row, column);
  }

  /** A number that a person put into a cell is used, and looks so, until that is undone. */
  function markAssigned() {
    for (const link of document.querySelectorAll("a.assigned")) link.classList.remove("assigned");
    const latest = new Map(changes.map((change) => [cellOf(change.row, change.column), change]));
    for (const { number } of latest.values()) {
      for (const id of number ? [`n${number}`, `u${number}`] : []) {
        document.getElementById(id)?.classList.add("assigned");
      }
    }
  }

  function listChanges() {
    markAssigned();
    const list = element("changes", HTMLDivElement);
    const items = changes.map((change) => {
      const item = document.createElement("li");
      const back = document.createElement("button");
      back.type = "button";
      back.textContent = words.review_edit_undo;
      back.addEventListener("click", () => undo(change));
      item.append(sentence(change), back);
      return item;
    });
    list.querySelector("ol")?.replaceChildren(...items);
    list.hidden = !changes.length;
    element("download", HTMLButtonElement).disabled = !changes.length;
  }

  /** @param {HTMLElement} cell */
  function correct(cell) {
    const row = data.rows.find(({ id }) => id === cell.dataset.row);
    const { column } = cell.dataset;
    if (!row || !column || cell.querySelector("input")) return;
    const number = data.numbers[chosen];
    const unit = data.columns[column];
    if (!number) return write(cell, row, column);
    if (!(unit in number.values)) {
      status.textContent = say("_unfit", { printed: number.printed, unit });
      return;
    }
    const start = chosen;
    choose(start);
    set(row, column, number.values[unit], start);
  }

  /** @param {HTMLElement} cell @param {Row} row @param {string} column */
  function write(cell, row, column) {
    const input = document.createElement("input");
    input.value = row.cells[column] ?? "";
    input.inputMode = "decimal";
    input.setAttribute("aria-label", `${row.name} ${labels[column]}`);
    cell.replaceChildren(input);
    input.focus();
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") input.value = row.cells[column] ?? "";
      if (event.key === "Enter" || event.key === "Escape") {
        event.stopPropagation();
        input.blur();
        cell.focus();
      }
    });
    input.addEventListener("blur", () => {
      const value = input.value.trim();
      if (/^(\d+(\.\d+)?)?$/.test(value)) return set(row, column, value, "");
      show(cell, row, column);
      status.textContent = words.review_edit_number;
    });
  }

  /** @param {Event} event */
  function act(event) {
    if (button.getAttribute("aria-pressed") !== "true" || !(event.target instanceof Element))
      return;
    const number = event.target.closest("a.unused, a.conflict, a[id^='u']");
    if (number instanceof HTMLAnchorElement) {
      event.preventDefault();
      choose(number.id.slice(1));
      return;
    }
    const cell = event.target.closest("td[data-row]");
    if (!(cell instanceof HTMLElement)) return;
    if (event.target.closest("a")) event.preventDefault();
    correct(cell);
  }

  /** @param {string} text */
  const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  function csv() {
    const columns = Object.keys(data.columns);
    const event = data.several ? ["event"] : [];
    const lines = [["district", ...event, ...columns, words.review_edit_column]];
    for (const row of data.rows) {
      if (!columns.some((column) => row.cells[column])) continue;
      const mine = changes.filter((change) => change.row === row).map(sentence);
      const label = data.several ? [data.events[row.event]] : [];
      lines.push([row.name, ...label, ...columns.map((c) => row.cells[c] ?? ""), mine.join("；")]);
    }
    return lines.map((line) => `${line.map(quoted).join(",")}\n`).join("");
  }

  function download() {
    const link = document.createElement("a");
    const file = new Blob([csv()], { type: "text/csv" });
    link.href = URL.createObjectURL(file);
    link.download = "corrected.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** @param {Event} event */
  function addRow(event) {
    event.preventDefault();
    const input = element("add-name", HTMLInputElement);
    const name = input.value.trim();
    const table = document.querySelector("table.rows");
    if (!name || !(table instanceof HTMLTableElement)) return;
    /** @type {Row} */
    const row = { id: `new-${data.rows.length}`, event: 0, name: harmless(name), cells: {} };
    data.rows.push(row);
    const line = table.tBodies[0].insertRow();
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = name;
    line.append(head);
    for (const column of Object.keys(data.columns)) {
      const cell = line.insertCell();
      cell.className = "number";
      cell.tabIndex = 0;
      cell.textContent = "—";
      Object.assign(cell.dataset, { row: row.id, column });
    }
    input.value = "";
    status.textContent = say("_row", { name });
  }

  /** What a spreadsheet would take for a formula begins with an apostrophe. @param {string} name */
  const harmless = (name) => (/^[=+\-@\t\r]/.test(name) ? `'${name}` : name);

  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    button.textContent = on ? words.review_edit_done : words.review_edit;
    document.body.classList.toggle("editing", on);
    element("edit-hint", HTMLParagraphElement).hidden = !on;
    element("add", HTMLFormElement).hidden = !on;
    for (const cell of document.querySelectorAll("td[data-row]")) {
      if (cell instanceof HTMLElement) cell.tabIndex = on ? 0 : -1;
    }
    if (!on) choose(chosen);
  });
  document.addEventListener("click", act);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target instanceof HTMLTableCellElement) act(event);
  });
  element("download", HTMLButtonElement).addEventListener("click", download);
  element("add", HTMLFormElement).addEventListener("submit", addRow);
  element("editor", HTMLDivElement).hidden = false;
}

startEditor();
