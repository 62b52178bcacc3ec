/** Steps in order: each is moved up or down. kit/quiz/kinds/order.py holds the same rule. */
import { button, fill, h, plain } from "../dom.js";

/** Return the steps in an order that is never the right one, so that doing nothing is no answer. */
function scramble(q, ui) {
  if (q.is_mixed) return q.steps;
  const mixed = ui.order(q.steps);
  return mixed.every((step, i) => step === q.steps[i]) ? [...mixed.slice(1), mixed[0]] : mixed;
}

/** Return the longest rising part of a sequence; of several, the one that begins first. */
function longestRise(places) {
  const longer = (best, rise) => (rise.length > best.length ? rise : best);
  const rises = [];
  for (let i = places.length - 1; i >= 0; i--) {
    const next = rises.filter((rise) => rise[0] > places[i]).reduce(longer, []);
    rises.unshift([places[i], ...next]);
  }
  const longest = rises.reduce(longer, []);
  return longest.length > 1 ? longest : [];
}

export default {
  blank: null,
  isTelltale: true,
  look: "kit-own",
  says: { right: "in-order", wrong: "out-of-order", "is-partly": "order-partly" },
  draw(q, answer, change, ui) {
    const chosen = answer ? answer.map((id) => q.steps.find((step) => step.id === id)) : scramble(q, ui);
    const list = h("ol", { className: "kit-order" });
    const move = (item, step, by) => {
      const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
      // The other one is moved, because what is moved would lose the focus.
      if (other) item[by < 0 ? "after" : "before"](other);
      const now = [...list.children];
      now.forEach(settle);
      ui.say(fill(ui.words.moved, { item: plain(step.text), n: now.indexOf(item) + 1, total: now.length }));
      if (other) change(now.map((one) => one.dataset.id));
    };
    const mover = (item, step, by, sign, word) => {
      const node = button(sign, () => move(item, step, by));
      node.setAttribute("aria-label", fill(ui.words[word], { item: plain(step.text) }));
      return node;
    };
    // What is revealed stands in the right order, where signs on what was given would mislead.
    const shown = ui.isOpen ? q.steps.map((step) => (ui.isRevealed ? { ...step, id: "" } : step)) : chosen;
    for (const step of shown) {
      const item = h("li");
      item.dataset.id = step.id;
      const movers = ui.isAnswered ? null : h("span", { className: "kit-movers" }, mover(item, step, -1, "↑", "move-up"), mover(item, step, 1, "↓", "move-down"));
      item.append(ui.row(step, movers));
      list.append(item);
    }
    const settle = (item, i, all) => {
      const [up, down] = item.querySelectorAll("button");
      up?.setAttribute("aria-disabled", i === 0);
      down?.setAttribute("aria-disabled", i === all.length - 1);
    };
    [...list.children].forEach(settle);
    return [list];
  },
  lacks: (q, answer) => (answer ? "" : "order-first"),
  grade(q, answer) {
    const places = answer.map((id) => q.steps.findIndex((step) => step.id === id));
    const pairs = places.flatMap((first, i) => places.slice(i + 1).map((second) => first < second));
    const staying = longestRise(places);
    const parts = Object.fromEntries(answer.map((id, i) => [id, staying.includes(places[i])]));
    return { score: Math.max(0, 2 * pairs.filter(Boolean).length - pairs.length) / pairs.length, parts };
  },
  key: () => ({}),
};
