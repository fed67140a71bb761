// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { inTurn } from "../../geo/web/src/turns.js";

test("of 10,000 districts a choice is followed at once", () => {
  const work = () => {};
  assert.equal(inTurn(work, 10_000), work);
});

test("of more, table and names follow in tasks of their own, in that order, once for many choices", async () => {
  /** @type {string[]} */
  const done = [];
  const [table, names] = ["table", "names"].map((part) =>
    inTurn(() => {
      done.push(part);
      queueMicrotask(() => done.push("a task ends"));
    }, 10_001),
  );
  for (let choice = 0; choice < 3; choice += 1) {
    table();
    names();
  }
  assert.deepEqual(done, []);
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(done, ["table", "a task ends", "names", "a task ends"]);
});
