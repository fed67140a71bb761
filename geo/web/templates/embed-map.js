// The embed's map stands still: it is redrawn when its room changes.
function reveal() {}

new ResizeObserver(layOut).observe(stage);
