// Runs before a page's own scripts; window.__contender is set by the bench just before.
// Finds when the last district is on the screen, and when a district's tooltip is.
(() => {
  const { districts, tooltip, count, canvas } = window.__contender;
  const probe = (window.__probe = { painted: null });
  let asked = false;

  // A frame that was just drawn is on its way to the screen when the task after it runs.
  const afterFrame = (then) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => then(performance.now());
      channel.port2.postMessage(0);
    });

  const settle = () => {
    if (!asked) afterFrame((time) => (probe.painted = time));
    asked = true;
  };

  const visible = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== "hidden" &&
      getComputedStyle(element).opacity > 0;
  };

  const drawn = () => {
    const found = document.querySelectorAll(districts);
    return found.length >= count && visible(found[0]) && visible(found[found.length - 1]);
  };

  if (canvas) {
    // ECharts draws on a canvas and says when a frame is done; its first holds every polygon.
    let library;
    Object.defineProperty(window, "echarts", {
      set: (value) => (library = value),
      get: () => {
        if (library.init && !library.watched) {
          const init = library.init;
          library.watched = true;
          library.init = (...given) => {
            probe.chart = init(...given);
            probe.chart.on("rendered", settle);
            return probe.chart;
          };
        }
        return library;
      },
    });
  } else {
    const look = () => {
      if (!drawn()) return;
      watch.disconnect();
      settle();
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true, attributeFilter: ["d"] });
    addEventListener("load", look);
  }

  const inside = (shape) => {
    const box = shape.getBoundingClientRect();
    const toShape = shape.getScreenCTM().inverse();
    for (const v of [0.5, 0.4, 0.6, 0.3, 0.7]) {
      for (const u of [0.5, 0.4, 0.6, 0.3, 0.7]) {
        const at = [box.left + u * box.width, box.top + v * box.height];
        const point = new DOMPoint(...at).matrixTransform(toShape);
        if (at[1] < innerHeight && shape.isPointInFill(point)) return [...at, box.width * box.height];
      }
    }
    return null;
  };

  // Screen positions inside the largest districts that are in view.
  probe.points = (lonlats, most) => {
    if (canvas) {
      const box = probe.chart.getDom().getBoundingClientRect();
      return lonlats.slice(0, most).map((at) => {
        const [x, y] = probe.chart.convertToPixel({ seriesIndex: 0 }, at);
        return [box.left + x, box.top + y];
      });
    }
    const shapes = [...document.querySelectorAll(districts)].map(inside).filter(Boolean);
    return shapes.sort((a, b) => b[2] - a[2]).slice(0, most);
  };

  const told = () =>
    [...document.querySelectorAll(tooltip)].filter(visible).map((t) => t.textContent).join("");

  // Milliseconds from the next mouse movement to the first frame with another tooltip.
  probe.hover = () => {
    const before = told();
    probe.delay = null;
    addEventListener(
      "mousemove",
      ({ timeStamp }) => {
        const look = () => {
          const now = told();
          if (now && now !== before) afterFrame((time) => (probe.delay = time - timeStamp));
          else requestAnimationFrame(look);
        };
        queueMicrotask(look);
      },
      { once: true, capture: true },
    );
  };
})();
