/** Bars with their words: what a figure of Python shows, where no Python draws. */
import { h } from "../../widgets/dom.js";
import { fillForm } from "./moments.js";

const NAMESPACE = "http://www.w3.org/2000/svg";
/** Where a name is longer, all names of a list stand above their bars. */
const SHORT = 45;
const SMALL = 4;
const LARGE = 8;
const percent = (share) => Math.round(100 * share);
const mean = (list) => list.reduce((all, one) => all + one, 0) / list.length;

function part(tag, values) {
  const node = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(values)) node.setAttribute(name, value);
  return node;
}

const drawing = (...parts) => {
  const node = part("svg", { "aria-hidden": "true" });
  node.append(...parts);
  return node;
};
const dash = (at) => part("line", { class: "kit-dashed", x1: `${at}%`, x2: `${at}%`, y1: 0, y2: "100%" });
const list = (look, rows, draw) => {
  const length = rows.some(({ name }) => name.length > SHORT) ? "kit-long" : "";
  return h("ul", { className: `kit-bars ${look} ${length}`.trim() }, ...rows.map((row) =>
    h("li", {}, h("span", { textContent: row.name }), draw(row), h("b", { textContent: row.value }))));
};

/**
 * Make a list of bars, each with its name before it and its value behind it.
 *
 * @param {{name: string, value: string, share: number, look?: string}[]} rows - `share` in percent.
 * @param {number} line - Where a dashed line stands, in percent; none at 0.
 */
export const listBars = (rows, line = 0) => list("", rows, ({ share, look = "" }) => {
  const bar = part("rect", { class: `kit-filled ${look}`, width: `${share}%`, height: "100%" });
  return drawing(bar, ...(line ? [dash(line)] : []));
});

/** Make a list of spreads: a small dot for each share, in percent, and a large one at their mean. */
const listSpreads = (rows, line) => list("kit-spreads", rows, ({ shares, share }) => {
  const dot = (at, r, look) => part("circle", { class: look, cx: `${at}%`, cy: "50%", r });
  const axis = part("line", { x1: 0, x2: "100%", y1: "50%", y2: "50%" });
  return drawing(axis, dash(line), ...shares.map((one) => dot(one, SMALL, "kit-one")), dot(share, LARGE, "kit-filled"));
});

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
    return { name: lessons[slug].title, value: fillForm(words.share, { share }), share, shares: chances.map((one) => 100 * one) };
  });
  const aim = percent(rules.aim);
  return h("figure", { className: "kit-figure" },
    h("h3", { textContent: sayWeeks(outlook, words) }), listBars(weeks),
    h("h3", { textContent: sayMemory(outlook, words) }), listSpreads(memories, aim),
    h("p", {}, h("small", { textContent: fillForm(words["aim-line"], { aim }) })), told);
}
