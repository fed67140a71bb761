// @ts-check
// What follows a choice among so many districts takes turns: between them the browser shows what is
// done, and hears what a reader does next.

export const AT_ONCE = 10_000; // districts of which all is done in one task

/**
 * @param {() => void} work
 * @param {number} n districts of the map
 * @returns {() => void} does it, or sees to it that it is done once, in a task of its own
 */
export function inTurn(work, n) {
  if (n <= AT_ONCE) return work;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(work);
  };
}
