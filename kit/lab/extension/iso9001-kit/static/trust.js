/** Whether a notebook may run by itself: only the kit's own code, only if this computer signed it. */

/**
 * Return why a notebook must wait for the reader, as a key of the interface words, or "".
 *
 * @param {object} model - The notebook's model; the server has checked its signature.
 * @param {Set<string>} shipped - The code that the kit ships for this lesson.
 * @returns {"" | "foreign" | "changed"}
 */
export function whyWait(model, shipped) {
  const cells = [...model.cells].filter((cell) => cell.type === "code");
  if (!cells.every((cell) => cell.trusted)) return "foreign";
  return cells.every((cell) => shipped.has(cell.sharedModel.getSource())) ? "" : "changed";
}
