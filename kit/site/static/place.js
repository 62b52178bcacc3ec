/** The place on a page where a reader is: a cell, and how far below the top it stands. */
const HANDS = ["wheel", "touchmove", "pointerdown", "keydown"];
const KEY = "kit-place";

/** Return where cells begin to be seen: below the head, where it stays in sight. */
function topOf() {
  const head = document.querySelector(".kit-head");
  return head && getComputedStyle(head).position === "sticky" ? head.getBoundingClientRect().bottom : 0;
}

/** Return the first cell in sight, or null at the very top. */
export function readPlace() {
  if (scrollY <= 0) return null;
  const top = topOf();
  for (const cell of document.querySelectorAll(".kit-cell[id]")) {
    const box = cell.getBoundingClientRect();
    if (box.height > 0 && box.bottom > top + 1) return { id: cell.id, offset: box.top - top };
  }
  return null;
}

/** Hold the page at a place while its parts are still growing, until the reader moves. */
export function holdPlace({ id, offset }) {
  const cell = document.getElementById(id);
  if (!cell) return;
  const hold = () => scrollBy({ top: cell.getBoundingClientRect().top - topOf() - offset, behavior: "instant" });
  const growing = new ResizeObserver(hold);
  const letGo = () => {
    growing.disconnect();
    for (const hand of HANDS) removeEventListener(hand, letGo, true);
  };
  for (const hand of HANDS) addEventListener(hand, letGo, { capture: true, passive: true });
  growing.observe(document.getElementById("kit-lesson"));
  hold();
}

/** Leave a place for the page that comes next. */
export function leavePlace(storage, place) {
  try {
    storage.setItem(KEY, JSON.stringify(place));
  } catch {
    // Then the page shows the cell from its top.
  }
}

/** Return the place that the page before has left for this address, or null. */
export function takePlace(storage) {
  const id = decodeURIComponent(location.hash.slice(1));
  if (!id) return null;
  const left = JSON.parse(storage?.getItem(KEY) ?? "null");
  storage?.removeItem(KEY);
  return left?.id === id ? left : { id, offset: 0 };
}
