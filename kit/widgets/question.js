/** One question of a quiz: its controls, its feedback and its buttons. */
import { button, fill, h } from "./dom.js";
import { shuffle } from "./shuffle.js";

/** Return what a kind needs to draw its controls as the question stands. */
function makeUi(quiz, question, kind, standing, index) {
  const { words } = quiz;
  const isOpen = quiz.isOpen(question);
  const graded = standing.is_checked ? kind.grade(question, standing.answer).parts : {};
  const key = isOpen ? kind.key(question, graded) : {};
  const say = (word) => words[kind.says?.[word] ?? word];
  const look = (id) => (id in graded ? (graded[id] ? "right" : "wrong") : key[id] ? "missed" : "");
  const SIGNS = { right: `✓ ${say("right")}`, wrong: `✗ ${say("wrong")}`, missed: `✓ ${say("answer")}` };
  return {
    words, graded, isOpen, look, language: quiz.language,
    isAnswered: standing.is_checked || standing.is_revealed,
    isRevealed: standing.is_revealed,
    name: `${quiz.uid}-${index}-`,
    say: (text) => quiz.say(text, false),
    // A new try has a new order; looking at a checked one must not change it.
    order: (list, salt = "") => shuffle(list, `${quiz.seed}/${question.id}/${standing.tries - standing.is_checked}${salt}`),
    row(part, control) {
      const shown = look(part.id);
      // What explains a part that is in the wrong place would tell the right one.
      const isExplained = part.why && (isOpen || graded[part.id] || (part.id in graded && !kind.isTelltale));
      const isField = control?.matches("input, select, .kit-field");
      return h(isField ? "label" : "div", { className: `kit-option ${shown}` }, control, h("span", { className: "kit-text", html: part.text }),
        shown ? h("span", { className: "kit-mark", textContent: SIGNS[shown] }) : null,
        quiz.beside?.(question, part, control),
        isOpen && part.home ? h("p", { className: "kit-home", textContent: fill(words["belongs-to"], { group: part.home }) }) : null,
        isExplained ? h("p", { className: "kit-why", html: part.why }) : null);
    },
  };
}

/** Draw one question into `body`; `quiz.act` hears what the learner does. */
export function drawQuestion(quiz, question, index, body) {
  const { words, isPrediction, act } = quiz;
  const standing = quiz.standing(question);
  const kind = quiz.kinds[question.kind];
  let answer = standing.answer ?? kind.blank;
  const isOpen = quiz.isOpen(question);
  const isAnswered = standing.is_checked || standing.is_revealed;
  const ui = makeUi(quiz, question, kind, standing, index);
  const change = (value) => act(question, "choice", (answer = value));
  const fields = h("fieldset", { disabled: isAnswered, className: kind.look ?? "" },
    h("legend", { html: question.stem, tabIndex: -1 }), ...kind.draw(question, answer, change, ui));
  const asked = quiz.confidence?.draw(quiz, question, ui);

  const press = (word, kindOf, look) => button(words[word], () => act(question, kindOf), look);
  const main = h("button", { className: "kit-main", textContent: words[isPrediction ? "guess" : "check"] });
  const buttons = [];
  if (!isAnswered) buttons.push(main);
  const next = isOpen && quiz.next(index);
  if (next) buttons.push(button(words[next.word], next.go, "kit-main"));
  if (isAnswered && !isPrediction) buttons.push(press("try-again", "retry", isOpen ? "" : "kit-main"));
  if (isAnswered && !isOpen) buttons.push(press("show-answer", "reveal"));
  if (!standing.has_hint && !isOpen && !isPrediction && question.hint) buttons.push(press("hint", "hint", "kit-plain"));
  const points = standing.tries && !isPrediction
    ? h("span", { className: "kit-points", textContent: fill(words.points, { score: quiz.number(standing.best), tries: standing.tries }) }) : null;

  const form = h("form", { noValidate: true }, fields, asked,
    standing.has_changed ? h("p", { className: "kit-hint", textContent: words["has-changed"] }) : null,
    standing.has_hint && question.hint ? h("p", { className: "kit-hint" }, h("b", { textContent: words.hint + ". " }), h("span", { html: question.hint })) : null,
    h("div", { className: "kit-row" }, ...buttons, points));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isAnswered) return;
    const lack = kind.lacks(question, answer) || quiz.confidence?.lacks(quiz, question);
    if (lack) quiz.say(fill(words[lack], { typed: answer }));
    else act(question, "check", answer, kind.grade(question, answer).score);
  });
  body.replaceChildren(form);
}

/** Return what is said when an answer has been checked. */
export function outcome(quiz, question, score) {
  if (quiz.isPrediction) return quiz.words["guess-kept"];
  const word = score === 1 ? "is-right" : score > 0 ? "is-partly" : "is-wrong";
  const said = quiz.words[quiz.kinds[question.kind].says?.[word] ?? word];
  const certainty = quiz.confidence?.tell(quiz, question, "certainty-short") ?? "";
  return `${fill(said, { score: quiz.number(score) })} ${certainty}`.trim();
}
