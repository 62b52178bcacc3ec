/** Going from one lesson notebook to another: the new one opens, the old one closes quietly. */

const VOLATILE = new Set(["execution_count", "outputs"]);

/**
 * Return what a notebook says, without what running it leaves behind.
 *
 * @param {object} panel
 * @returns {string}
 */
export function readContent(panel) {
  const { cells } = panel.context.model.sharedModel.toJSON();
  return JSON.stringify(cells, (key, value) => (VOLATILE.has(key) || key === "trusted" ? undefined : value));
}

/**
 * Open another notebook in the place of this one.
 *
 * @param {object} kit
 * @param {object} view - The lesson to leave; `view.content` is what it said when it was opened.
 * @param {string} path - The notebook to open.
 * @param {object | null} place - Where to scroll, as `readPlace` gives it.
 * @returns {Promise<boolean>} Whether there is such a notebook.
 */
export async function travel(kit, { panel, content }, path, place) {
  const { commands, serviceManager } = kit.app;
  const isThere = await serviceManager.contents.get(path, { content: false }).then(
    () => true,
    () => false,
  );
  if (!isThere) return false;
  if (readContent(panel) !== content) await panel.context.save();
  kit.places.set(path, place);
  const next = await commands.execute("docmanager:open", { path, factory: "Notebook" });
  await next.context.ready;
  await close(panel);
  return true;
}

/** Close a notebook without a question; its kernel has answered everything it was asked. */
async function close(panel) {
  const { sessionContext } = panel;
  await sessionContext.session?.kernel?.requestKernelInfo().catch(() => {});
  await sessionContext.shutdown().catch(() => {});
  panel.dispose();
}

/**
 * Follow a link in the words to another lesson as the foot of the page would.
 *
 * @param {object} view
 */
export function followLinks(view) {
  view.notebook.outerNode.addEventListener("click", (event) => {
    const path = decodeURIComponent(event.target.closest("a[href]")?.pathname ?? "");
    const lesson = view.kit.course.lessonAt(path);
    if (!lesson || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    const spoken = path.split("/").findLast((folder) => view.kit.course.languages.includes(folder));
    const language = spoken ?? view.language;
    if (lesson !== view.lesson || language !== view.language) view.goTo(lesson, language);
  }, true);
}
