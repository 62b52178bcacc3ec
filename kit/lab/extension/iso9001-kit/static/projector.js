/** The projector mode of a lesson: what its cells show, on the wall. */

const version = new URL(import.meta.url).search;
const [{ hearWallKey, openWall }, { readPlace }] = await Promise.all(
  ["wall/wall", "place"].map((name) => import(`./${name}.js${version}`)),
);

/** Return what a cell shows: its words, or what its outputs hold. */
function readCell(cell) {
  const isWords = cell.model.type === "markdown";
  const nodes = [...cell.node.querySelectorAll(isWords ? ".jp-RenderedMarkdown" : ".jp-OutputArea-output")];
  return { id: cell.model.id, isWords, nodes };
}

/**
 * Show a lesson on the wall, from the step shown last or else from the cell in sight.
 *
 * @param {object} view - The lesson's view.
 */
export function raiseWall(view) {
  const { notebook, kit, language, lesson } = view;
  const home = {
    title: lesson.title[language],
    language,
    words: kit.course.wall[language],
    cells: () => notebook.widgets.map(readCell),
    place: () => readPlace(notebook)?.id ?? notebook.widgets[0]?.model.id,
    arrive: (id) => view.goToCell(id),
    remember: (id) => { view.shownLast = id; },
  };
  return openWall(home, view.shownLast);
}

/** Open the wall by its key, while the lesson is read and nobody types. */
export function awaitWallKey(view) {
  const { panel } = view;
  const isHere = ({ target }) => panel.isVisible && !panel.hasClass("kit-code") && (panel.node.contains(target) || target === document.body);
  panel.disposed.connect(hearWallKey(() => view.openWall(), isHere));
}
