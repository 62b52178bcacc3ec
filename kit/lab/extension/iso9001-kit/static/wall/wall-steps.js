/** The steps of a lesson on the wall: what each shows, and what can be done in it. */
import { fill, h } from "./dom.js?v=60230861bf86";
import { makeNoOutbox, makeScratch, shareModel } from "./wall-scratch.js?v=60230861bf86";
import { makeVotes } from "./wall-votes.js?v=60230861bf86";

const LIVE = "[data-kit-quiz], [data-kit-explorer]";
const ASSESSMENT = "[data-kit-assessment]";
const SEEN = "svg, img, canvas, hr, progress, input, select, .kit-line";
const CONTROLS = "input, select, textarea, button";
/** The sign behind a heading that links to the heading itself. */
const ANCHOR = ':is(h1, h2, h3, h4) > a[href^="#"]';
/** What explains a word in the lesson; on the wall it is a word like others. */
const TERM = ".kit-term";
/** Words of no more letters than this, before something to do or to see, share its screen. */
const INTRODUCTION = 90;

const isEmpty = (node) => !node.textContent.trim() && !node.querySelector(SEEN);
const textOf = (node) => [...node.childNodes].filter((one) => one.nodeName !== "STYLE").map((one) => one.textContent).join(" ").trim();

/**
 * Return the steps of a lesson.
 *
 * @param {{id: string, isWords: boolean, nodes: HTMLElement[]}[]} cells - Nodes whose children are shown.
 * @returns {{id: string, title: string, cells: object[]}[]}
 */
export function listSteps(cells) {
  const steps = [];
  let heading = "";
  for (const cell of cells) {
    const nodes = cell.nodes.filter((node) => !isEmpty(node));
    if (!nodes.length) continue;
    heading = headingOf(nodes[0]) || heading;
    const last = steps.at(-1);
    const isIntroduced = last?.isShort && !cell.isWords;
    const part = { ...cell, nodes };
    if (isIntroduced) Object.assign(last, { cells: [...last.cells, part], isShort: false });
    else steps.push({ id: cell.id, cells: [part], title: titleOf(nodes, heading), isShort: cell.isWords && textOf(nodes[0]).length <= INTRODUCTION });
  }
  return steps;
}

function headingOf(node) {
  const heading = node.querySelector("h1, h2, h3")?.cloneNode(true);
  heading?.querySelector('a[href^="#"]')?.remove();
  return heading?.textContent.trim() ?? "";
}

/** Return the name of a step: that of its quiz or explorer, or the heading that it stands under. */
function titleOf([node], heading) {
  const named = node.querySelector(`:is(${LIVE}) [aria-label]`)?.getAttribute("aria-label");
  return named || heading || textOf(node).slice(0, 40);
}

/** Copy what a node holds; what could be worked in the lesson is only looked at here. */
function copy(node, words) {
  const part = h("div", { className: "kit-wall-copy" }, ...[...node.childNodes].map((one) => one.cloneNode(true)));
  for (const one of part.querySelectorAll("[id]:not(svg *)")) one.removeAttribute("id");
  part.querySelectorAll(ANCHOR).forEach((sign) => sign.remove());
  part.querySelectorAll(TERM).forEach((term) => term.replaceWith(...term.childNodes));
  const links = [...node.querySelectorAll(`a[href]:not(${ANCHOR})`)];
  part.querySelectorAll("a[href]").forEach((link, i) => { link.kitOriginal = links[i]; });
  if (!part.querySelector(CONTROLS)) return [part];
  part.inert = true;
  return [part, h("p", { className: "kit-wall-note", textContent: words["only-in-lesson"] })];
}

/** Ask a quiz or an explorer for a view of its own, or copy it; what can be done in it goes to `parts`. */
function enliven(source, parts, words) {
  const into = h("div");
  const detail = { into, beside: makeVotes(words), scratch: makeScratch, openOutbox: makeNoOutbox, share: shareModel };
  source.dispatchEvent(new CustomEvent("kit-wall", { detail }));
  if (!detail.part) return copy(source, words);
  parts.push(detail.part);
  return [into];
}

function drawNode(node, parts, words) {
  const live = [...node.querySelectorAll(LIVE)];
  if (live.length) return live.flatMap((source) => enliven(source, parts, words));
  if (node.querySelector(ASSESSMENT)) return [h("p", { className: "kit-wall-note", textContent: words["no-assessment"] })];
  return copy(node, words);
}

/**
 * Draw a step. `turn(by)` goes so many questions on inside of it and tells whether it did; `reveal`
 * shows the answer to the question in sight, and `isHidden` tells whether that is still to be done.
 */
export function drawStep(step, words, label) {
  const parts = [];
  const draw = ({ isWords, nodes }) =>
    h("div", { className: isWords ? "kit-wall-words" : "kit-wall-output" }, ...nodes.flatMap((node) => drawNode(node, parts, words)));
  const node = h("section", { className: "kit-wall-step", tabIndex: -1, "aria-label": fill(label, { title: step.title }) }, ...step.cells.map(draw));
  const quiz = () => parts.find((part) => part.reveal);
  return {
    node,
    hasQuiz: () => Boolean(quiz()),
    isHidden: () => Boolean(quiz()?.isHidden()),
    reveal: () => quiz()?.reveal(),
    turn: (by) => Boolean(quiz()?.turn(by)),
    isFresh: () => step.cells.every(({ nodes }) => nodes.every((one) => one.isConnected)),
    close: () => parts.forEach((part) => part.close()),
  };
}
