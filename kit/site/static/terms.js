/** Cards on the terms in a lesson's text: what a term means, beside where it stands. */
import { h } from "../../widgets/dom.js";

const GAP = 6;
const EDGE = 8;
const hasPopover = "popover" in HTMLElement.prototype;

/**
 * Let each term below a place open its card.
 *
 * @param {Element} root - Where the terms stand, as kit/site/terms.py marks them.
 * @param {object} cards - What the cards show, by the id of the term.
 * @param {object} words - The words of `[site-terms]`.
 */
export function offerCards(root, cards, words) {
  const card = h("div", { className: "kit-card", role: "dialog", tabIndex: -1, hidden: !hasPopover });
  if (hasPopover) card.popover = "auto";
  let owner = null;

  function open(term) {
    close();
    owner = term;
    fillCard(card, term.dataset.term, cards[term.dataset.term], words);
    // Behind its term, so that the tab key goes on from there to the rest of the text.
    term.after(card);
    if (hasPopover) card.showPopover();
    else card.hidden = false;
    term.setAttribute("aria-expanded", "true");
    place(card, term);
    card.focus({ preventScroll: true });
  }

  function close(isBack = false) {
    if (!owner) return;
    const term = owner;
    owner = null;
    term.setAttribute("aria-expanded", "false");
    if (!hasPopover) card.hidden = true;
    else if (card.matches(":popover-open")) card.hidePopover();
    if (isBack) term.focus({ preventScroll: true });
  }

  root.addEventListener("click", (event) => {
    const term = event.target.closest(".kit-term");
    if (!term) return;
    if (term === owner) close(true);
    else open(term);
  });
  // Whoever presses on the term of an open card wants it closed; the browser would close it before
  // the click, and the click open it again.
  root.addEventListener("pointerdown", (event) => {
    if (owner && event.target.closest(".kit-term") === owner) event.preventDefault();
  });
  card.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close(true);
  });
  card.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && relatedTarget !== owner && !card.contains(relatedTarget)) close();
  });
  card.addEventListener("toggle", ({ newState }) => { if (newState === "closed" && owner && !card.matches(":popover-open")) close(); });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!hasPopover && owner && !card.contains(target) && target !== owner) close();
  });
  addEventListener("resize", () => { if (owner) place(card, owner); });
}

function fillCard(card, slug, { term, others, meaning, variant }, words) {
  const title = h("b", { id: "kit-card-title", html: term });
  card.setAttribute("aria-labelledby", title.id);
  card.replaceChildren(
    h("p", {}, title, ...Object.entries(others).map(([lang, html]) => h("span", { lang, html }))),
    h("p", { html: meaning }),
    ...(variant ? [h("p", { html: variant })] : []),
    h("p", {}, h("a", { href: `glossary.html#${slug}`, textContent: words.more })),
  );
}

/** Put a card below its term, or above it where there is more room, and inside the window. */
function place(card, term) {
  // Of a term that is broken over two lines the card goes to the first.
  const { left, top, bottom } = term.getClientRects()[0];
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const below = height - bottom - GAP - EDGE;
  const above = top - GAP - EDGE;
  card.style.maxHeight = "";
  const isBelow = card.offsetHeight <= below || below >= above;
  card.style.maxHeight = `${Math.max(isBelow ? below : above, 96)}px`;
  card.style.left = `${Math.max(EDGE, Math.min(left, width - card.offsetWidth - EDGE))}px`;
  card.style.top = `${isBelow ? bottom + GAP : Math.max(EDGE, top - GAP - card.offsetHeight)}px`;
}
