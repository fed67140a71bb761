// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { overlaps, placeAll } from "../../geo/web/src/place-labels.js";

const AREA = { x: 0, y: 0, w: 400, h: 300 };

/**
 * @param {string} code
 * @param {number} x
 * @param {number} y
 * @param {number} r
 */
const item = (code, x, y, r) => ({ code, x, y, r, w: 40, value: "9.9", valueWidth: 20, circle: 0 });

test("a roomy district has name and value inside, around its label point", () => {
  const [[, box]] = placeAll([item("a", 200, 150, 60)], 13, AREA);
  assert.equal(box.value, "9.9");
  assert.equal(box.x + box.w / 2, 200);
  assert.ok(!box.line);
});

test("a district of middling size has its name alone", () => {
  const [[, box]] = placeAll([item("a", 200, 150, 20)], 13, AREA);
  assert.equal(box.value, undefined);
});

test("a district too small to hit has a leader that ends at its label", () => {
  const [[, { line, ...box }]] = placeAll([item("a", 200, 150, 5)], 13, AREA);
  assert.ok(line);
  assert.ok(line.x >= box.x && line.x <= box.x + box.w);
  assert.ok(line.y >= box.y && line.y <= box.y + box.h);
});

test("labels keep apart and leaders' labels stay in the area", () => {
  const items = Array.from({ length: 20 }, (_, i) =>
    item(`${i}`, 100 + (i % 5) * 30, 80 + Math.floor(i / 5) * 30, i % 2 ? 5 : 16),
  );
  const boxes = placeAll(items, 13, AREA).map(([, box]) => box);
  assert.ok(boxes.length > 10);
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(0, i)) assert.ok(!overlaps(a, b));
    if (a.line) assert.ok(a.x > 0 && a.y > 0 && a.x + a.w < AREA.w && a.y + a.h < AREA.h);
  });
});

test("of two names in one place the more important stays", () => {
  const placed = placeAll([item("first", 200, 150, 30), item("second", 205, 152, 30)], 13, {
    ...AREA,
    w: 0,
  });
  assert.deepEqual(
    placed.map(([{ code }]) => code),
    ["first"],
  );
});
