// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { overlaps, placeAll } from "../../geo/web/src/place-labels.js";

const AREA = { x: 0, y: 0, w: 400, h: 300 };
/** Nothing but one's own district is anywhere. */
const alone = () => false;

/**
 * @param {string} code
 * @param {number} x
 * @param {number} y
 * @param {number} r
 */
const item = (code, x, y, r) => ({
  code,
  x,
  y,
  r,
  w: 40,
  value: "9.9",
  valueWidth: 20,
  circle: 0,
  star: 0,
});

test("a roomy district has name and value inside, around its label point", () => {
  const [[, box]] = placeAll([item("a", 200, 150, 60)], 13, AREA, alone);
  assert.equal(box.value, "9.9");
  assert.equal(box.x + box.w / 2, 200);
  assert.ok(!box.line);
});

test("where only the name is on its own district, it stands there without the value", () => {
  /** @type {import("../../geo/web/src/place-labels.js").Foreign} */
  const besides = (_, x, y) => Math.abs(x - 200) > 30 || Math.abs(y - 150) > 10;
  const [[, box]] = placeAll([item("a", 200, 150, 20)], 13, AREA, besides);
  assert.equal(box.value, undefined);
  assert.ok(!box.line);
});

test("no label stands on another district: it is led to where there is none", () => {
  /** @type {import("../../geo/web/src/place-labels.js").Foreign} */
  const east = (_, x) => x < 300;
  const [[, { line, x, value }]] = placeAll([item("a", 200, 150, 12)], 13, AREA, east);
  assert.ok(line);
  assert.ok(x + 2 >= 300);
  assert.equal(value, "9.9");
});

test("no label stands on a district as small as a letter of it", () => {
  const isle = { x: 250, y: 145, w: 8, h: 8 };
  /** @type {import("../../geo/web/src/place-labels.js").Foreign} */
  const foreign = (_, x, y) =>
    Math.hypot(x - 200, y - 150) < 38 || overlaps(isle, { x, y, w: 0.1, h: 0.1 });
  for (const shift of [0, 2, 4, 6, 8, 10]) {
    isle.x = 240 + shift;
    isle.y = 140 + shift;
    const [[, box]] = placeAll([item("a", 200, 150, 4)], 13, AREA, foreign);
    assert.ok(!overlaps({ ...box, x: box.x + 2, w: box.w - 4, y: box.y + 2, h: box.h - 4 }, isle));
  }
});

test("where other districts are everywhere there is no label", () => {
  assert.deepEqual(
    placeAll([item("a", 200, 150, 12)], 13, AREA, () => true),
    [],
  );
});

test("no label is under the buttons", () => {
  const buttons = [{ x: 150, y: 100, w: 100, h: 100 }];
  for (const [, box] of placeAll([item("a", 200, 150, 60)], 13, AREA, alone, buttons))
    assert.ok(!overlaps(box, buttons[0]));
});

test("a star beside a led label has its room there", () => {
  const plain = placeAll([item("a", 200, 150, 5)], 13, AREA, alone)[0][1];
  const starred = placeAll([{ ...item("a", 200, 150, 5), star: 16 }], 13, AREA, alone)[0][1];
  assert.equal(starred.w, plain.w + 16);
});

test("a district too small to hit has a leader that ends at its label", () => {
  const [[, { line, ...box }]] = placeAll([item("a", 200, 150, 5)], 13, AREA, alone);
  assert.ok(line);
  assert.ok(line.x >= box.x && line.x <= box.x + box.w);
  assert.ok(line.y >= box.y && line.y <= box.y + box.h);
});

test("labels keep apart and leaders' labels stay in the area", () => {
  const items = Array.from({ length: 20 }, (_, i) =>
    item(`${i}`, 100 + (i % 5) * 30, 80 + Math.floor(i / 5) * 30, i % 2 ? 5 : 16),
  );
  const boxes = placeAll(items, 13, AREA, alone).map(([, box]) => box);
  assert.ok(boxes.length > 10);
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(0, i)) assert.ok(!overlaps(a, b));
    if (a.line) assert.ok(a.x > 0 && a.y > 0 && a.x + a.w < AREA.w && a.y + a.h < AREA.h);
  });
});

test("of two names in one place the more important stays", () => {
  /** @type {import("../../geo/web/src/place-labels.js").Foreign} */
  const besides = (_, x, y) => Math.abs(x - 202) > 30 || Math.abs(y - 151) > 12;
  const placed = placeAll(
    [item("first", 200, 150, 30), item("second", 205, 152, 30)],
    13,
    AREA,
    besides,
  );
  assert.deepEqual(
    placed.map(([{ code }]) => code),
    ["first"],
  );
});

