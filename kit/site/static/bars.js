/** Bars with their words: what a figure of Python shows, where no Python draws. */
import { h } from "../../widgets/dom.js";
import { fillForm } from "./moments.js";

const NAMESPACE = "http://www.w3.org/2000/svg";
/** A longer name stands above its bar. */
const SHORT = 30;
const percent = (share) => Math.round(100 * share);
const mean = (list) => list.reduce((all, one) => all + one, 0) / list.length;

function part(tag, values) {
  const node = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(values)) node.setAttribute(name, value);
  return node;
}

/** Draw a bar; its share and the place of its line, if it has one, are in percent. */
function drawBar(share, line, look) {
  const bar = part("svg", { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" });
  bar.append(part("rect", { class: `kit-filled ${look}`, width: share, height: 10 }));
  if (line) bar.append(part("line", { x1: line, x2: line, y1: 0, y2: 10, "vector-effect": "non-scaling-stroke" }));
  return bar;
}

/**
 * Make a list of bars, each with its name before it and its value behind it.
 *
 * @param {{name: string, value: string, share: number, look?: string}[]} rows - `share` in percent.
 * @param {number} line - Where a dashed line stands, in percent.
 */
export const listBars = (rows, line = 0) => h("ul", { className: "kit-bars" }, ...rows.map(({ name, value, share, look = "" }) =>
  h("li", { className: name.length > SHORT ? "kit-long" : "" }, h("span", { textContent: name }), drawBar(share, line, look), h("b", { textContent: value }))));

const sayWeeks = (outlook, words) => fillForm(words["weeks-title"], { n: outlook.weeks[0], total: outlook.total });
const sayMemory = ({ lessons }, words) => fillForm(words["memory-title"], { share: percent(mean([...lessons.values()].flatMap(({ chances }) => chances))) });

/** Say what comes back when, and how lessons are remembered, as kit/figures/review.py says it. */
export function tellOutlook(outlook, { words, lessons }) {
  if (!outlook.total) return words["nothing-begun"];
  const each = [...outlook.lessons].map(([slug, { chances }]) => fillForm(words["lesson-told"], {
    lesson: lessons[slug].title, n: chances.length, share: percent(mean(chances)), least: percent(Math.min(...chances)),
  }));
  const weeks = fillForm(words["weeks-told"], { weeks: outlook.weeks.join(", "), later: outlook.later });
  return [`${sayWeeks(outlook, words)}.`, weeks, `${sayMemory(outlook, words)}.`, ...each].join(" ");
}

/** Draw the outlook: a bar for each week to come, and one for the memory of each lesson. */
export function drawOutlook(outlook, course) {
  const { words, lessons, rules } = course;
  const told = h("figcaption", { textContent: tellOutlook(outlook, course) });
  if (!outlook.total) return h("figure", { className: "kit-figure" }, told);
  const most = Math.max(...outlook.weeks, outlook.later);
  const weeks = [...outlook.weeks, outlook.later].map((n, i) => ({
    name: i < rules.weeks ? fillForm(words["week-of"], { n: i + 1 }) : words.later, value: `${n}`, share: (100 * n) / most,
  }));
  const memories = [...outlook.lessons].map(([slug, { chances }]) => {
    const share = percent(mean(chances));
    return { name: lessons[slug].title, value: fillForm(words.share, { share }), share };
  });
  const aim = percent(rules.aim);
  return h("figure", { className: "kit-figure" },
    h("h3", { textContent: sayWeeks(outlook, words) }), listBars(weeks),
    h("h3", { textContent: sayMemory(outlook, words) }), listBars(memories, aim),
    h("p", {}, h("small", { textContent: fillForm(words["aim-line"], { aim }) })), told);
}
