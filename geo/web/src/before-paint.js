// @ts-check
// In the head: what needs no script to be read waits one frame for the map: see after-paint.js.
document.documentElement.className = "js early";
// Should a site's policy let this script run and not the other, nothing stays hidden.
setTimeout(() => document.documentElement.classList.remove("early"), 2000);
