// Proportional circles: area as the total, small over large, the same size at every zoom.
const circles = $("circles");

const largestRadius = () => (stage.clientWidth < 480 ? 16 : 24);
const mostOf = (m) => Math.max(...data.districts.map((d) => d.values[m.id]));

/** Radius in pixels; 0 for no data, for zero, and while circles are off. */
function radiusOf(value) {
  const part = state.circles ? value / mostOf(circleMeasure()) : 0;
  return part > 0 ? largestRadius() * Math.sqrt(part) : 0;
}

const circleOf = (d) => (state.circles ? radiusOf(d.values[circleMeasure().id]) : 0);

function drawCircles() {
  const { k } = view();
  const shown = data.districts.filter(circleOf).sort((a, b) => circleOf(b) - circleOf(a));
  circles.replaceChildren(...shown.map((d) => make("circle", {
    "data-of": d.code, cx: d.at[0], cy: d.at[1], r: (circleOf(d) / k).toFixed(2),
  })));
}

/** Nested circles on one ground line, each with a line to its value; texts 14 px apart. */
function drawCircleLegend() {
  const holder = $("circle-legend");
  holder.hidden = !state.circles;
  if (holder.hidden) return;
  const m = circleMeasure();
  const most = largestRadius();
  const ground = 2 * most + 14;
  const drawn = make("svg", { width: 2 * most + 90, height: ground + 2, "aria-hidden": true });
  let line = ground + 6;
  for (const { value, text } of [...m.circle_steps].reverse()) {
    const r = radiusOf(value);
    line = Math.min(ground - 2 * r, line - 14);
    drawn.append(
      make("circle", { cx: most + 2, cy: ground - r, r }),
      make("path", { d: `M${most + 2} ${ground - 2 * r}L${2 * most + 10} ${line}h6` }),
      make("text", { x: 2 * most + 20, y: line + 4 }, text),
    );
  }
  holder.replaceChildren(make("p", {}, make("b", {}, t("circles_show", { measure: m.label })), ` ${m.unit}`), drawn);
}
