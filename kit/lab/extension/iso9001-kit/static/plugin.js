/** The plugin: it watches for notebooks that are lessons and gives each its view. */

const version = new URL(import.meta.url).search;
const [{ LessonView }, { dressGuide }, { makeCourse }, { takeFrame }, { travel }] = await Promise.all(
  ["lesson", "guide", "course", "shell", "travel"].map((name) => import(`./${name}.js${version}`)),
);

/**
 * Return a module that JupyterLab shares with its extensions.
 *
 * @param {Record<string, Record<string, {get: Function, from: string}>>} scope
 * @param {string} name
 */
async function use(scope, name) {
  const offers = Object.values(scope[name] ?? {});
  const own = offers.find((offer) => offer.from === "CORE_FEDERATION") ?? offers[0];
  if (!own) throw new Error(`iso9001-kit: JupyterLab does not share ${name}; is it version 4.5 or later?`);
  return (await own.get())();
}

/** Tell whether the kit's own launcher serves this JupyterLab, for lessons and nothing else. */
function isForLessonsOnly() {
  const config = document.getElementById("jupyter-config-data");
  return JSON.parse(config?.textContent ?? "{}").kitLessonsOnly === "true";
}

/** “Back” changes the address only, JupyterLab does not follow: load what the address says. */
function followBack(tracker) {
  window.addEventListener("popstate", () => {
    const shown = tracker.currentWidget?.context.path;
    if (shown && !decodeURIComponent(window.location.pathname).endsWith(shown)) window.location.reload();
  });
}

/**
 * Make the plugin.
 *
 * @param {object} scope - The modules that JupyterLab shares.
 * @param {Promise<object>} facts - What course.json says.
 */
export async function makePlugin(scope, facts) {
  const [{ INotebookTracker, NotebookActions }, { Widget }] = await Promise.all([
    use(scope, "@jupyterlab/notebook"),
    use(scope, "@lumino/widgets"),
  ]);
  return {
    id: "iso9001-kit:lesson-view",
    description: "Opens a lesson of the ISO 9001 teaching kit alive, its code out of sight.",
    autoStart: true,
    requires: [INotebookTracker],
    activate: async (app, tracker) => {
      const frame = takeFrame(app, isForLessonsOnly());
      const course = makeCourse(await facts);
      const kit = { app, course, frame, NotebookActions, Widget, places: new Map() };
      kit.go = (view, path, place) => travel(kit, view, path, place);
      const open = async (panel) => {
        await panel.context.ready;
        if (panel.isDisposed) return;
        const said = panel.context.model.getMetadata("kit");
        const claim = course.recognise(said);
        const aside = course.recogniseAside(said);
        if (claim) new LessonView(kit, panel, claim).open();
        else if (aside) dressGuide(kit, panel, aside);
      };
      if (isForLessonsOnly()) followBack(tracker);
      tracker.widgetAdded.connect((_, panel) => void open(panel));
      tracker.forEach((panel) => void open(panel));
    },
  };
}
