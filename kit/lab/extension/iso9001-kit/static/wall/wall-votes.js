/** Raised hands, counted beside the options of a question; nobody keeps them. */
import { button, fill, h, plain, sum } from "./dom.js?v=60230861bf86";

/** Return what puts a count of hands beside an option; it remembers them as long as the step lives. */
export function makeVotes(words) {
  const hands = new Map();
  const bars = new Map();

  function drawBars(question) {
    const all = [...hands.entries()].filter(([key]) => key.startsWith(`${question.id}/`));
    const total = sum(all.map(([, n]) => n));
    for (const [key, n] of all) bars.get(key)?.(n, total);
  }

  return function beside(question, part, control) {
    if (!control?.matches("input[type=radio], input[type=checkbox]")) return null;
    const key = `${question.id}/${part.id}`;
    const name = plain(part.text);
    const tally = h("output", { className: "kit-hands-tally" });
    const bar = h("span", { className: "kit-hands-bar", "aria-hidden": "true" }, h("i"));
    const add = (by) => (event) => {
      event.preventDefault(); // or the option itself would be chosen
      hands.set(key, Math.max(0, (hands.get(key) ?? 0) + by));
      drawBars(question);
    };
    const press = (sign, by, word) => {
      const node = button(sign, add(by));
      node.setAttribute("aria-label", fill(words[word], { option: name }));
      return node;
    };
    bars.set(key, (n, total) => {
      tally.textContent = n;
      bar.firstChild.style.inlineSize = `${total ? (100 * n) / total : 0}%`;
    });
    const node = h("span", { className: "kit-hands" }, bar, press("−", -1, "hand-less"), tally, press("+", 1, "hand-more"));
    hands.set(key, hands.get(key) ?? 0);
    queueMicrotask(() => drawBars(question));
    return node;
  };
}
