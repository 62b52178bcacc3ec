/** What an explorer has found: a figure, the same in words, more to read, files to take along. */
import { button, fill, h } from "./dom.js";

// What a unit of a drawing must at least be on the screen, so that its smallest text can be read.
const LEAST_SCALE = 0.95;
// A question of so many letters tells a whole scene, and is set as reading, not as a heading.
const LONG = 120;

/** Make a button that saves a file, without asking any server. */
function drawOffer({ name, label, type, content }) {
  return button(label, () => {
    const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
    const href = URL.createObjectURL(new Blob([bytes], { type }));
    h("a", { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60000);
  });
}

/** Draw buttons anew; whoever stands on one of them stays there. */
function keepFocus(place, draw) {
  const buttons = () => [...place.querySelectorAll("button")];
  const at = buttons().indexOf(document.activeElement);
  draw();
  if (at >= 0) buttons().slice(0, at + 1).at(-1)?.focus({ preventScroll: true });
}

/** Let a figure that is wider than the page scroll in its own box, also by the keys, and say so. */
function watchWidth(canvas, hint, words) {
  const asked = { tabindex: "0", role: "group", "aria-label": words.figure };
  const watch = new ResizeObserver(() => {
    const isWide = canvas.scrollWidth > canvas.clientWidth + 1;
    hint.hidden = !isWide;
    for (const [name, value] of Object.entries(asked)) {
      if (isWide) canvas.setAttribute(name, value);
      else canvas.removeAttribute(name);
    }
  });
  watch.observe(canvas);
  return watch;
}

/** Make the place of a finding. What the learner expected is noted in the model, by state. */
export function makeFinding(model, words) {
  const canvas = h("div", { className: "kit-canvas" });
  const caption = h("figcaption", { "aria-live": "polite", tabIndex: -1 });
  const compare = h("p", { className: "kit-compare", tabIndex: -1 });
  const more = h("div", { className: "kit-page" });
  const offers = h("div", { className: "kit-row" });
  const hint = h("p", { className: "kit-help", hidden: true, textContent: words.sideways });
  const figure = h("figure", { className: "kit-figure" }, canvas, hint, caption);
  const found = h("div", { className: "kit-found" }, compare, figure, more, offers);
  const guess = h("div", { className: "kit-guess" });
  const node = h("div", { className: "kit-stage" }, guess, found);
  const watch = watchWidth(canvas, hint, words);

  function drawGuess(view, key) {
    const answer = (id) => {
      model.set("guessed", { ...model.get("guessed"), [key]: id });
      model.save_changes();
      show(view, key);
      (id ? compare : caption).focus();
    };
    const question = view.ask || words["what-expect"];
    guess.replaceChildren(h("fieldset", {}, h("legend", { className: question.length > LONG ? "kit-scene" : "", textContent: question }),
      h("div", { className: "kit-guesses" }, ...view.guesses.map(({ id, label }) => button(label, () => answer(id)))),
      button(words["without-guess"], () => answer(""), "kit-plain")));
  }

  function drawCompare(view, guessed) {
    const chosen = view.guesses.find(({ id }) => id === guessed);
    compare.hidden = !chosen;
    if (chosen) compare.replaceChildren(h("b", { textContent: fill(words["your-guess"], { guess: chosen.label }) }), ` ${view.compare[guessed]}`);
  }

  /** Show a finding; where a guess is asked for first, only the question. Return whether it is. */
  function show(view, key) {
    const guessed = model.get("guessed")[key];
    const isHeld = view.guesses.length > 0 && guessed === undefined;
    // The question stands in the place of the figure, and takes as much of it.
    if (!isHeld) node.style.minHeight = "";
    else if (!found.hidden) node.style.minHeight = `${figure.offsetHeight}px`;
    found.hidden = isHeld;
    keepFocus(guess, () => (isHeld ? drawGuess(view, key) : guess.replaceChildren()));
    drawCompare(view, guessed);
    canvas.innerHTML = view.svg;
    canvas.hidden = !view.svg;
    const svg = canvas.querySelector(":scope > svg"); // on a page it may be a list of bars
    if (svg) svg.style.minWidth = `${LEAST_SCALE * svg.viewBox.baseVal.width}px`;
    if (caption.textContent !== view.words) caption.textContent = view.words;
    more.innerHTML = view.more;
    more.hidden = !view.more;
    keepFocus(offers, () => offers.replaceChildren(...view.offers.map(drawOffer)));
    offers.hidden = !view.offers.length;
    return isHeld;
  }

  return { node, show, close: () => watch.disconnect() };
}
