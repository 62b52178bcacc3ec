/** What trainers have beside the lessons: pages that look like a lesson's and stay JupyterLab's own. */

const { whyWait } = await import(`./trust.js${new URL(import.meta.url).search}`);

/**
 * Dress a notebook as a guide or a tool. Nothing is locked, since trainers change them; JupyterLab's
 * frame is there for that.
 *
 * @param {object} kit - What all views share.
 * @param {object} panel - The notebook panel.
 * @param {{lesson: object, language: string, isTool: boolean}} claim
 */
export function dressGuide(kit, panel, claim) {
  panel.addClass("kit-lesson");
  panel.addClass("kit-guide");
  panel.node.lang = claim.language;
  kit.frame.name(claim.lesson.title[claim.language], claim.language);
  void kit.frame.show(true);
  if (claim.isTool) void runTool(kit, panel, claim);
}

/** Run a tool as a lesson is run; where it may not run by itself, show its code instead. */
async function runTool({ course, NotebookActions }, panel, { lesson, language }) {
  const { content: notebook, sessionContext } = panel;
  const wait = whyWait(notebook.model, course.shippedCode(lesson, language));
  panel.toggleClass("kit-code", Boolean(wait));
  if (wait) return;
  await sessionContext.ready;
  if (panel.isDisposed) return;
  const cells = notebook.widgets.filter((cell) => cell.model.type === "code");
  await NotebookActions.runCells(notebook, cells, sessionContext);
}
