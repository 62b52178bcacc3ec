/** A verdict and the reason for it; kit/quiz/kinds/verdict.py holds the same rule. */
import { choose, keyOf, rightness } from "./choices.js";
import { h } from "./dom.js";

/** Make a kind from its verdicts, `list(q)`, and those of them that are right, `right(q)`. */
export const verdictKind = ({ list, right, className, lack }) => ({
  blank: { verdict: null, reason: null },
  draw(q, answer, change, ui) {
    const now = { ...answer };
    const set = (name) => (id) => change(Object.assign(now, { [name]: id.replace(":", "") }) && { ...now });
    const verdicts = list(q).map((id) => ({ id: ":" + id, text: ui.words[id] }));
    const reasons = { ...ui, name: ui.name + "r" };
    return [
      h("div", { className }, ...choose("radio", verdicts, [":" + answer.verdict], set("verdict"), ui)),
      h("fieldset", {}, h("legend", { textContent: ui.words.because }),
        ...choose("radio", ui.order(q.options), [answer.reason], set("reason"), reasons)),
    ];
  },
  lacks: (q, answer) => (answer.verdict && answer.reason ? "" : lack),
  grade(q, answer) {
    const isRight = right(q).includes(answer.verdict);
    const parts = { [":" + answer.verdict]: isRight, ...rightness(q.options, [answer.reason]) };
    return { score: isRight ? 0.5 + 0.5 * parts[answer.reason] : 0, parts };
  },
  // Where several verdicts can be defended, one that was given stands for all.
  key: (q, graded) => ({ [":" + right(q)[0]]: !right(q).some((id) => graded[":" + id]), ...keyOf(q) }),
});
