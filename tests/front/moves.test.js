// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { DIRECTIONS, neighbour } from "../../geo/web/src/directions.js";
import { positionOf } from "../../geo/web/src/legend-scale.js";

const CROSS = [
  { code: "middle", at: [50, 50] },
  { code: "north", at: [55, 10] },
  { code: "east", at: [90, 50] },
  { code: "far east", at: [95, 50] },
];

test("arrows go to the nearest district in their direction", () => {
  assert.equal(neighbour(CROSS[0], DIRECTIONS.ArrowUp, CROSS), "north");
  assert.equal(neighbour(CROSS[0], DIRECTIONS.ArrowRight, CROSS), "east");
});

test("where there is none they stay", () => {
  assert.equal(neighbour(CROSS[0], DIRECTIONS.ArrowLeft, CROSS), "middle");
});

const FIVE = { edges: [0, 50, 90, 130, 170, 200], colors: ["", "", "", "", ""], unclassed: false };

test("classes are equally wide on the legend, each with its own scale", () => {
  assert.equal(positionOf(FIVE, 0, 0), 0);
  assert.equal(positionOf(FIVE, 200, 4), 1);
  assert.ok(Math.abs((positionOf(FIVE, 196.7, 4) ?? 0) - (4 + 26.7 / 30) / 5) < 1e-12);
});

test("a class of zeros has a block apart, where nothing is pointed at", () => {
  const zeros = { ...FIVE, edges: [0, 0, 10, 20, 30, 40] };
  assert.equal(positionOf(zeros, 0, 0), null);
  assert.equal(positionOf(zeros, 10, 1), 0.25);
});

test("a continuous legend has one scale", () => {
  assert.equal(positionOf({ ...FIVE, unclassed: true }, 50, null), 0.25);
});
