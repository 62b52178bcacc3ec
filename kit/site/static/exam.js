/** The assessment on a page: the widget of JupyterLab before a desk that stands in the browser. */
import { makeAssessment } from "../../widgets/assessment.js";
import { h } from "../../widgets/dom.js";
import { makeDesk } from "./desk.js";
import { makeModel } from "./model.js";
import { readClock } from "./moments.js";
import { showSheet } from "./record.js";
import { makeSitting } from "./sitting.js";

const areSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Hand what is in the outbox of a model to a desk, and show what comes of it. */
function answer(model, desk) {
  const outbox = model.get("outbox");
  if (!outbox.length) return;
  const message = desk.keep(outbox);
  const kept = outbox.map(({ id }) => id);
  const { phase, ...state } = desk.state();
  // What the learner sees changes as one; the phase is told last.
  const changes = { ...state, notice: message || state.notice, kept, phase };
  for (const [name, value] of Object.entries(changes)) if (!areSame(model.get(name), value)) model.set(name, value);
}

/**
 * Show one form of the assessment.
 *
 * @param {object} exam - As kit/site/exams.py gives it, with all words.
 * @param {Object<string, object>} views - Every question of the form, with its key.
 * @param {?number} minutes - The time for an attempt, if the notebook gives one.
 */
export function showAssessment(el, { exam, form, minutes, views, kinds, language, log, notify }) {
  const sitting = makeSitting({ log, exam, form, views, kinds, minutes, language, now: () => readClock().moment });
  const board = h("div");
  const sheet = h("div", { className: "kit-sheet" });
  const hand = (made, attempt) => showSheet(sheet, made, attempt, exam.words);
  const desk = makeDesk({ sitting, exam, form, views, language, notify, hand });
  const values = { plan: desk.plan(), words: exam.words, record: {}, outbox: [], kept: [], ...desk.state() };
  const model = makeModel(values, () => queueMicrotask(() => answer(model, desk)));
  model.on("change:phase", () => sheet.replaceChildren());
  el.replaceChildren(board, sheet);
  makeAssessment(kinds).render({ model, el: board });
}
