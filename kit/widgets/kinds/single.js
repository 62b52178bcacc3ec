/** One option out of several. */
import { choose, keyOf, rightness } from "../choices.js";

export default {
  blank: [],
  draw: (q, answer, change, ui) => choose("radio", ui.order(q.options), answer, (id) => change([id]), ui),
  lacks: (q, answer) => (answer.length ? "" : "choose-first"),
  grade(q, answer) {
    const parts = rightness(q.options, answer);
    return { score: Object.values(parts).some(Boolean) ? 1 : 0, parts };
  },
  key: keyOf,
};
