/** One form of the assessment on its page. */
import { showAssessment } from "./exam.js";
import { KINDS } from "./kinds.js";

export default {
  selector: "[data-kit-assessment]",
  async mount(el, site) {
    const form = el.dataset.kitAssessment;
    const [exam, views] = await Promise.all(["exam", `form-${form}`].map((name) => site.load(`packs/${site.language}/${name}`)));
    const words = { ...site.words.quiz, ...exam.words, ...site.words["site-exam"] };
    const minutes = Number(el.dataset.minutes) || null;
    showAssessment(el, { exam: { ...exam, words }, form, minutes, views, kinds: KINDS, language: site.language, log: site.log, notify: site.notice });
  },
};
