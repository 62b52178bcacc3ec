/**
 * The wall: a lesson for a whole room, one step at a time, in type that the last row can read. It
 * lies over the page and copies what it shows, so that leaving it gives back everything as it was.
 */
import { button, fill, h } from "./dom.js";
import { drawKeys, makeBar } from "./wall-bar.js";
import { coverPage, toggleFullScreen } from "./wall-cover.js";
import { hearWallKey, isModifier, readKey } from "./wall-keys.js";
import { makeScreen } from "./wall-screen.js";
import { drawStep, listSteps } from "./wall-steps.js";
import { makeTimer } from "./wall-timer.js";

export { hearWallKey };

/**
 * Open the wall over the page.
 *
 * @param {object} home - Where it is opened: `title`, `language` and `words` of the lesson; `cells()`,
 *   what there is to show, as `listSteps` takes it; `place()`, the id of the cell in sight;
 *   `arrive(id)`, which goes to a cell when the wall is left; `remember(id)`, which hears that cell.
 * @param {string} [from] - The cell to begin with.
 * @returns {{leave: () => void}}
 */
export function openWall(home, from = home.place()) {
  const { words, title, language } = home;
  const drawn = new Map(); // by the id of the step
  const before = document.activeElement;
  const begun = home.place();
  let steps = listSteps(home.cells());
  let current = Math.max(0, findStep(from));
  let step = null;

  const status = h("p", { className: "kit-wall-status", role: "status" });
  const timer = makeTimer(words, say, () => openPanel(null));
  const bar = makeBar(words, act, show);
  const screen = makeScreen(words);
  const panels = { timer: timer.panel, keys: drawKeys(words) };
  const dark = button("", () => blank(false), "kit-wall-dark");
  Object.assign(dark, { hidden: true, ariaLabel: words["not-blank"] });
  const body = h("div", { className: "kit-wall-body" }, timer.node, screen.node, ...Object.values(panels), bar.node);
  const node = h("div", { className: "kit-wall", role: "dialog", "aria-modal": "true", lang: language, "aria-label": fill(words.name, { title }) }, body, dark, status);

  function findStep(id) {
    return steps.findIndex(({ cells }) => cells.some((cell) => cell.id === id));
  }

  function say(text) {
    status.textContent = "";
    setTimeout(() => { status.textContent = text; }, 30);
  }

  /** Return a step as it was left, unless what it was made from is gone. */
  function take(one) {
    if (drawn.get(one.id)?.isFresh()) return drawn.get(one.id);
    drawn.get(one.id)?.close();
    const label = fill(words["step-of"], { n: current + 1, total: steps.length }) + " · {title}";
    drawn.set(one.id, drawStep(one, words, label));
    return drawn.get(one.id);
  }

  function show(index) {
    const id = steps[current]?.id;
    const wanted = steps[index]?.id;
    steps = listSteps(home.cells()); // a lesson may still be growing
    current = Math.max(0, findStep(wanted ?? id));
    step = steps.length ? take(steps[current]) : drawStep({ title, cells: [] }, words, "{title}");
    screen.show(step.node);
    bar.show(steps, current, step.hasQuiz());
  }

  function go(index) {
    if (!(index in steps)) return say(words[index < 0 ? "is-first" : "is-last"]);
    show(index);
    step.node.focus({ preventScroll: true });
  }

  /**
   * Go on: down in what is too long for the screen, then through a quiz, then to the next step. A
   * remote has no key but this one, so that it also shows an answer before it leaves the question.
   */
  function forward(by) {
    if (screen.turn(by)) return;
    if (by > 0 && step.isHidden()) return reveal();
    if (!step.turn(by)) return go(current + by);
    screen.see();
    step.node.focus({ preventScroll: true });
  }

  function reveal() {
    if (!step.hasQuiz()) return;
    step.reveal();
    step.node.focus({ preventScroll: true });
    screen.see(step.node.querySelector(".kit-body:not([hidden]) :is(.missed, .right)"));
  }

  function openPanel(name) {
    for (const [one, panel] of Object.entries(panels)) {
      const isOpen = one === name && panel.hidden;
      const hadFocus = panel.contains(document.activeElement);
      panel.hidden = !isOpen;
      bar.open(one, isOpen);
      if (isOpen) (panel.querySelector("button") ?? panel.querySelector("h2")).focus();
      else if (hadFocus) step.node.focus({ preventScroll: true });
    }
  }

  function blank(isDark) {
    dark.hidden = !isDark;
    body.inert = isDark;
    if (isDark) dark.focus();
    else step.node.focus({ preventScroll: true });
  }

  const does = {
    forward: () => forward(1),
    back: () => forward(-1),
    down: () => screen.scroll(1),
    up: () => screen.scroll(-1),
    first: () => go(0),
    last: () => go(steps.length - 1),
    reveal,
    hands: () => bar.press("hands", node.classList.toggle("kit-wall-counting")),
    timer: () => openPanel("timer"),
    keys: () => openPanel("keys"),
    blank: () => blank(true),
    larger: () => say(fill(words["size-now"], { n: screen.resize(1) })),
    smaller: () => say(fill(words["size-now"], { n: screen.resize(-1) })),
    full: () => toggleFullScreen(node, () => say(words["no-full"])),
    leave: () => (Object.values(panels).every((panel) => panel.hidden) ? leave() : openPanel(null)),
  };

  function act(command) {
    bar.wake();
    does[command]();
  }

  /** Do what a key asks for; any key brings a blank screen back. */
  function takeKey(event) {
    const isDark = !dark.hidden;
    const command = isDark ? "" : readKey(event);
    if (isDark && !isModifier(event)) blank(false);
    else if (command) act(command);
    return isDark || Boolean(command);
  }

  /** Follow a link to a cell as a step, any other link of the lesson as the lesson does. */
  function follow(event) {
    const original = event.target.closest("a[href]")?.kitOriginal;
    if (!original || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (original.origin !== location.origin) return;
    event.preventDefault();
    const index = original.hash ? findStep(decodeURIComponent(original.hash.slice(1))) : -1;
    if (index >= 0) return go(index);
    leave();
    original.click();
  }

  /** Give the page back: at the cell shown last, or exactly as it was if that one was in sight. */
  function leave() {
    for (const one of drawn.values()) one.close();
    for (const part of [timer, bar, screen]) part.end();
    uncover();
    const cells = steps[current]?.cells ?? [];
    const isBack = !cells.length || cells.some((cell) => cell.id === begun);
    if (isBack) before?.focus?.({ preventScroll: true });
    else home.arrive(cells[0].id);
    home.remember(cells[0]?.id);
  }

  for (const type of ["pointermove", "pointerdown", "focusin"]) node.addEventListener(type, bar.wake);
  node.addEventListener("click", follow);
  const uncover = coverPage(node, takeKey);
  show(current);
  step.node.focus({ preventScroll: true });
  bar.wake();
  return { leave };
}
