/** How a quiz went: points, by objective, what to look at again, and a way to do so. */
import { button, count, fill, h, sum } from "./dom.js";

/** Make a button that leads to a cell; a home that knows how to go there says so by `preventDefault`. */
function leadTo(cell, html) {
  const node = button("", () => {
    const wish = new CustomEvent("kit-go", { bubbles: true, composed: true, cancelable: true, detail: { cell } });
    const isFree = node.dispatchEvent(wish);
    if (isFree && document.getElementById(cell)) location.hash = cell;
  }, "kit-plain");
  node.append(h("span", { html }));
  return node;
}

/** Draw the objectives with their points, and a way to what explains each that was not reached. */
function drawObjectives(quiz) {
  const { words, objectives, questions, number } = quiz;
  const rows = objectives.map(({ text, cell, questions: ids }) => {
    const standings = questions.filter(({ id }) => ids.includes(id)).map(quiz.standing);
    const points = sum(standings.map(({ best }) => best));
    const score = fill(words["points-of"], { score: number(points), total: ids.length });
    return { text, cell, isReached: points === ids.length, score };
  });
  const missed = rows.filter((row) => !row.isReached && row.cell);
  return [
    h("h4", { textContent: words["by-objective"] }),
    h("ul", { className: "kit-objectives" }, ...rows.map((row) => h("li", {},
      h("span", { className: row.isReached ? "kit-mark" : "", textContent: row.isReached ? "✓" : "○", "aria-hidden": "true" }),
      h("span", { html: row.text }), h("b", { textContent: row.score })))),
    missed.length ? h("h4", { textContent: words["look-again"] }) : null,
    missed.length ? h("ul", { className: "kit-again" }, ...missed.map((row) => h("li", {}, leadTo(row.cell, row.text)))) : null,
  ];
}

/** Draw the summary of a quiz into `body`. */
export default function drawSummary(quiz, body) {
  const { words, questions, objectives, number } = quiz;
  const standings = questions.map(quiz.standing);
  const points = sum(standings.map(({ best }) => best));
  const wrong = questions.flatMap((question, i) => (quiz.isSolved(question) ? [] : [i]));
  const open = count(questions, (question) => !quiz.isDone(question));
  const again = wrong.length ? button(words["only-wrong"], () => quiz.again(wrong), "kit-main") : null;
  const heading = h("h3", { tabIndex: -1, textContent: words.summary });
  body.replaceChildren(h("div", { className: "kit-summary" }, heading,
    h("p", { className: "kit-score", textContent: fill(words["points-got"], { score: number(points), total: questions.length }) }),
    h("p", { textContent: open ? fill(words["still-open"], { n: open }) : wrong.length ? words["not-all-solved"] : words["all-solved"] }),
    ...(objectives.length ? drawObjectives(quiz) : []), ...(quiz.confidence?.sumUp(quiz) ?? []),
    h("div", { className: "kit-row" }, again)));
}
