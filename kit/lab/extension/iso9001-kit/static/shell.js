/** JupyterLab's own frame: out of the way of a lesson, back for those who look at its code. */

const BARS = ["top", "menu"];
const SIDES = ["left", "right"];

/**
 * Return what a lesson may do with the frame, where the kit's launcher serves lessons and nothing
 * else; elsewhere the frame belongs to the user and stays as it is.
 *
 * @param {object} app
 * @param {boolean} isForLessonsOnly
 * @returns {{show: (isShown: boolean) => Promise<void>, name: (title: string, language: string) => void}}
 */
export function takeFrame(app, isForLessonsOnly) {
  if (!isForLessonsOnly) return { show: async () => {}, name: () => {} };
  const { shell } = app;
  document.body.classList.add("kit-lessons-only");
  /** Show or hide menu and side bars. */
  const show = async (isShown) => {
    await app.restored;
    document.body.classList.toggle("kit-frame", isShown);
    for (const bar of BARS) [...shell.widgets(bar)][0]?.parent.setHidden(!isShown);
    for (const side of SIDES) {
      if (shell.isSideTabBarVisible(side) !== isShown) shell.toggleSideTabBarVisibility(side);
    }
  };
  return { show, name: nameWindow() };
}

/** Name the window after the lesson, in its language; JupyterLab would name it after the file. */
function nameWindow() {
  let wanted = document.title;
  const node = document.querySelector("title");
  const keep = () => {
    if (document.title !== wanted) document.title = wanted;
  };
  new MutationObserver(keep).observe(node, { childList: true });
  return (title, language) => {
    wanted = title;
    document.documentElement.lang = language;
    keep();
  };
}
