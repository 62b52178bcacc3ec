/** The foot of a lesson: the ways to the lesson before and the lesson after. */

const { h } = await import(`./dom.js${new URL(import.meta.url).search}`);

/** The notebook answers these by taking the focus or a key for itself; they stop at the foot. */
const KEPT = ["focusin", "focusout", "mousedown", "keydown"];

/**
 * Make the ways to the neighbours of a lesson.
 *
 * @param {object} view - The lesson's view.
 */
export function makeTurn(view) {
  const { kit, lesson, language, words } = view;
  const way = (step, word, look) => {
    const other = kit.course.neighbour(lesson, step);
    if (!other) return h("span", {});
    const title = h("span", { className: "kit-turn-title" }, look(other.title[language]));
    const button = h("button", { type: "button" }, h("small", {}, words[word]), title);
    button.addEventListener("click", () => view.goTo(other, language));
    return button;
  };
  const node = h(
    "nav",
    { className: "kit-turn", "aria-label": words["other-lessons"] },
    way(-1, "previous", (title) => `← ${title}`),
    way(1, "next", (title) => `${title} →`),
  );
  for (const event of KEPT) node.addEventListener(event, (heard) => heard.stopPropagation());
  return node;
}
