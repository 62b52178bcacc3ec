/** JupyterLab's own frame: out of the way of a lesson, back for those who look at its code. */

const BARS = ["top", "menu"];
const SIDES = ["left", "right"];

/**
 * Return a function that shows or hides menu and side bars, where the kit's launcher serves
 * lessons and nothing else; elsewhere the frame belongs to the user and stays as it is.
 *
 * @param {object} app
 * @param {boolean} isForLessonsOnly
 * @returns {(isShown: boolean) => Promise<void>}
 */
export function quietShell(app, isForLessonsOnly) {
  if (!isForLessonsOnly) return async () => {};
  const { shell } = app;
  document.body.classList.add("kit-lessons-only");
  return async (isShown) => {
    await app.restored;
    document.body.classList.toggle("kit-frame", isShown);
    for (const bar of BARS) [...shell.widgets(bar)][0]?.parent.setHidden(!isShown);
    for (const side of SIDES) {
      if (shell.isSideTabBarVisible(side) !== isShown) shell.toggleSideTabBarVisibility(side);
    }
  };
}
