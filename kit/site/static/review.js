/** Review in words: the plan of the quiz of a day, or that there is none and when the next will be. */
import { h } from "../../widgets/dom.js";
import { fillForm, isoDay, partsOfDay } from "./moments.js";

/** Under this lesson the events of review stand in the log, in every home. */
export const LESSON = "review";

const writeDay = (day, words) => fillForm(words.date, { at: partsOfDay(day) });

/** Say that there is nothing to review, and when there will be. */
export function tellRest({ nextDue }, notice, words) {
  const told = nextDue === null ? words["nothing-begun"] : fillForm(words["nothing-due"], { date: writeDay(nextDue, words) });
  const lines = [told, notice].filter(Boolean).map((text) => h("p", { textContent: text }));
  return h("div", { className: "kit-page" }, h("div", { className: "kit-aims" }, ...lines));
}

/** Return the objectives that questions test, in the order in which these come. */
function listObjectives(questions, { entries, objectives }) {
  const asked = new Map();
  for (const name of questions) asked.set(entries[name].objective, [...(asked.get(entries[name].objective) ?? []), name]);
  return [...asked].map(([slug, ids]) => ({ text: objectives[slug], cell: "", questions: ids }));
}

/** Return the plan of the quiz of a session, as kit/quiz/plan.py plans it for a notebook. */
export function planReview({ day, questions }, course, language) {
  const id = `${LESSON}/${isoDay(day)}`;
  const title = fillForm(course.words.title, { date: writeDay(day, course.words) });
  return { id, title, language, seed: id, keep_order: true, is_prediction: false, objectives: listObjectives(questions, course) };
}

/** Return the lessons whose questions a session needs. */
export const listLessons = ({ questions }, { entries }) => [...new Set(questions.map((name) => entries[name].lesson))];
