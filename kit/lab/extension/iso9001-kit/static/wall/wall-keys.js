/** The keys of the wall: what each asks for, and which of them belong to a control instead. */

const NAMED = {
  ArrowRight: "forward", PageDown: "forward", ArrowLeft: "back", PageUp: "back",
  ArrowDown: "down", ArrowUp: "up", Home: "first", End: "last", Escape: "leave", F5: "full",
  NumpadAdd: "larger", NumpadSubtract: "smaller", NumpadDecimal: "blank",
};
const SIGNS = { ".": "blank", "+": "larger", "=": "larger", "-": "smaller", "−": "smaller", "?": "keys" };
const LETTERS = { b: "blank", r: "reveal", t: "timer", h: "hands", f: "full" };

const TURNS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
const PAGES = ["Home", "End", "PageUp", "PageDown"];
const TYPING = "select, textarea, [contenteditable], input:not([type=radio], [type=checkbox], [type=range], [type=button], [type=submit])";
/** What a control does with a key itself; whoever types, types everything but these few. */
const OWN = [
  ["input[type=radio]", [...TURNS, "Space"]],
  ["input[type=range]", [...TURNS, ...PAGES]],
  ["button, summary, input[type=checkbox], input[type=button], input[type=submit]", ["Space", "Enter"]],
  ["[tabindex='0']:not(.kit-wall-stage)", TURNS],
];

/** Return the Latin letter of a key, also where the layout of the keyboard is another one. */
function letterOf({ key, code }) {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^Key[A-Z]$/.test(code) ? code.at(-1).toLowerCase() : "";
}

/** Tell whether an event comes from a field in which letters mean themselves. */
const isTyping = ({ target }) => Boolean(target.closest?.(TYPING));

const isCombined = ({ ctrlKey, metaKey, altKey }) => ctrlKey || metaKey || altKey;

/**
 * Call `open` on the key P, also in a quiz, which keeps its keys from the page, but not while
 * somebody is typing.
 *
 * @param {() => void} open
 * @param {(event: KeyboardEvent) => boolean} [isHere] - Whether a key is meant for this lesson.
 * @returns {() => void} Stops listening.
 */
export function hearWallKey(open, isHere = () => true) {
  const hear = (event) => {
    if (isCombined(event) || isTyping(event) || letterOf(event) !== "p") return;
    if (document.querySelector(".kit-wall") || !isHere(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    open();
  };
  window.addEventListener("keydown", hear, true);
  return () => window.removeEventListener("keydown", hear, true);
}

/** Tell whether a key only changes what another key means. */
export const isModifier = ({ key }) => ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"].includes(key);

/** Return what a key asks the wall for, or "" if it is meant for a control or for the browser. */
export function readKey(event) {
  if (isCombined(event)) return "";
  const { target, key, code, shiftKey } = event;
  if (isTyping(event)) return key === "Escape" ? "leave" : "";
  if (OWN.some(([kind, keys]) => target.matches?.(kind) && keys.includes(code || key))) return "";
  if (code === "Space" || key === " ") return shiftKey ? "back" : "forward";
  const named = NAMED[key] ?? NAMED[code] ?? SIGNS[key];
  return named ?? LETTERS[letterOf(event)] ?? (code === "Period" && !shiftKey ? "blank" : "");
}
