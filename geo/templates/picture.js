// The current view as a picture: title, legend, map and source in one SVG, painted on a canvas.
const SCALE = 2;
const SHOWN = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin",
  "paint-order", "font-size", "font-weight", "text-anchor", "opacity", "vector-effect", "visibility"];

const colorOf = (name) => getComputedStyle(main).getPropertyValue(name).trim();

/** A copy that carries its styles with it. */
function styled(node) {
  const copy = node.cloneNode(false);
  if (node.nodeType !== 1) return copy;
  const style = getComputedStyle(node);
  if (style.display !== "none") copy.append(...[...node.childNodes].map(styled));
  for (const name of SHOWN) copy.setAttribute(name, style.getPropertyValue(name));
  for (const name of ["style", "class", "id", "tabindex", "role"]) if (node.tagName !== "pattern" || name !== "id") copy.removeAttribute(name);
  return copy;
}

function textLine(text, x, y, size, options = {}) {
  return make("text", { x, y, "font-size": size, fill: colorOf("--text"), ...options }, text);
}

/** Break a text into lines of at most `width` pixels: between words, in Chinese between characters. */
function wrapped(text, size, width) {
  const lines = [""];
  for (const word of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) || []) {
    if (lines[lines.length - 1] && widthOf(lines[lines.length - 1] + word, size) > width) lines.push("");
    lines[lines.length - 1] += word;
  }
  return lines;
}

function paragraph(into, text, y, size, width, options) {
  for (const line of wrapped(text, size, width)) {
    into.append(textLine(line, 0, y + size, size, options));
    y += Math.round(size * 1.45);
  }
  return y;
}

function legendPicture(into, y, width) {
  const m = measure();
  into.append(textLine(`${m.label}${m.unit ? ` (${m.unit})` : ""}`, 0, y + 12, 13, { "font-weight": 600 }));
  const n = m.colors.length;
  const w = Math.min(560, width) / n;
  m.colors.forEach((color, i) => into.append(make("rect", { x: i * w, y: y + 20, width: w, height: 12, fill: color })));
  const texts = m.unclassed ? [m.breaks[0], m.breaks[m.breaks.length - 1]] : m.breaks;
  texts.forEach((text, i) => {
    const anchor = i === 0 ? "start" : i === texts.length - 1 ? "end" : "middle";
    into.append(textLine(text, (i * w * n) / (texts.length - 1), y + 46, 12, { "text-anchor": anchor }));
  });
  return y + 56;
}

function mapPicture(y) {
  const { k, x, y: top, width, height } = view();
  const copy = styled(svg);
  copy.setAttribute("viewBox", `${-x / k} ${-top / k} ${width / k} ${height / k}`);
  for (const [name, value] of Object.entries({ x: 0, y, width, height })) copy.setAttribute(name, value);
  return copy;
}

function picture() {
  const width = stage.clientWidth;
  const body = make("g", { transform: "translate(16 12)", "font-family": getComputedStyle(main).fontFamily });
  let y = paragraph(body, data.title, 0, 20, width, { "font-weight": 600 });
  y = paragraph(body, data.dek, y, 14, width, { fill: colorOf("--muted") });
  y = legendPicture(body, y + 8, width);
  body.append(mapPicture(y));
  y += stage.clientHeight + 8;
  y = paragraph(body, $("source").textContent, y, 12, width, { fill: colorOf("--muted") });
  const whole = make("svg", { width: (width + 32) * SCALE, height: (y + 24) * SCALE, viewBox: `0 0 ${width + 32} ${y + 24}` });
  whole.append(make("rect", { width: "100%", height: "100%", fill: colorOf("--bg") }), body);
  return whole;
}

async function toPng() {
  const drawn = picture();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(drawn))}`;
  await image.decode();
  const canvas = make("canvas", { width: drawn.getAttribute("width"), height: drawn.getAttribute("height") });
  canvas.getContext("2d").drawImage(image, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
