// Proportional circles: area as the total, small over large, the same size at every zoom.
const circles = $("circles");
const STEPS = [1, 1.5, 2, 3, 5, 7];

const largestRadius = () => (stage.clientWidth < 480 ? 16 : 24);
const mostOf = (m) => Math.max(...data.districts.map((d) => d.values[m.id] ?? 0)) || 1;

/** Radius in pixels; 0 for no data and for zero. */
function radiusOf(d) {
  const m = circleMeasure();
  return state.circles && m ? largestRadius() * Math.sqrt(Math.max(0, d.values[m.id] ?? 0) / mostOf(m)) : 0;
}

function drawCircles() {
  const { k } = view();
  const shown = state.circles ? data.districts.filter((d) => radiusOf(d) > 0) : [];
  shown.sort((a, b) => radiusOf(b) - radiusOf(a));
  circles.replaceChildren(
    ...shown.map((d) => make("circle", {
      "data-of": d.code, cx: d.at[0], cy: d.at[1], r: (radiusOf(d) / k).toFixed(2),
    })),
  );
}

/** The largest of 1, 1.5, 2, 3, 5, 7 times a power of ten that is not above `value`. */
function niceBelow(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * Math.max(...STEPS.filter((step) => step * power <= value * (1 + 1e-9)));
}

function circleSteps(m) {
  const top = niceBelow(mostOf(m));
  const middle = niceBelow(top / 3);
  const steps = [top, middle, niceBelow(middle / 3)];
  return m.decimals === 0 ? steps.filter((value) => Number.isInteger(value)) : steps;
}

/** Nested circles on one ground line, each with a line to its value; texts 14 px apart. */
function drawCircleLegend() {
  const holder = $("circle-legend");
  const m = circleMeasure();
  holder.hidden = !state.circles || !m;
  if (holder.hidden) return holder.replaceChildren();
  const most = largestRadius();
  const [height, x] = [2 * most + 10, most + 2];
  const drawn = make("svg", { width: 2 * most + 90, height, "aria-hidden": "true" });
  let last = -Infinity;
  const words = [];
  for (const value of circleSteps(m)) {
    const r = most * Math.sqrt(value / mostOf(m));
    const top = height - 2 - 2 * r;
    const line = Math.max(top, last + 14, 8);
    last = line;
    const text = value.toLocaleString("en-US", { maximumFractionDigits: 6 });
    words.push(text);
    drawn.append(
      make("circle", { cx: x, cy: height - 2 - r, r }),
      make("path", { d: `M${x} ${top}L${2 * most + 10} ${line}h6` }),
      make("text", { x: 2 * most + 20, y: line + 4 }, text),
    );
  }
  const caption = make("p", {}, make("b", {}, t("circles_show", { measure: m.label })), ` ${m.unit}`);
  holder.replaceChildren(caption, drawn);
}

onChange((changed) => {
  if (changed.has("circles") || (changed.has("measure") && state.circles)) {
    drawCircles();
    drawCircleLegend();
  }
});
