// The current view as a picture: title, legend, map and source in one SVG, painted on a canvas.
const SCALE = 2;

/** Break a text into lines of at most `width` pixels: between words, in Chinese between characters. */
function wrapped(text, font, width) {
  const lines = [""];
  const pen = make("canvas").getContext("2d");
  pen.font = font;
  for (const word of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g)) {
    if (lines[0] && pen.measureText(lines[0] + word).width > width) lines.unshift("");
    lines[0] += word;
  }
  return lines.reverse();
}

function picture() {
  const { k, x, y, width, height } = view();
  const { fontFamily } = getComputedStyle(main);
  const body = make("g", { transform: "translate(16 8)" });
  let top = 0;
  const write = (text, size, attributes = {}) => {
    const font = `${attributes["font-weight"] || 400} ${size}px ${fontFamily}`;
    for (const line of text ? wrapped(text, font, width) : []) {
      top += size * 1.45;
      body.append(make("text", { y: top, "font-size": size, fill: "var(--text)", ...attributes }, line));
    }
  };
  const faint = { fill: "var(--muted)" };
  const m = measure();
  write(data.title, 20, { "font-weight": 600 });
  write(main.querySelector("header").textContent.slice(data.title.length), 14, faint);
  top += 12;
  write(m.unit ? `${m.label} (${m.unit})` : m.label, 13, { "font-weight": 600 });
  const wide = Math.min(560, width);
  const stops = m.colors.map((color, i, { length: n }) => make("stop", { offset: i / (n - 1), "stop-color": color }));
  if (m.unclassed) body.append(make("linearGradient", { id: "ramp" }, ...stops));
  (m.unclassed ? ["url(#ramp)"] : m.colors).forEach((fill, i, { length: n }) => {
    body.append(make("rect", { x: (i * wide) / n, y: top + 8, width: wide / n, height: 12, fill }));
  });
  const texts = m.unclassed ? [m.breaks[0], m.breaks[m.breaks.length - 1]] : m.breaks;
  texts.forEach((text, i, { length: n }) => {
    const anchor = i ? (i < n - 1 ? "middle" : "end") : "start";
    body.append(make("text", { x: (i * wide) / (n - 1), y: top + 34, "font-size": 12, fill: "var(--text)", "text-anchor": anchor }, text));
  });
  top += 36;
  const gaps = ["missing", "inapplicable"].filter((gap) => data.districts.some((d) => gapOf(d, m) === gap));
  write(gaps.map((gap) => `${gap === "missing" ? "▨" : "▦"} ${t(gap)}`).join("  "), 12);
  if (state.circles) {
    const key = $("circle-legend");
    write(key.firstChild.textContent, 12, { "font-weight": 600 });
    body.append(make("g", { id: key.id, "font-size": 12, transform: `translate(0 ${top})` }, key.lastChild.cloneNode(true)));
    top += 2 * largestRadius() + 16;
  }
  const copy = svg.cloneNode(true);
  copy.removeAttribute("style");
  const place = { x: 0, y: top + 8, width, height, viewBox: `${-x / k} ${-y / k} ${width / k} ${height / k}` };
  for (const key in place) copy.setAttribute(key, place[key]);
  body.append(copy);
  top += 8 + height;
  for (const text of [...data.notes, $("source").textContent, $("approval").textContent]) write(text, 12, faint);
  const [w, h] = [width + 32, top + 24];
  const colours = ["bg", "text", "muted", "land", "accent"].map((name) => `--${name}:${getComputedStyle(main).getPropertyValue(`--${name}`)}`);
  const root = { width: w * SCALE, height: h * SCALE, viewBox: `0 0 ${w} ${h}`, "font-family": fontFamily };
  return make("svg", root, make("style", {}, `${document.querySelector("style").textContent}svg:root{${colours.join(";")}}`),
    make("rect", { width: "100%", height: "100%", fill: "var(--bg)" }), body);
}

async function toPng() {
  const drawn = picture();
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(drawn))}`;
  await image.decode();
  const canvas = make("canvas", { width: image.width, height: image.height });
  canvas.getContext("2d").drawImage(image, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve));
}
