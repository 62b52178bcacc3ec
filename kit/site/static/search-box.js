/** The search of a page: a button and the key / open it, each hit is a link. */
import { button, fill, h } from "../../widgets/dom.js";
import { find, prepare } from "./search.js";

const TYPED_IN = "input, select, textarea, [contenteditable]";

/**
 * Make the button that opens the search of the course; nothing is loaded before.
 *
 * @param {object} words - The words of `[site-search]`.
 * @param {function} load - Gives a promise of the index.
 */
export function makeSearch(words, load) {
  const input = h("input", { type: "search", id: "kit-search-words", autocomplete: "off", spellcheck: false });
  const status = h("p", { className: "kit-search-status", role: "status" });
  const list = h("ol", { className: "kit-search-list" });
  const dialog = h("dialog", { className: "kit-search", "aria-labelledby": "kit-search-title" },
    h("h2", { id: "kit-search-title", textContent: words.title }),
    button(words.close, hide, "kit-search-close"),
    h("label", { htmlFor: input.id, textContent: words.label }), input, status, list);
  const open = button("", show, "kit-search-open");
  open.append(h("span", { className: "kit-unseen", textContent: words.open }));
  open.title = `${words.open} (/)`;
  open.setAttribute("aria-keyshortcuts", "/");
  let places;

  async function show() {
    if (dialog.open) return;
    document.body.append(dialog);
    dialog.showModal();
    input.focus();
    input.select();
    if (places) return;
    status.textContent = words.loading;
    try {
      places = prepare(await load());
      search();
    } catch {
      status.textContent = words.lost;
    }
  }

  function hide() {
    dialog.close();
    // Where nothing had the focus before, the browser leaves it for a moment in the box that is gone.
    if (dialog.contains(document.activeElement)) document.activeElement.blur();
  }

  function search() {
    if (!places) return;
    const { total, shown } = find(places, input.value);
    const told = !total ? "none" : shown.length < total ? "found-more" : "found";
    status.textContent = total === undefined ? "" : fill(words[told], { n: total, shown: shown.length, query: input.value.trim() });
    list.replaceChildren(...shown.map(draw));
    list.scrollTop = 0;
  }

  function draw({ href, page, heading, snippet }) {
    const link = h("a", { href }, h("b", {}, ...heading.map(drawPart)), h("small", { textContent: page }), h("span", {}, ...snippet.map(drawPart)));
    link.addEventListener("click", hide);
    return h("li", {}, link);
  }

  /** Go up and down between the field and the hits; Enter in the field takes the first. */
  function steer(event) {
    const stops = [input, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") hide();
    else if (event.key === "Enter" && at === 0) stops[1]?.click();
    else if (step && at >= 0) stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
    else return;
    event.preventDefault();
  }

  input.addEventListener("input", search);
  dialog.addEventListener("keydown", steer);
  // A click beside the box, which then is on the dialog itself, closes it.
  dialog.addEventListener("click", (event) => { if (event.target === dialog) hide(); });
  document.addEventListener("keydown", (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
    if (event.key !== "/" || !isPlain || event.target.closest?.(TYPED_IN)) return;
    event.preventDefault();
    show();
  });
  return open;
}

const drawPart = ([text, isHit]) => (isHit ? h("mark", { textContent: text }) : text);
