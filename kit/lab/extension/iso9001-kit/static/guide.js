/** A trainer's guide: a notebook of words that looks like a lesson's page and stays JupyterLab's own. */

/**
 * Dress a notebook as a guide. Nothing runs and nothing is locked, since trainers change their guides;
 * JupyterLab's frame is there for that.
 *
 * @param {object} kit - What all views share.
 * @param {object} panel - The notebook panel.
 * @param {{lesson: object, language: string}} claim
 */
export function dressGuide({ frame }, panel, { lesson, language }) {
  panel.addClass("kit-lesson");
  panel.addClass("kit-guide");
  panel.node.lang = language;
  frame.name(lesson.title[language], language);
  void frame.show(true);
}
