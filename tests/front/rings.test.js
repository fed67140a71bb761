// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { isInRings, polygonsOf, ringsOf, unproject } from "../../geo/web/src/rings.js";

const LEFT = "M0 0l2 0 0 2 -2 0z";

test("a path's rings have absolute points and end where they start", () => {
  assert.deepEqual(ringsOf(`${LEFT}M9 9l1 0 0 -1z`), [
    [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ],
    [
      [9, 9],
      [10, 9],
      [10, 8],
      [9, 9],
    ],
  ]);
});

test("a hole belongs to the exterior ring before it", () => {
  const [first, hole, second] = ringsOf(`M0 0l9 0 0 9 -9 0zM2 2l0 2 2 0 0 -2zM20 0l1 0 0 1z`);
  assert.deepEqual(polygonsOf([first, hole, second]), [[first, hole], [second]]);
});

test("a path that was turned as a whole is turned back", () => {
  const rings = ringsOf("M0 0l9 0 0 9 -9 0zM2 2l0 2 2 0 0 -2zM20 0l1 0 0 1z");
  const turned = rings.map((ring) => [...ring].reverse());
  const [first, hole, second] = rings;
  assert.deepEqual(polygonsOf(turned), [[first, hole], [second]]);
});

test("the middle of the drawing is the constant of the polynomials, its edge one term more", () => {
  const plane = { width: 100, height: 200, degree: 1, lon: [119, 0.25, 0.5], lat: [36, -0.5, 0] };
  assert.deepEqual(unproject([50, 100], plane), [119, 36]);
  assert.deepEqual(unproject([100, 100], plane), [119.5, 36]);
  assert.deepEqual(unproject([50, 200], plane), [119.25, 35.5]);
});

test("a point is in a polygon, not in its hole, nor beside it", () => {
  const rings = ringsOf("M0 0l9 0 0 9-9 0zM3 3l0 3 3 0 0-3z").map((ring) => ring.flat());
  const places = [[1, 4], [4, 1], [8, 8], [4, 5], [-1, 4], [10, 4], [4, 10]]; // biome-ignore format: a row
  assert.deepEqual(
    places.map(([x, y]) => isInRings(rings, x, y)),
    [true, true, true, false, false, false, false],
  );
});
