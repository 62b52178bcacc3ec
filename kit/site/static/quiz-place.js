/** A quiz of a lesson: the module that JupyterLab runs, its events kept in the log of the browser. */
import confidence from "../../widgets/confidence.js";
import { makeQuiz } from "../../widgets/quiz.js";
import summary from "../../widgets/summary.js";
import { KINDS } from "./kinds.js";
import { makeModel } from "./model.js";
import { replay } from "./standings.js";

const EXTRAS = { confidence, summary };

/** Return the content version of each question. */
export const versionsOf = (questions) => Object.fromEntries(questions.map(({ id, version }) => [id, version]));

/**
 * Make the model of a quiz: what is done goes into the log, graded.
 *
 * @param {{plan: object, questions: object[], standings: object}} values
 * @param {object} site
 */
export function makeQuizModel(values, site) {
  const { plan, questions } = values;
  const [lesson, quiz] = plan.id.split("/");
  const place = { lesson, quiz, language: plan.language };
  const asked = new Map(questions.map((question) => [question.id, question]));

  function record({ id, question, version, kind, answer }) {
    const score = kind === "check" ? KINDS[asked.get(question).kind].grade(asked.get(question), answer).score : null;
    return { id, question, version, kind, answer, score, ...place };
  }

  const model = makeModel({ outbox: [], kept: [], notice: site.notice(), words: site.words.quiz, ...values }, () => {
    if (!model.get("outbox").length) return;
    const kept = site.log.append(model.get("outbox").map(record));
    model.set("notice", site.notice());
    model.set("kept", kept);
  });
  return model;
}

export default {
  selector: "[data-quiz]",
  async mount(el, site) {
    const { plan, modules, questions } = (await site.pack()).quizzes[el.dataset.quiz];
    const standings = replay(site.log.events(), versionsOf(questions));
    const model = makeQuizModel({ plan, questions, standings }, site);
    const extras = Object.fromEntries(Object.entries(EXTRAS).filter(([name]) => modules.includes(name)));
    el.replaceChildren();
    makeQuiz(KINDS, extras).render({ model, el });
  },
};
