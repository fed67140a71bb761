// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { ring, stacks } from "../../geo/web/src/stacks.js";

test("a circle is in a later path than every larger one it overlaps, and no later than need be", () => {
  // From left to right: a large one, two that stand on it apart, one on one of those, one far off.
  const circles = [
    { x: 0, y: 0, r: 10 },
    { x: 100, y: 0, r: 6 },
    { x: -8, y: 0, r: 5 },
    { x: 8, y: 0, r: 5 },
    { x: 13, y: 0, r: 2 },
  ];
  const { levels, more, at } = stacks(circles);
  more(2);
  assert.deepEqual(levels, [0, 0]);
  more();
  assert.deepEqual(levels, [0, 0, 1, 1, 2]);
  assert.deepEqual([at(0, 9), at(-8, 0), at(12, 0), at(100, 5), at(50, 0)], [0, 2, 4, 1, -1]);
});

test("of a thousand at random none meets another of its path", () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  const circles = Array.from({ length: 1000 }, () => ({
    x: random() * 300 - 100,
    y: random() * 200 - 50,
    r: 1 + random() * 7,
  })).sort((a, b) => b.r - a.r);
  const { levels, more, at } = stacks(circles);
  more();
  circles.forEach((a, i) => {
    circles.slice(0, i).forEach((b, j) => {
      if (Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r) assert.ok(levels[i] > levels[j]);
    });
  });
  const [x, y] = [circles[0].x, circles[0].y];
  const there = circles.map((c) => Math.hypot(c.x - x, c.y - y) <= c.r);
  assert.equal(at(x, y), there.lastIndexOf(true));
});

test("of no circles none is at a point", () => {
  assert.equal(stacks([]).at(0, 0), -1);
});

test("a circle of a path begins at its left", () => {
  assert.equal(ring({ x: 10, y: 5, r: 2.04 }, 1), "M8 5a2 2 0 1 0 4.1 0a2 2 0 1 0 -4.1 0z");
});
