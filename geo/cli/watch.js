// The page of `geo watch`: shows the report of the newest build beside the newest map that is right.
const aside = document.querySelector("aside");
const frame = document.querySelector("iframe");
let shown = 0;

const events = new EventSource("events");
events.onmessage = ({ data }) => {
  const { map, ok, heading, text } = JSON.parse(data);
  aside.className = ok ? "" : "wrong";
  aside.querySelector("h1").textContent = heading;
  aside.querySelector("pre").textContent = text;
  document.title = `${ok ? "" : "✗ "}${heading}`;
  // The measure and district in view are in the address of the frame and stay.
  if (map !== shown) frame.contentWindow.location.reload();
  shown = map;
};
events.onerror = () => {
  aside.className = "lost";
  aside.querySelector("h1").textContent = "geo watch has ended";
};
