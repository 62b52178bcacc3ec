/** The place in a lesson where a reader is: a cell, and how far below the top it stands. */

const HANDS = ["wheel", "touchmove", "pointerdown", "keydown"];

/**
 * Return the first cell in sight.
 *
 * @param {object} notebook
 * @returns {{id: string, offset: number} | null} Null at the very top.
 */
export function readPlace(notebook) {
  const scroller = notebook.outerNode;
  if (scroller.scrollTop <= 0) return null;
  const top = scroller.getBoundingClientRect().top;
  for (const cell of notebook.widgets) {
    const box = cell.node.getBoundingClientRect();
    if (box.height > 0 && box.bottom > top + 1) return { id: cell.model.id, offset: box.top - top };
  }
  return null;
}

/**
 * Hold a notebook at a place while its parts are still growing, until the reader moves.
 *
 * @param {object} notebook
 * @param {{id: string, offset: number}} place
 * @returns {() => void} Lets go.
 */
export function holdPlace(notebook, place) {
  const index = notebook.widgets.findIndex((cell) => cell.model.id === place.id);
  if (index < 0) return () => {};
  const { outerNode, viewportNode } = notebook;
  notebook.activeCellIndex = index;
  const { node } = notebook.widgets[index];
  const hold = () => {
    if (!node.isConnected) return; // JupyterLab puts one cell after the other into the page
    const top = outerNode.getBoundingClientRect().top;
    outerNode.scrollTop += node.getBoundingClientRect().top - top - place.offset;
  };
  const growing = new ResizeObserver(hold);
  const letGo = () => {
    growing.disconnect();
    for (const hand of HANDS) outerNode.removeEventListener(hand, letGo, true);
  };
  for (const hand of HANDS) outerNode.addEventListener(hand, letGo, { capture: true, passive: true });
  growing.observe(viewportNode);
  hold();
  return letGo;
}
