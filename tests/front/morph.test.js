// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { between, movesOf, pathAt } from "../../geo/web/src/morph.js";

const PLACE = { x: 100, y: 50, r: 10 };
const TWO = "M0 0l4 0 0 4 -4 0zM9 9l1 0 0 1z"; // a district and its islet

test("the largest ring goes round its circle, all others into its middle", () => {
  const [large, islet] = movesOf(TWO, PLACE, false);
  for (const [x, y] of large.to) assert.ok(Math.abs(Math.hypot(x - 100, y - 50) - 10) < 1e-9);
  for (const point of islet.to) assert.deepEqual(point, [100, 50]);
  assert.ok(large.from.length >= 48, "of few points a circle would have corners");
});

test("of a square every point is on a side", () => {
  const [large] = movesOf(TWO, PLACE, true);
  for (const [x, y] of large.to)
    assert.ok(Math.abs(Math.max(Math.abs(x - 100), Math.abs(y - 50)) - 10) < 1e-9);
});

test("a square moves to a square beside it without a turn, whichever way its ring runs", () => {
  for (const path of ["M0 0l4 0 0 4 -4 0z", "M0 0l0 4 4 0 0 -4z"]) {
    const [{ from, to }] = movesOf(path, { x: 102, y: 2, r: 2 }, true);
    from.forEach(([x, y], i) => {
      assert.ok(Math.hypot(to[i][0] - x - 100, to[i][1] - y) < 0.5, `${[x, y]} to ${to[i]}`);
    });
  }
});

test("the way begins with the outline and ends round the place", () => {
  const moves = movesOf("M0 0l40 0 0 40 -40 0z", PLACE, false);
  assert.match(between(moves, 0), /^M0\.0 0\.0L.*z$/);
  const [x, y] = moves[0].to[0];
  assert.ok(between(moves, 1).startsWith(`M${x.toFixed(1)} ${y.toFixed(1)}L`));
  const [halfX, halfY] = [x / 2, y / 2];
  assert.ok(between(moves, 0.5).startsWith(`M${halfX.toFixed(1)} ${halfY.toFixed(1)}L`));
});

test("circles and squares are written as short as can be", () => {
  assert.equal(pathAt(PLACE, true), "M90 40h20v20h-20z");
  assert.equal(pathAt(PLACE, false), "M90 50a10 10 0 1 1 20 0a10 10 0 1 1 -20 0z");
});
