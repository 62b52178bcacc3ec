/** Review on its page: the quiz of today, kept in the log as JupyterLab keeps it. */
import { makeQuiz } from "../../widgets/quiz.js";
import summary from "../../widgets/summary.js";
import { KINDS } from "./kinds.js";
import { isoDay, readClock } from "./moments.js";
import { lookBack } from "./outlook.js";
import { makeQuizModel, versionsOf } from "./quiz-place.js";
import { LESSON, listLessons, planReview, tellRest } from "./review.js";
import { replay } from "./standings.js";

/** Below so many questions, a quiz needs no summary. */
const extrasFor = ({ rules }, questions) => (questions.length < rules.summary_from ? {} : { summary });

export default {
  selector: "[data-kit-review]",
  async mount(el, site) {
    const open = (name) => site.load(`packs/${site.language}/${name}`);
    const course = await open("review");
    const { session } = lookBack(course, site.log.events(), readClock(), LESSON);
    if (!session.questions.length) {
      el.replaceChildren(tellRest(session, site.notice(), course.words));
      return;
    }
    const pools = await Promise.all(listLessons(session, course).map((lesson) => open(`review-${lesson}`)));
    const views = Object.assign({}, ...pools);
    const questions = session.questions.map((name) => views[name]);
    // Who reviews begins anew, whatever was done with the questions elsewhere.
    const here = site.log.events().filter(({ lesson, quiz }) => lesson === LESSON && quiz === isoDay(session.day));
    const standings = replay(here, versionsOf(questions));
    const model = makeQuizModel({ plan: planReview(session, course, site.language), questions, standings }, site);
    el.replaceChildren();
    makeQuiz(KINDS, extrasFor(course, questions)).render({ model, el });
  },
};
