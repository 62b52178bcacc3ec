/**
 * A quiz, the same in every home: `render({ model, el })` draws the model's state, grades at once
 * as kit/quiz/grading.py does, and puts each thing done into `outbox` until it is `kept`.
 */
import { button, count, fill, h } from "./dom.js";
import { makeOutbox } from "./outbox.js";
import { drawQuestion, outcome } from "./question.js";
import { shuffle } from "./shuffle.js";
import { BLANK, step } from "./standing.js";

const CONTROLS = "input:enabled, select:enabled, fieldset button:enabled";

/**
 * Make the module of a quiz.
 *
 * A kind of question has `blank`, the answer before any; `draw(question, answer, change, ui)`, which
 * gives the controls; `lacks(question, answer)`, the word that tells what is missing or unclear before
 * there is something to check, or ""; `grade(question, answer)`, the rule; `key(question, graded)`,
 * the parts that are right, of which those not graded are shown as the answer. It may say things in
 * words of its own, `says`, have a class for its look, `look`, and declare that what explains a part
 * tells the key, `isTelltale`.
 *
 * @param {Object<string, object>} kinds - The kinds of question that the quiz uses.
 * @param {{summary?: function, confidence?: object}} extras - What else it uses.
 */
export const makeQuiz = (kinds, extras = {}) => ({
  render({ model, el }) {
    const quiz = show(model, el, kinds, extras);
    el.addEventListener("kit-wall", ({ detail }) => { detail.part = show(detail.scratch(model), detail.into, kinds, detail); });
    return quiz.close;
  },
});

