/** One form of the assessment: drawing from it by blueprint and seed, as kit/assessment/form.py does. */
import { drawLots, sha256 } from "./sha256.js";

const ofCell = (questions, [lesson, objective, level]) => Object.keys(questions).filter((slug) => {
  const one = questions[slug];
  return one.lesson === lesson && one.objective === objective && one.level === level;
});

/** Return the questions of one attempt, mixed; the same seed draws the same ones anywhere. */
export function drawQuestions(exam, form, seed) {
  const { questions } = exam.forms[form];
  const drawn = exam.cells.flatMap((cell) => drawLots(ofCell(questions, cell), (slug) => `${seed}/${slug}`).slice(0, cell[3]));
  return drawLots(drawn, (slug) => `${seed}/order/${slug}`);
}

/** Return the version of each question of a form. */
export const versionsOf = (exam, form) => Object.fromEntries(Object.entries(exam.forms[form].questions).map(([slug, { version }]) => [slug, version]));

/** Return a seed that nobody could foresee, in sixteen hexadecimal digits. */
export const drawSeed = () => sha256(crypto.getRandomValues(new Uint32Array(8)).join("-")).slice(0, 16);
