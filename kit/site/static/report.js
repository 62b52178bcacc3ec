/** What a learner reads of their attempts at one form, as kit/reports.py writes it: values in, HTML out. */
import { h } from "../../widgets/dom.js";
import { listBars } from "./bars.js";
import { reaches, shareOf } from "./marking.js";
import { fillForm, partsOfMoment } from "./moments.js";

const MISSING = 1e-9;

/** Return points as they are written: at most two decimals, halves to the even one. */
export function writePoints(value, words) {
  const low = Math.floor(value * 100);
  const isHalf = Number.isInteger(value * 8) && value * 100 - low === 0.5;
  const text = isHalf ? ((low + (low % 2)) / 100).toFixed(2) : value.toFixed(2);
  return text.replace(/\.?0+$/, "").replace(".", words["decimal-mark"]);
}

/** Return the share of the points in whole percent, of which none is given away. */
export const percentOf = (tally) => Math.floor(shareOf(tally) * 100 + MISSING);

/** Write day and time where the learner is. */
const writeMomentIn = (moment, words) => fillForm(words.date, partsOfMoment(moment));

const paragraph = (text) => h("p", { textContent: text });

/** Make a reporter for one form: `introduce`, `report` and `explain`. */
export function makeReporter(exam, form) {
  const { words, lessons } = exam;
  const say = (key, values = {}) => fillForm(words[key], values);
  const aimOf = (objective) => {
    const [lesson, slug] = objective.split("/");
    return lessons[lesson].aims[slug].text;
  };
  const pointsOf = ({ points, most }) => ({ points: writePoints(points, words), most });

  function line({ begun, plan, claim, handedIn }) {
    const date = writeMomentIn(begun, words);
    if (!plan || (handedIn !== null && !claim)) return say("attempt-damaged", { date });
    if (!claim) return say("attempt-open", { date });
    return say(claim.is_passed ? "attempt-passed" : "attempt-failed", { date, ...pointsOf(claim) });
  }

  function listAttempts(attempts) {
    if (!attempts.length) return [];
    return [h("h4", { textContent: words.attempts }), h("ul", {}, ...attempts.map((one) => h("li", { textContent: line(one) })))];
  }

  function verdict(marks) {
    const score = say("score", { ...pointsOf(marks.total), percent: percentOf(marks.total), need: exam.pass_percent });
    const short = say("short", { need: exam.lesson_percent, lessons: marks.short.map((one) => lessons[one].name).join("; ") });
    const word = marks.isPassed ? "passed" : "failed";
    return [
      h("h3", { tabIndex: -1 }, h("span", { className: `kit-verdict-line kit-${word}`, textContent: words[word] })),
      paragraph(score), marks.short.length ? paragraph(short) : null,
    ];
  }

  /** Say what the bars show: how it went, and where most is missing. */
  function find(marks) {
    const rows = [...marks.objectives].map(([objective, { points, most }]) => ({ name: aimOf(objective), missing: Math.max(0, most - points) }));
    const weakest = rows.reduce((found, one) => (one.missing > found.missing ? one : found));
    const second = weakest.missing ? say("figure-weakest", { objective: weakest.name }) : words["figure-even"];
    return `${say(marks.isPassed ? "figure-passed" : "figure-failed", pointsOf(marks.total))}. ${second}.`;
  }

  function figure(marks) {
    const rows = [...marks.objectives].map(([objective, tally]) => ({
      name: aimOf(objective), value: say("points-of", pointsOf(tally)), share: 100 * shareOf(tally),
      look: shareOf(tally) >= 1 ? "kit-full" : reaches(tally, exam.pass_percent) ? "" : "kit-low",
    }));
    const note = h("p", {}, h("small", { textContent: say("figure-line", { need: exam.pass_percent }) }));
    return [
      h("h4", { textContent: words["by-objective"] }),
      h("figure", { className: "kit-figure" }, h("figcaption", { textContent: find(marks) }), listBars(rows, exam.pass_percent), note),
    ];
  }

  /** List the objectives with points missing, each with a link to where its lesson explains it. */
  function again(marks) {
    const missed = [...marks.objectives].filter(([, { points, most }]) => most - points > MISSING).map(([objective]) => objective);
    if (!missed.length) return [paragraph(words["nothing-again"])];
    const rows = missed.map((objective) => {
      const [lesson, slug] = objective.split("/");
      const link = h("a", { textContent: lessons[lesson].name });
      link.setAttribute("href", lessons[lesson].aims[slug].href);
      return h("li", {}, link, `: ${aimOf(objective)}`);
    });
    return [h("h4", { textContent: words["look-again"] }), h("ul", {}, ...rows), marks.isPassed ? null : paragraph(words["other-form"])];
  }

  function table(heading, rows) {
    const body = rows.map(([name, tally]) => h("tr", {}, h("th", { scope: "row", textContent: name }),
      h("td", { textContent: say("points-of", pointsOf(tally)), "data-head": words.points })));
    const head = h("tr", {}, h("th", { textContent: words.what }), h("th", { textContent: words.points }));
    return [h("h4", { textContent: words[heading] }), h("div", { className: "kit-table" }, h("table", {}, h("thead", {}, head), h("tbody", {}, ...body)))];
  }

  const write = (nodes) => h("div", {}, ...nodes).innerHTML;
  const explain = (word, { begun }) => say(word, { date: writeMomentIn(begun, words) });

  return {
    explain,
    /** Say what the assessment asks for, before it is begun. */
    introduce(minutes, attempts) {
      const rules = say("rules", { total: exam.pass_percent, lesson: exam.lesson_percent });
      const n = exam.cells.reduce((all, cell) => all + cell[3], 0);
      const time = minutes ? say("timed", { n: minutes }) : words.untimed;
      return write([say("intro", { n }), rules, time].map(paragraph).concat(listAttempts(attempts)));
    },
    /** Tell how an attempt went, and what to look at again. */
    report({ marks, attempt, trouble }, attempts) {
      const told = trouble ? paragraph(explain(trouble, attempt)) : null;
      if (!marks) return write([told, ...listAttempts(attempts)]);
      return write([
        ...verdict(marks), told, attempt.claim?.reason === "time" ? paragraph(words["by-time"]) : null,
        ...figure(marks), ...again(marks),
        ...table("by-lesson", [...marks.lessons].map(([lesson, tally]) => [lessons[lesson].name, tally])),
        ...table("by-level", [...marks.levels].map(([level, tally]) => [words[level], tally])),
        ...listAttempts(attempts),
      ]);
    },
  };
}
