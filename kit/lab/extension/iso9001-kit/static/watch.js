/** Watching what the cells show: the progress of quizzes, and keys that JupyterLab would take. */

const OUTPUT = ".jp-OutputArea-output";
const FOCUSABLE =
  "a[href], audio, button, details, iframe, input, select, summary, textarea, video, [contenteditable], [tabindex]";

/**
 * Watch the outputs of a lesson.
 *
 * @param {object} notebook
 * @param {(done: number, total: number) => void} onProgress - Hears the sum over all quizzes.
 */
export function watchOutputs(notebook, onProgress) {
  const quizzes = new Map();
  const tell = () => {
    const sums = [...quizzes.values()];
    const sum = (part) => sums.reduce((all, quiz) => all + quiz[part], 0);
    onProgress(sum("done"), sum("total"));
  };
  const node = notebook.viewportNode;
  node.addEventListener("kit-progress", ({ detail }) => {
    quizzes.set(detail.quiz, { done: detail.done, total: detail.total });
    tell();
  });
  let isDue = false;
  const look = () => {
    isDue = false;
    keepKeys(node);
    if (countQuizzes(node, quizzes)) tell();
  };
  new MutationObserver(() => {
    if (!isDue) requestAnimationFrame(look);
    isDue = true;
  }).observe(node, { childList: true, subtree: true });
}

/** Core ipywidgets cannot say from Python that a key typed in them is theirs; say it for them. */
function keepKeys(node) {
  for (const output of node.querySelectorAll(OUTPUT)) {
    for (const focusable of output.querySelectorAll(`:is(${FOCUSABLE}):not([data-lm-suppress-shortcuts])`)) {
      focusable.setAttribute("data-lm-suppress-shortcuts", "true");
    }
  }
}

/** A quiz speaks before it is in the page, where nobody hears it; it also writes on its element. */
function countQuizzes(node, quizzes) {
  const unheard = [...node.querySelectorAll("[data-kit-quiz]")].filter((quiz) => !quizzes.has(quiz.dataset.kitQuiz));
  for (const { dataset } of unheard) {
    quizzes.set(dataset.kitQuiz, { done: Number(dataset.kitDone), total: Number(dataset.kitTotal) });
  }
  return unheard.length > 0;
}
