// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { ringsOf } from "../../geo/web/src/rings.js";
import { finderOf, flatRings } from "../../geo/web/src/squares.js";

const HOLED = "M10 10l80 0 0 80-80 0zM40 40l0 20 20 0 0-20z";
const PARTS = "M-30-5l12 0 0 10zM100 0l10 0 0 10-10 0z";

test("rings are those that the patient reading finds", () => {
  for (const path of [HOLED, PARTS, "M5 5l1 0 0 1-1 0z"])
    assert.deepEqual(
      flatRings(path),
      ringsOf(path).map((ring) => ring.flat()),
    );
});

test("a point is found in its outline, not in the hole, in the upper of two that overlap", () => {
  const inHole = "M40 40l20 0 0 20-20 0z";
  const over = "M80 80l20 0 0 20-20 0z";
  const find = finderOf([HOLED, PARTS, inHole, over].map(flatRings));
  for (const [x, y, found] of [
    [11, 11, 0],
    [50, 50, 2],
    [105, 5, 1],
    [-20, 0, 1],
    [85, 85, 3],
    [95, 95, 3],
    [95, 50, -1],
    [-31, 0, -1],
    [1e6, 50, -1],
  ])
    assert.equal(find(x, y), found, `${[x, y]}`);
});
