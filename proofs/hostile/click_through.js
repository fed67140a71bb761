// Click on every measure, and within each on everything that answers; then look around.
async () => {
  const known = new Set(
    ("html head body meta title style script link main header h1 h2 h3 h4 p form fieldset legend label input span " +
      "button div section b svg g path rect circle line text tspan defs pattern table thead tbody tfoot tr th td " +
      "small ul ol li footer a mark details summary figure figcaption picture source img iframe amp-iframe amp-img geo-map " +
      "time dl dt dd em strong br hr nav article aside code pre kbd abbr use clippath clipPath caption colgroup col " +
      "noscript template select option output progress image canvas i sub sup").split(" "),
  );
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  let clicks = 0;
  const click = (node) => {
    clicks += 1;
    node.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
    node.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  };
  const doc = document.documentElement;
  const wide = () => doc.scrollWidth - doc.clientWidth;
  await frame();
  await frame();
  let overflow = wide();
  const radios = [...document.querySelectorAll("input[type=radio]")];
  for (const radio of radios.length ? radios : [null]) {
    if (radio) radio.click();
    await frame();
    const parts = "button, [data-code], summary, input[type=checkbox], [role=button]";
    const legendBefore = document.querySelector("main")?.dataset.measure;
    if (radio && legendBefore !== undefined && legendBefore !== radio.value) {
      setTimeout(() => { throw new Error(`measure ${radio.value} chosen, ${legendBefore} shown`); });
    }
    for (const node of document.querySelectorAll(parts)) {
      if (node.isConnected && !node.closest("#downloads, [hidden]")) click(node);
      overflow = Math.max(overflow, wide());
    }
    await frame();
    overflow = Math.max(overflow, wide());
  }
  const search = document.querySelector("input[type=search]");
  if (search) {
    search.value = "<x-evil>";
    search.dispatchEvent(new Event("input", { bubbles: true }));
  }
  await frame();
  const foreign = [];
  for (const node of document.querySelectorAll("*")) {
    if (!known.has(node.localName)) foreign.push(`<${node.localName}>`);
    for (const { name, value } of node.attributes) {
      if (name.startsWith("on")) foreign.push(`<${node.localName} ${name}="${value}">`);
      if (/^(href|src|action|srcdoc|data|xlink:href)$/.test(name) && /^\s*(javascript:|vbscript:|data:text)/i.test(value)) {
        foreign.push(`<${node.localName} ${name}="${value}">`);
      }
    }
  }
  return { overflow, clicks, foreign };
}
