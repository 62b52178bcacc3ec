/** Guarding a lesson against a stray key or click, while nobody has asked to see its code. */

/** What would cut, move or open a cell if it reached the notebook; the browser still acts on it. */
const STRAY = ["keydown", "dblclick", "contextmenu", "mousedown"];

const isSave = (event) => event.type === "keydown" && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";

/**
 * Guard a notebook.
 *
 * @param {object} panel
 * @returns {(isReading: boolean) => void} Switches the guard.
 */
export function guardReading(panel) {
  let isReading = true;
  const stop = (event) => {
    if (isReading && !isSave(event)) event.stopPropagation();
  };
  // Above the cells, so that widgets hear their own keys, and below whatever listens to commands.
  for (const node of [panel.content.outerNode, panel.content.node, panel.node]) {
    for (const type of STRAY) node.addEventListener(type, stop);
  }
  markKeyboard(panel);
  return (value) => {
    isReading = value;
    for (const cell of panel.content.widgets) lock(cell, value);
  };
}

/** Make a cell read-only in this view; the notebook's metadata, and so the file, stay as they are. */
function lock(cell, isLocked) {
  cell.syncEditable = !isLocked;
  if (isLocked) cell.readOnly = true;
  if (cell.model.type === "markdown") cell.showEditorForReadOnly = !isLocked;
}

/** JupyterLab focuses a cell whenever a notebook opens; a frame around it helps only a keyboard. */
function markKeyboard(panel) {
  const { node } = panel;
  node.addEventListener("keydown", (event) => event.key === "Tab" && panel.addClass("kit-keys"), true);
  node.addEventListener("pointerdown", () => panel.removeClass("kit-keys"), true);
}
