/** Lying over a page: what is below cannot be reached, and no key gets there. */

const canScroll = (node) => node.scrollHeight > node.clientHeight && getComputedStyle(node).overflowY === "auto";

/** Keep a wheel that nothing in a node can use from moving the page below; zooming by it goes on. */
function holdWheel(node, event) {
  let one = event.target;
  while (one !== node && !canScroll(one)) one = one.parentElement;
  if (one === node && !event.ctrlKey) event.preventDefault();
}

/**
 * Lay a node over the page.
 *
 * @param {HTMLElement} node
 * @param {(event: KeyboardEvent) => boolean} takeKey - Hears every key first; tells whether it took it.
 * @returns {() => void} Takes it off again.
 */
export function coverPage(node, takeKey) {
  const others = [...document.body.children].filter((one) => !one.inert);
  const [left, top] = [window.scrollX, window.scrollY];
  const hear = (event) => {
    const { target } = event;
    const isOurs = node.contains(target);
    // What somebody else lays over the page later, such as a question of JupyterLab, keeps its keys.
    if (!isOurs && target !== document.body && !target.closest?.("[inert]")) return;
    const isTaken = takeKey(event);
    if (isTaken) event.preventDefault();
    if (isTaken || !isOurs) event.stopImmediatePropagation();
  };
  for (const one of others) one.inert = true;
  for (const type of ["keydown", "keypress", "keyup", "kit-progress"]) node.addEventListener(type, (event) => event.stopPropagation());
  node.addEventListener("wheel", (event) => holdWheel(node, event), { passive: false });
  window.addEventListener("keydown", hear, true);
  document.body.append(node);
  return () => {
    window.removeEventListener("keydown", hear, true);
    if (document.fullscreenElement === node) document.exitFullscreen();
    for (const one of others) one.inert = false;
    node.remove();
    // A finger may have moved the page all the same.
    window.scrollTo({ left, top, behavior: "instant" });
  };
}

/** Let a node fill the screen, or no longer; `refuse` is called where the browser forbids it. */
export function toggleFullScreen(node, refuse) {
  if (document.fullscreenElement) document.exitFullscreen();
  else if (node.requestFullscreen) node.requestFullscreen().catch(refuse);
  else refuse();
}
