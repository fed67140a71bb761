// @ts-check

/**
 * A cell of CSV; an apostrophe keeps a spreadsheet from taking text for a formula.
 * @param {string | number | null | undefined} value
 */
export function csvCell(value) {
  if (typeof value === "number") return `${value}`;
  const text = (value ?? "").replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * A table as CSV that Excel opens: the byte order mark tells it that this is UTF-8.
 * @param {(string | number | null | undefined)[][]} lines
 */
export function csvText(lines) {
  return `\ufeff${lines.map((line) => line.map(csvCell).join()).join("\r\n")}\r\n`;
}
