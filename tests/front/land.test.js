// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { landOf } from "../../geo/web/src/land.js";

test("between the first and second crossing is land, in a lake is none, on an island is some", () => {
  // A square from 10 to 90 in two stretches, a lake in its middle, an island beside it.
  const border =
    "M10 10l80 0 0 80M90 90l-80 0 0-80" + "M40 40l0 20 20 0 0-20-20 0" + "M95 50l4 0 0 4-4 0 0-4";
  const isLand = landOf(border, 0, 100, 200);
  for (const [x, y] of [
    [11, 11],
    [89, 89],
    [30, 50],
    [70, 50],
    [97, 52],
    [50, 38],
  ])
    assert.ok(isLand(x, y), `${[x, y]}`);
  for (const [x, y] of [
    [5, 50],
    [50, 50],
    [92, 50],
    [97, 60],
    [50, 95],
    [50, -5],
    [50, 200],
  ])
    assert.ok(!isLand(x, y), `${[x, y]}`);
});
