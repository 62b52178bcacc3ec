/** Options to choose from, and the rule for a set of them; kit/quiz/kinds/choice.py holds the same. */
import { count, h } from "./dom.js";

/** Make radio buttons or boxes, one row an option. */
export function choose(type, options, chosen, pick, ui) {
  return options.map((option) => {
    const input = h("input", { type, name: ui.name + type, checked: chosen.includes(option.id) });
    input.addEventListener("change", () => pick(option.id, input.checked));
    return ui.row(option, input);
  });
}

/** Tell of each chosen option whether it is right. */
export const rightness = (options, chosen) =>
  Object.fromEntries(options.filter((one) => chosen.includes(one.id)).map((one) => [one.id, !!one.ok]));

/** Tell of every option whether it is right. */
export const keyOf = (q) => rightness(q.options, q.options.map((one) => one.id));

/** Grade a set: the share of what belongs to it less the share of what does not. */
export function gradeSet(q, answer) {
  const parts = rightness(q.options, answer);
  const right = count(q.options, (one) => one.ok);
  const others = q.options.length - right;
  const hits = count(Object.values(parts), Boolean);
  return { score: Math.max(0, (hits * others - (answer.length - hits) * right) / (right * others)), parts };
}