test("among many districts no leader is too long to be followed; among few it may be, and the highest's is longer", () => {
  /** @type {import("../../geo/web/src/place-labels.js").Foreign} */
  const east = (_, x) => x < 320 || x > 400;
  const one = item("a", 225, 150, 12);
  const more = Array.from({ length: 33 }, (_, i) => item(`b${i}`, 900, 900, 12));
  assert.equal(placeAll([one], 13, AREA, east).length, 1);
  assert.equal(placeAll([item("first", 900, 900, 12), one, ...more], 13, AREA, east).length, 0);
  assert.equal(placeAll([one, ...more], 13, AREA, east)[0][1].value, "9.9");
  // 120 pixels over others, of 300: no reader would follow it, unless it is the highest's only way.
  const far = { ...one, x: 200 };
  assert.equal(placeAll([item("first", 900, 900, 12), far, ...more], 13, AREA, east).length, 0);
  assert.equal(placeAll([far, ...more], 13, AREA, east)[0][1].value, "9.9");
});

test("a name inside stays within the map's own area", () => {
  const [[, box]] = placeAll([item("a", 15, 150, 40)], 13, AREA, alone);
  assert.ok(box.x > 0);
});

test("a name keeps off the sides of frames, and only a leader out of its own inset crosses them", () => {
  /** A wall east of the district, as wide as a frame's line. */
  const wall = (/** @type {number} */ side) => [{ side, x: 212, y: -100, w: 4, h: 600 }];
  /** @type {import("../../geo/web/src/place-labels.js").Foreign} */
  const east = (_, x) => x < 220;
  const led = { ...item("a", 200, 150, 5), inset: 0 };
  assert.ok(placeAll([led], 13, AREA, east, wall(0))[0][1].line);
  assert.deepEqual(placeAll([led], 13, AREA, east, wall(1)), []);
  assert.deepEqual(placeAll([{ ...led, inset: -1 }], 13, AREA, east, wall(0)), []);
  for (const [, box] of placeAll([{ ...led, r: 60 }], 13, AREA, alone, wall(0)))
    assert.ok(!overlaps(box, wall(0)[0]));
});

test("the highest of many is led across the dots of small ones if there is no other way", () => {
  const ring = Array.from({ length: 40 }, (_, i) => {
    const angle = (i * 2 * Math.PI) / 40;
    return item(`r${i}`, 200 + 40 * Math.cos(angle), 150 + 40 * Math.sin(angle), 3);
  });
  /** @type {import("../../geo/web/src/place-labels.js").Foreign} */
  const inside = (_, x, y) => Math.hypot(x - 200, y - 150) < 60;
  const [named, box] = placeAll([item("first", 200, 150, 5), ...ring], 13, AREA, inside).find(
    ([{ code }]) => code === "first",
  ) ?? [null, null];
  assert.ok(named && box?.line);
  assert.equal(box.value, "9.9");
});

/** Land of others up to the sea in the east. */
const inland = (/** @type {string} */ _, /** @type {number} */ x) => x < 320;

test("on a phone a letter and a key stand for a leader that would cross the map", () => {
  const items = [item("a", 100, 150, 5), item("b", 120, 150, 5), item("c", 140, 150, 5)];
  assert.ok(placeAll(items, 13, AREA, inland)[0][1].line); // elsewhere
  const placed = placeAll(items, 13, AREA, inland, [], 320);
  assert.deepEqual(
    placed.map(([{ code }, { letter, value, line }]) => [code, letter, value, line]),
    [
      ["a", "a", "9.9", undefined],
      ["b", "b", "", undefined],
      ["c", "c", "", undefined],
    ],
  );
  for (const [{ x, y }, b] of placed) {
    assert.equal(b.x + b.w / 2, x);
    assert.equal(b.y + b.h / 2, y);
  }
  const [[, starred]] = placeAll([{ ...items[0], star: 16 }], 13, AREA, inland, [], 320);
  assert.equal(starred.letter, "★");
});

test("the key is one line: the highest is in it, others as far as it reaches", () => {
  const items = "abcdefgh".split("").map((code, i) => item(code, 60 + 20 * i, 150, 5));
  const keyed = placeAll(items, 13, AREA, inland, [], 300).filter(([, b]) => b.letter);
  assert.deepEqual(
    keyed.map(([{ code }]) => code),
    ["a", "b", "c", "d"],
  );
  assert.equal(placeAll(items, 13, AREA, inland, [], 60).length, 1);
});

test("near the sea a phone's labels keep their leaders", () => {
  const near = item("a", 310, 150, 5);
  assert.ok(placeAll([near], 13, AREA, inland, [], 320)[0][1].line);
});

test("the highest has its value: in its district, or led out of it", () => {
  /** Others are all round; the sea begins at 300. @type {import("../../geo/web/src/place-labels.js").Foreign} */
  const low = (_, x, y) => x < 300 && (Math.abs(x - 200) > 30 || Math.abs(y - 150) > 10);
  const items = [item("a", 200, 150, 20), item("b", 500, 150, 3)];
  const [, box] = placeAll(items, 13, AREA, low).find(([{ code }]) => code === "a") ?? [];
  assert.equal(box?.value, "9.9");
  assert.ok(box?.line);
  const second = placeAll(items.reverse(), 13, AREA, low).find(([{ code }]) => code === "a");
  assert.equal(second?.[1].value, undefined);
});
