/** How sure the learner is, asked before the check, and the mark for certainty after it. */
import { button, fill, h, sum } from "./dom.js";
import { MARKS, markCertainty } from "./standing.js";

const signed = (mark) => (mark > 0 ? `+${mark}` : `${mark}`.replace("-", "−"));

export default {
  /** Draw the question how sure the learner is, or what came of their answer to it. */
  draw(quiz, question, ui) {
    const { words } = quiz;
    const chosen = quiz.standing(question).confidence;
    if (ui.isAnswered) {
      const text = this.tell(quiz, question, "certainty-mark");
      return text && h("p", { className: "kit-certainty", textContent: text });
    }
    const rows = Object.entries(MARKS).map(([level, [right, wrong]]) => {
      const input = h("input", { type: "radio", name: `${ui.name}sure`, checked: chosen === level });
      input.addEventListener("change", () => quiz.act(question, "confidence", level));
      const worth = fill(words["certainty-worth"], { right: signed(right), wrong: signed(wrong) });
      return h("label", { className: "kit-option" }, input, h("span", { className: "kit-text" }, words[`level-${level}`], h("small", { textContent: worth })));
    });
    return h("fieldset", { className: "kit-sure" }, h("legend", { textContent: words["how-sure"] }), h("div", {}, ...rows));
  },
  /** Tell in some words which mark the last check brought, if the learner had said how sure they were. */
  tell({ words, standing }, question, word) {
    const { is_checked: isChecked, is_solved: isSolved, confidence } = standing(question);
    if (!isChecked || !confidence) return null;
    const mark = signed(markCertainty(confidence, isSolved));
    return fill(words[word], { mark, level: words[`level-${confidence}`] });
  },
  lacks: (quiz, question) => (quiz.standing(question).confidence ? "" : "sure-first"),
  /** Sum up the marks of the first tries, and what the learner was sure of and wrong about. */
  sumUp(quiz) {
    const { words, questions } = quiz;
    const marked = questions.map((question, i) => ({ i, question, mark: quiz.standing(question).mark })).filter(({ mark }) => mark !== null);
    if (!marked.length) return [];
    const total = String(sum(marked.map(({ mark }) => mark))).replace("-", "−");
    const misled = marked.filter(({ mark }) => mark === MARKS.sure[1]);
    return [
      h("h4", { textContent: words["sure-of"] }),
      h("p", { textContent: fill(words["certainty-total"], { mark: total, most: 3 * marked.length }) }),
      h("p", { textContent: misled.length ? words["sure-wrong"] : words["never-sure-wrong"] }),
      h("ul", { className: "kit-misled" }, ...misled.map(({ i, question }) => {
        const item = button("", () => quiz.go(i), "kit-plain");
        item.append(`${i + 1}. `, h("span", { html: question.stem }));
        return h("li", {}, item);
      })),
    ];
  },
};
