/** The list of lessons with how far the learner is, counted from the log. */
import { count, fill } from "../../widgets/dom.js";
import { isDone, replay } from "./standings.js";

/** Return how many of the questions of a lesson are done. */
function countDone(asked, events) {
  const standings = replay(events, Object.fromEntries(asked.map(([id, version]) => [id, version])));
  return count(asked, ([id, , isGuess]) => isDone(standings[id], isGuess));
}

export default {
  selector: "[data-course]",
  async mount(el, site) {
    const lessons = await site.load("packs/course");
    const show = () => {
      const events = site.log.events();
      for (const row of el.querySelectorAll("tbody tr")) {
        const asked = lessons[row.querySelector("a").getAttribute("href").replace(".html", "")];
        const bar = row.querySelector("progress");
        if (!bar || !asked) continue;
        bar.value = countDone(asked, events);
        bar.parentElement.lastChild.data = fill(site.words.lesson["done-of"], { done: bar.value, total: asked.length });
      }
    };
    addEventListener("kit-log", show);
    addEventListener("pageshow", show);
    show();
  },
};
