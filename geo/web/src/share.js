// @ts-check
// The page's address, with the view in it, to pass on.
import { t } from "./data.js";
import { byId, on, target } from "./dom.js";
import { say } from "./status.js";
import * as WORDS from "./words.js";

const SHOWN = 2000; // ms that a button says what it has done

async function copy() {
  try {
    await navigator.clipboard.writeText(location.href);
    return true;
  } catch {
    prompt(t(WORDS.copy_link), location.href); // no right to the clipboard: the reader copies it
    return false;
  }
}

export function startShare() {
  const [copyLink, share] = [byId("copy-link"), byId("share")];
  on(copyLink, ["click"], async (event) => {
    if (!(await copy())) return;
    const button = target(event);
    say(t(WORDS.copied));
    button.textContent = t(WORDS.copied);
    setTimeout(() => {
      button.textContent = t(WORDS.copy_link);
    }, SHOWN);
  });
  share.hidden = !navigator.share;
  // A reader who closes the sheet has not made a mistake.
  on(share, ["click"], () =>
    navigator.share({ title: document.title, url: location.href }).catch(() => {}),
  );
}