/** Draw a quiz; the wall has an outbox of its own, and puts something `beside` an option. */
function show(model, el, kinds, { summary, confidence, openOutbox = makeOutbox, beside }) {
  const words = model.get("words");
  const plan = model.get("plan");
  const all = model.get("questions");
  const questions = plan.keep_order ? all : shuffle(all, plan.seed);
  const total = questions.length;
  const quiz = {
    words, questions, kinds, beside, confidence: plan.is_prediction ? null : confidence,
    seed: plan.seed, language: plan.language, isPrediction: plan.is_prediction, objectives: plan.objectives ?? [],
    uid: "kit" + Math.random().toString(36).slice(2),
    number: (value) => value.toLocaleString(plan.language, { maximumFractionDigits: 2 }),
    standing: (question) => model.get("standings")[question.id] ?? BLANK,
    /** Whether nothing is held back in the present try. */
    isOpen(question) {
      const { is_solved: isSolved, is_revealed: isRevealed, is_checked: isChecked } = quiz.standing(question);
      return isSolved || isRevealed || (quiz.isPrediction && isChecked);
    },
    // Who tries a solved question once more for practice has solved it all the same.
    isSolved: (question) => quiz.standing(question).is_solved || quiz.standing(question).best === 1,
    isDone: (question) => quiz.isSolved(question) || quiz.isOpen(question),
    say(text, isSeen = true) {
      status.textContent = "";
      status.classList.toggle("kit-unseen", !isSeen);
      setTimeout(() => { status.textContent = text; }, 30);
    },
    act, go, next, again,
  };
  const outbox = openOutbox(model, plan.id, words);
  sendLeft();
  // The questions that are gone through, and, behind the last, the summary.
  let round = questions.map((_, i) => i);
  const undone = questions.findIndex((question) => !quiz.isDone(question));
  let current = undone >= 0 ? undone : summary ? total : 0;
  // On the wall the arrow keys turn pages, so that no control takes the focus unasked.
  const start = beside ? "legend" : CONTROLS;

  const place = h("span");
  const tally = h("span");
  const steps = h("nav", { className: "kit-steps", "aria-label": fill(words["questions-in"], { title: plan.title }) });
  const bodies = [...questions, ...(summary ? [summary] : [])].map(() => h("div", { className: "kit-body" }));
  const status = h("p", { className: "kit-status", role: "status", tabIndex: -1 });
  const card = h("section", { className: "kit-quiz", lang: plan.language, "aria-label": plan.title },
    h("header", {}, h("b", { textContent: plan.title }), place, tally), total > 1 ? steps : null, ...bodies, status, outbox.node);
  // A key typed here is meant for the quiz, not for the notebook around it.
  for (const type of ["keydown", "keypress", "keyup"]) el.addEventListener(type, (event) => event.stopPropagation());

  function drawStep(question, i) {
    const { is_checked: checked, is_revealed: revealed } = quiz.standing(question);
    const [sign, word] = quiz.isSolved(question) ? ["✓", words.right] : revealed ? ["○", words.shown] : checked ? ["✗", words.wrong] : ["", ""];
    const label = fill(words["question-of"], { n: i + 1, total }) + (word && !quiz.isPrediction ? ", " + word : "");
    const node = button(`${i + 1}${sign && " " + sign}`, () => go(i, true));
    node.setAttribute("aria-label", label);
    return node;
  }

  function drawFrame() {
    place.textContent = total > 1 && current < total ? fill(words["question-of"], { n: current + 1, total }) : "";
    const solved = count(questions, quiz.isSolved);
    tally.textContent = quiz.isPrediction ? words["not-graded"] : fill(words["solved-of"], { n: solved, total });
    bodies.forEach((body, i) => { body.hidden = i !== current; });
    steps.replaceChildren(...questions.map(drawStep), ...(summary ? [button(words.summary, () => go(total, true))] : []));
    [...steps.children].forEach((node, i) => node.setAttribute("aria-current", i === current ? "step" : "false"));
    const done = count(questions, quiz.isDone);
    Object.assign(el.dataset, { kitQuiz: plan.id, kitDone: done, kitTotal: total });
    el.dispatchEvent(new CustomEvent("kit-progress", { bubbles: true, composed: true, detail: { quiz: plan.id, done, total } }));
  }

  function draw(index) {
    if (index < total) drawQuestion(quiz, questions[index], index, bodies[index]);
    else summary?.(quiz, bodies[index]);
  }

  function go(index, isByStep = false) {
    current = index;
    status.textContent = "";
    draw(index);
    drawFrame();
    (isByStep ? steps.children[index] : bodies[index].querySelector(`h3, ${start}, button`)).focus();
  }

  /** Return where the main button of an open question leads to, and its word. */
  function next(index) {
    const place = round.indexOf(index);
    const isOver = place < 0 || place === round.length - 1;
    if (!isOver) return { word: "next", go: () => go(round[place + 1]) };
    return summary ? { word: "see-summary", go: () => go(total) } : null;
  }

  /** Go through some questions once more. */
  function again(indices) {
    round = indices;
    for (const i of indices) {
      const { is_checked: isChecked, is_revealed: isRevealed } = quiz.standing(questions[i]);
      if (isChecked || isRevealed) act(questions[i], "retry");
    }
    go(indices[0]);
  }

  function act(question, kind, answer = null, score = 0) {
    const event = { id: crypto.randomUUID?.() ?? Date.now() + "-" + Math.random(), question: question.id, version: question.version, kind, answer };
    outbox.send(event, step(quiz.standing(question), event, score));
    if (kind === "choice" || kind === "confidence") return;
    if (kind === "retry") status.textContent = "";
    const index = questions.indexOf(question);
    const body = bodies[index];
    draw(index);
    drawFrame();
    if (kind === "check") quiz.say(outcome(quiz, question, score));
    if (kind === "hint") quiz.say(body.querySelector(".kit-hint:last-of-type").textContent, false);
    if (kind === "reveal") quiz.say(words["is-shown"]);
    // A guess that stands alone leaves no button: what is said of it is where the reader goes on.
    (body.querySelector(kind === "retry" ? start : ".kit-main, .kit-row button") ?? status).focus();
  }

  /** Show the answer to the question in sight, and what is right in what was chosen. */
  function reveal() {
    const question = questions[current];
    const { is_checked: isChecked, answer } = quiz.standing(question);
    const kind = kinds[question.kind];
    if (!isChecked && answer != null && !kind.lacks(question, answer)) act(question, "check", answer, kind.grade(question, answer).score);
    if (!quiz.isOpen(question)) act(question, "reveal");
  }

  /** Tell whether the question in sight has an answer still to be shown; a guess waits for the lesson. */
  function isHidden() {
    return !quiz.isPrediction && current in questions && !quiz.isOpen(questions[current]);
  }

  /** Go so many questions on; return whether there are as many. */
  function turn(by) {
    const isThere = current + by in questions;
    if (isThere) go(current + by);
    return isThere;
  }

  /** Send again what an earlier page or kernel could not keep. */
  function sendLeft() {
    for (const event of outbox.left()) {
      const question = questions.find(({ id, version }) => id === event.question && version === event.version);
      if (!question) continue;
      const score = event.kind === "check" ? kinds[question.kind].grade(question, event.answer).score : 0;
      outbox.send(event, step(quiz.standing(question), event, score));
    }
  }

  bodies.forEach((_, i) => draw(i));
  el.append(card);
  drawFrame();
  return { close: outbox.close, isHidden, reveal, turn };
}
