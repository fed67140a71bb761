// One state, many followers; the part of it worth sharing stands in the address.
const state = {
  measure: data.measures[0].id,
  district: "", // pinned
  over: "", // under the pointer or the keyboard's focus
  focusClass: null, // a class of the legend, "missing" or "inapplicable"
  circles: false,
};
const followers = [];

const measure = () => measures.get(state.measure);
const onChange = (follow) => followers.push(follow);

/** Change the state; `how` is "push" or "replace" for changes that belong in the address. */
function set(change, how = "") {
  const changed = new Set(Object.keys(change).filter((key) => state[key] !== change[key]));
  if (!changed.size) return;
  Object.assign(state, change);
  for (const follow of followers) follow(changed);
  if (how) remember(how);
}

/** The total that circles show: the one in view, or the map-maker's choice over a rate. */
function circleMeasure() {
  return measure().kind === "total" ? measure() : measures.get(data.circles);
}

function address() {
  const parts = new URLSearchParams({ measure: state.measure });
  if (state.district) parts.set("district", state.district);
  if (state.circles) parts.set("circles", "1");
  return `#${parts}`;
}

/** In an article the reader's back button leaves the article, so a frame adds no history. */
function remember(how) {
  try {
    history[how === "push" && !framed ? "pushState" : "replaceState"](null, "", address());
  } catch {
    // a sandboxed srcdoc has no address of its own
  }
}

function restore() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const wanted = parts.get("measure");
  const district = parts.get("district");
  set({
    measure: measures.has(wanted) ? wanted : data.measures[0].id,
    district: districts.has(district) ? district : "",
    circles: parts.get("circles") === "1" && Boolean(data.circles),
  });
}

function pin(code) {
  const next = state.district === code ? "" : code;
  set({ district: next }, "push");
}

/** A rate beneath the circles says more than the same total twice. */
function setCircles(on) {
  const rate = data.measures.find((m) => m.kind === "rate");
  const change = { circles: on };
  if (on && measure().kind === "total" && rate) change.measure = rate.id;
  set(change, "push");
}
