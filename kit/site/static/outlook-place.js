/** The figure of review: what comes back when, and how well each lesson is remembered. */
import { h } from "../../widgets/dom.js";
import { drawOutlook } from "./bars.js";
import { readClock } from "./moments.js";
import { lookBack } from "./outlook.js";
import { LESSON } from "./review.js";

export default {
  selector: '[data-kit-figure="review"]',
  async mount(el, site) {
    const course = await site.load(`packs/${site.language}/review`);
    const words = { ...course.words, ...site.words["site-exam"] };
    const show = () => {
      const { outlook } = lookBack(course, site.log.events(), readClock(), LESSON);
      el.replaceChildren(h("div", { className: "kit-page" }, drawOutlook(outlook, { ...course, words })));
    };
    addEventListener("kit-log", show);
    show();
  },
};
