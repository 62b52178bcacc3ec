/** The wrong phrases of a text: each is marked by a button. */
import { gradeSet, keyOf } from "../choices.js";
import { h } from "../dom.js";

export default {
  blank: [],
  look: "kit-own",
  says: { right: "mark-right", wrong: "mark-wrong", answer: "mark-answer" },
  draw(q, answer, change, ui) {
    let now = answer;
    const draw = (piece) => {
      const phrase = q.options.find((one) => one.id === piece.id);
      if (!phrase) return h("span", { html: piece.html });
      const node = h("button", { type: "button", html: phrase.text, className: `kit-phrase ${ui.look(phrase.id)}`, "aria-pressed": now.includes(phrase.id) });
      node.addEventListener("click", () => {
        const isOn = !now.includes(phrase.id);
        node.setAttribute("aria-pressed", isOn);
        change((now = [...now.filter((id) => id !== phrase.id), ...(isOn ? [phrase.id] : [])]));
      });
      return node;
    };
    const noted = q.options.filter((one) => ui.isOpen || one.id in ui.graded);
    return [
      h("p", { className: "kit-prose" }, ...q.pieces.map(draw)),
      ...(ui.isAnswered ? noted.map((phrase) => ui.row(phrase, null)) : [h("p", { className: "kit-help", textContent: ui.words["mark-how"] })]),
    ];
  },
  lacks: (q, answer) => (answer.length ? "" : "mark-first"),
  grade: gradeSet,
  key: keyOf,
};
