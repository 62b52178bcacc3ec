/** Marking, as kit/assessment/marking.py does it; the kinds of question grade. */
const ROUNDING = 1e-9; // Sums of thirds and fifths must not fail by the last bit.

const areEachOf = (chosen, parts, atMost) => Array.isArray(chosen) && chosen.length <= atMost && new Set(chosen).size === chosen.length
  && chosen.every((id) => parts.some((one) => one.id === id));

const isTable = (answer) => answer !== null && typeof answer === "object" && !Array.isArray(answer);

/** Tell whether an answer has the form that its question asks for; what has not is worth nothing. */
function hasForm({ kind, options, steps, items, groups, findings }, answer) {
  if (steps) return areEachOf(answer, steps, steps.length) && answer.length === steps.length;
  if (items) return isTable(answer) && areEachOf(Object.keys(answer), items, items.length) && areEachOf([...new Set(Object.values(answer))], groups, items.length);
  if (kind === "true-false" || kind === "decide") {
    const verdicts = findings ?? ["true", "false"];
    return isTable(answer) && Object.keys(answer).length === 2 && verdicts.includes(answer.verdict) && areEachOf([answer.reason], options, 1);
  }
  return options ? areEachOf(answer, options, kind === "single" ? 1 : options.length) : typeof answer === "string";
}

/** Return the grade of one answer, from 0 to 1. */
export function scoreOf(kinds, view, answer) {
  if (answer === undefined || answer === null || !hasForm(view, answer)) return 0;
  const isTyped = typeof answer === "string";
  if (isTyped && ["first", "unread"].some((lack) => kinds[view.kind].lacks(view, answer).endsWith(lack))) return 0;
  return kinds[view.kind].grade(view, answer).score;
}

const add = (one, other) => ({ points: one.points + other.points, most: one.most + other.most });
const total = (tallies) => tallies.reduce(add, { points: 0, most: 0 });

/** Return the share of the points, from 0 to 1. */
export const shareOf = ({ points, most }) => (most ? points / most : 0);

/** Tell whether the points are so many percent of the most, or more. */
export const reaches = (tally, percent) => shareOf(tally) * 100 >= percent - ROUNDING;

function sums(tallies, groupOf, order) {
  const groups = order.map((group) => [group, [...tallies.keys()].filter((slug) => groupOf(slug) === group)]);
  return new Map(groups.filter(([, slugs]) => slugs.length).map(([group, slugs]) => [group, total(slugs.map((slug) => tallies.get(slug)))]));
}

const once = (list) => [...new Set(list)];

/**
 * Mark the answers to the questions that were drawn; what is missing or unfinished is 0.
 *
 * Objectives are keyed by "lesson/objective"; all stand in the order of the blueprint. `short` names
 * the lessons below their minimum.
 */
export function mark(exam, form, drawn, scoreFor) {
  const { questions } = exam.forms[form];
  const scores = new Map(drawn.map((slug) => [slug, scoreFor(slug)]));
  const worth = (slug) => exam.points[questions[slug].level];
  const tallies = new Map(drawn.map((slug) => [slug, { points: worth(slug) * scores.get(slug), most: worth(slug) }]));
  const whole = total([...tallies.values()]);
  const lessons = sums(tallies, (slug) => questions[slug].lesson, once(exam.cells.map(([lesson]) => lesson)));
  const short = [...lessons].filter(([, tally]) => !reaches(tally, exam.lesson_percent)).map(([lesson]) => lesson);
  return {
    scores, total: whole, lessons, short,
    objectives: sums(tallies, (slug) => `${questions[slug].lesson}/${questions[slug].objective}`, once(exam.cells.map(([lesson, objective]) => `${lesson}/${objective}`))),
    levels: sums(tallies, (slug) => questions[slug].level, Object.keys(exam.points)),
    isPassed: !short.length && reaches(whole, exam.pass_percent),
  };
}
