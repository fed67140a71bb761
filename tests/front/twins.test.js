// @ts-check
// Functions that have a twin in Python: both give the answers of tests/cases.
import assert from "node:assert/strict";
import { test } from "node:test";
import { csvCell } from "../../geo/web/src/csv.js";
import { numberText } from "../../geo/web/src/numbers.js";
import { textWidth } from "../../geo/web/src/text-width.js";
import { cases } from "./cases.js";

for (const [text, size, width] of await cases("text-width")) {
  test(`'${text}' at ${size} is ${width} pixels wide`, () => {
    assert.ok(Math.abs(textWidth(text, size) - width) < 1e-9, `${textWidth(text, size)}`);
  });
}

for (const [value, cell] of await cases("csv-cell")) {
  test(`${JSON.stringify(value)} is ${cell} in CSV`, () => assert.equal(csvCell(value), cell));
}

test("numbers are written as the build writes them, in every language", async () => {
  const marksOf = new Map(/** @type {[string, any][]} */ (await cases("marks")));
  for (const [language, value, digits, text] of await cases("numbers")) {
    const marks = marksOf.get(language);
    assert.equal(numberText(value, digits[0], marks), text, `${language} ${value}`);
  }
});

test("a house has Arabic digits", () => {
  /** @type {[string, string, number]} */
  const marks = ["٫", "٬", 3];
  assert.equal(numberText(1480.5, 1, marks, "٠"), "١٬٤٨٠٫٥");
});
