// @ts-check
// What follows a choice among so many districts takes turns: between them the browser shows what is
// done, and hears what a reader does next.
import { shapes } from "./dom.js";

const AT_ONCE = 10_000; // districts of which all is done in one task

/**
 * @param {() => void} work
 * @returns {() => void} does it, or sees to it that it is done once, in a task of its own
 */
export function inTurn(work) {
  if (shapes.size <= AT_ONCE) return work;
  let waiting = 0;
  return () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(work);
  };
}
