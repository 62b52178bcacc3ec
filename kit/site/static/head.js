/** The head of a page: how far one has come, the language at the same place, what can be chosen. */
import { button, fill, h } from "../../widgets/dom.js";
import { leavePlace, readPlace } from "./place.js";
import { isDone, replay } from "./standings.js";
import { versionsOf } from "./quiz-place.js";

const LOOKS = ["system", "light", "dark"];
const LOOK = "kit-look";

/** Show the progress of all quizzes of a page, and follow it. */
export async function showProgress(site) {
  const place = document.querySelector(".kit-progress");
  if (!place || !document.querySelector("[data-quiz]")) return;
  const { lab } = site.words;
  const done = h("i");
  const track = h("div", { className: "kit-track", role: "progressbar", "aria-valuemin": "0", "aria-label": site.words.progress.title }, done);
  const tally = h("span", { className: "kit-tally", "aria-hidden": "true" });
  const quizzes = new Map();

  function show() {
    const all = [...quizzes.values()];
    const [sum, total] = ["done", "total"].map((key) => all.reduce((before, one) => before + one[key], 0));
    const values = { "aria-valuemax": total, "aria-valuenow": sum, "aria-valuetext": fill(lab.progress, { done: sum, total }) };
    for (const [name, value] of Object.entries(values)) track.setAttribute(name, value);
    done.style.inlineSize = `${(100 * sum) / Math.max(total, 1)}%`;
    tally.textContent = `${sum} / ${total}`;
  }

  const pack = await site.pack();
  const events = site.log.events();
  for (const { plan, questions } of Object.values(pack.quizzes)) {
    const standings = replay(events, versionsOf(questions));
    const isOver = ({ id }) => isDone(standings[id], plan.is_prediction);
    quizzes.set(plan.id, { done: questions.filter(isOver).length, total: questions.length });
  }
  show();
  place.append(track, tally);
  document.addEventListener("kit-progress", ({ detail: { quiz, done: its, total } }) => {
    if (quizzes.has(quiz)) quizzes.set(quiz, { done: its, total });
    show();
  });
}

/** Let the way to the other language lead to the same place. */
export function keepPlaces(storage) {
  for (const way of document.querySelectorAll(".kit-languages a")) {
    way.addEventListener("click", () => {
      const place = readPlace();
      way.hash = place ? place.id : "";
      if (place) leavePlace(storage, place);
    });
  }
}

/** Return the choice of light and dark; it is kept, and other pages follow it. */
function makeLooks(words, storage) {
  const root = document.documentElement;
  const chosen = storage?.getItem(LOOK) ?? LOOKS[0];
  const inputs = LOOKS.map((look) => {
    const input = h("input", { type: "radio", name: LOOK, value: look, checked: look === chosen });
    input.addEventListener("change", () => {
      root.dataset.look = look;
      dispatchEvent(new CustomEvent(LOOK));
      try {
        storage.setItem(LOOK, look);
      } catch {
        // Then it lasts as long as the page.
      }
    });
    return h("label", { className: "kit-look" }, input, h("span", { textContent: words[`look-${look}`] }));
  });
  return h("fieldset", {}, h("legend", { textContent: words.look }), ...inputs);
}

/** Fill the menu of what can be chosen; it closes by Escape and when the reader goes elsewhere. */
export function fillMenu(site, print) {
  const menu = document.querySelector(".kit-menu");
  if (!menu) return;
  const words = site.words.site;
  menu.querySelector(".kit-menu-in").append(makeLooks(words, site.storage), button(words.print, () => {
    menu.open = false;
    print();
  }));
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!menu.contains(target)) menu.open = false;
  });
}
