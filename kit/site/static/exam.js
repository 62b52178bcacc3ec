/** The assessment on a page: the widget of JupyterLab before a desk that stands in the browser. */
import { makeAssessment } from "../../widgets/assessment.js";
import { h } from "../../widgets/dom.js";
import { makeDesk } from "./desk.js";
import { isKey } from "./log.js";
import { makeModel } from "./model.js";
import { readClock } from "./moments.js";
import { showSheet } from "./record.js";
import { makeSitting } from "./sitting.js";

const areSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Show what a desk has now; what the learner sees changes as one, and the phase is told last. */
function show(model, desk, message = "", more = {}) {
  const { phase, ...state } = desk.state();
  const changes = { ...state, notice: message || state.notice, ...more, phase };
  for (const [name, value] of Object.entries(changes)) if (!areSame(model.get(name), value)) model.set(name, value);
}

/** Hand what is in the outbox of a model to a desk, and show what comes of it. */
function answer(model, desk) {
  const outbox = model.get("outbox");
  if (!outbox.length) return;
  const message = desk.keep(outbox);
  show(model, desk, message, { kept: outbox.map(({ id }) => id) });
}

/** Return a text that is another one as soon as an attempt is begun or ended. */
const stageOf = (attempt) => (attempt ? `${attempt.id} ${attempt.handedIn}` : "");

/** Do something without taking the focus from where it is, unless that is in `el`. */
function calmly(el, act) {
  const at = document.activeElement;
  act();
  if (el.contains(at) || at === document.activeElement) return;
  document.activeElement.blur();
  at.focus({ preventScroll: true });
}

/** Follow what another window of the browser begins or hands in, and a file that is brought in. */
function followOthers(el, model, desk, sitting) {
  let stage = stageOf(sitting.current());
  const note = () => { stage = stageOf(sitting.current()); };
  const look = () => {
    const before = stage;
    note();
    if (stage === before) return;
    calmly(el, () => {
      // One attempt has followed upon another: what was drawn of the first must go.
      if (model.get("phase") === "running") model.set("phase", "begin");
      show(model, desk);
    });
  };
  addEventListener("storage", ({ key }) => { if (key === null || isKey(key)) look(); });
  addEventListener("kit-log", look);
  return note;
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
  const model = makeModel(values, () => queueMicrotask(() => {
    answer(model, desk);
    note();
  }));
  model.on("change:phase", () => sheet.replaceChildren());
  el.replaceChildren(board, sheet);
  makeAssessment(kinds).render({ model, el: board });
  const note = followOthers(el, model, desk, sitting);
}
