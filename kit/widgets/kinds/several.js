/** Several options out of more. */
import { choose, gradeSet, keyOf } from "../choices.js";

export default {
  blank: [],
  draw(q, answer, change, ui) {
    let now = answer;
    const pick = (id, isOn) => change((now = [...now.filter((one) => one !== id), ...(isOn ? [id] : [])]));
    return choose("checkbox", ui.order(q.options), answer, pick, ui);
  },
  lacks: (q, answer) => (answer.length ? "" : "choose-first"),
  grade: gradeSet,
  key: keyOf,
};
