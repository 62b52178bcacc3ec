/**
 * The wall: a lesson for a whole room, one step at a time, in type that the last row can read. It
 * lies over the page and copies what it shows, so that leaving it gives back everything as it was.
 */
import { button, fill, h } from "./dom.js";
import { drawKeys, makeBar } from "./wall-bar.js";
import { asksForWall, isModifier, readKey } from "./wall-keys.js";
import { makeScreen } from "./wall-screen.js";
import { drawStep, listSteps } from "./wall-steps.js";
import { makeTimer } from "./wall-timer.js";

export { asksForWall };

/**
 * Open the wall over the page.
 *
 * @param {object} home - Where it is opened: `title`, `language` and `words` of the lesson; `cells()`,
 *   what there is to show, as `listSteps` takes it; `place()`, the id of the cell in sight;
 *   `arrive(id)`, which goes to a cell when the wall is left.
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

  /** Go on: down in what is too long for the screen, then through a quiz, then to the next step. */
  function forward(by) {
    if (screen.turn(by)) return;
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

  function fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else node.requestFullscreen?.().catch(() => say(words["no-full"]));
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
    full: fullScreen,
    leave: () => (Object.values(panels).every((panel) => panel.hidden) ? leave() : openPanel(null)),
  };

  function act(command) {
    bar.wake();
    does[command]();
  }

  /** Hear every key before anything else does: none may reach what lies below. */
  function hear(event) {
    const { target } = event;
    const isOurs = node.contains(target);
    if (!isOurs && target !== document.body && !target.closest?.("[inert]")) return;
    const command = dark.hidden ? readKey(event) : isModifier(event) ? "" : "light";
    if (!isOurs || command) event.stopImmediatePropagation();
    if (!command) return;
    event.preventDefault();
    if (command === "light") blank(false);
    else act(command);
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

  const others = [...document.body.children].filter((one) => !one.inert);

  function leave() {
    window.removeEventListener("keydown", hear, true);
    if (document.fullscreenElement === node) document.exitFullscreen();
    for (const one of others) one.inert = false;
    for (const one of drawn.values()) one.close();
    for (const part of [timer, bar, screen]) part.end();
    node.remove();
    const id = steps[current]?.cells[0].id;
    const isBack = !id || steps[current].cells.some((cell) => cell.id === begun);
    if (isBack) before?.focus?.({ preventScroll: true });
    else home.arrive(id);
    home.remember?.(id);
  }

  for (const one of others) one.inert = true;
  window.addEventListener("keydown", hear, true);
  for (const type of ["keydown", "keypress", "keyup", "kit-progress"]) node.addEventListener(type, (event) => event.stopPropagation());
  for (const type of ["pointermove", "pointerdown", "focusin"]) node.addEventListener(type, bar.wake);
  node.addEventListener("click", follow);
  document.body.append(node);
  show(current);
  step.node.focus({ preventScroll: true });
  bar.wake();
  return { leave };
}
