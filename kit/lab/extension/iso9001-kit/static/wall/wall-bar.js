/** The bar below the wall: quiet while nobody needs it, and always there for Tab and the mouse. */
import { button, fill, h } from "./dom.js?v=60230861bf86";

const IDLE = 4000;
/** What the buttons do, in their order; each has a word of the same name, and a key. */
const BUTTONS = [
  ["back", "←"], ["forward", "→"], ["reveal", "R"], ["timer", "T"], ["hands", "H"], ["blank", "B"],
  ["smaller", "−"], ["larger", "+"], ["full", "F"], ["keys", "?"], ["leave", "Esc"],
];
const PANELS = ["timer", "keys"];

/**
 * Make the bar.
 *
 * @param {Record<string, string>} words
 * @param {(command: string) => void} act - Hears what a button asks for.
 * @param {(index: number) => void} jump - Hears which step was chosen from the list.
 */
export function makeBar(words, act, jump) {
  const list = h("select", { "aria-label": words.steps });
  list.addEventListener("change", () => jump(list.selectedIndex));
  const buttons = Object.fromEntries(BUTTONS.map(([name, sign]) => {
    const node = button("", () => act(name), `kit-wall-${name}`);
    node.append(h("span", { textContent: words[name] }), h("kbd", { "aria-hidden": "true", textContent: sign }));
    if (PANELS.includes(name)) node.setAttribute("aria-expanded", "false");
    if (name === "hands") node.setAttribute("aria-pressed", "false");
    return [name, node];
  }));
  const [first, second, ...others] = Object.values(buttons);
  const node = h("div", { className: "kit-wall-bar", role: "toolbar", "aria-label": words.bar }, first, list, second, ...others);
  let idle = 0;

  return {
    node,
    /** Show the bar, and let it fade when it is left alone. */
    wake() {
      node.classList.remove("kit-wall-idle");
      clearTimeout(idle);
      idle = setTimeout(() => node.classList.add("kit-wall-idle"), IDLE);
    },
    show(steps, index, hasQuiz) {
      const options = steps.map(({ title }, i) => h("option", { textContent: `${fill(words["step-of"], { n: i + 1, total: steps.length })} · ${title}` }));
      list.replaceChildren(...options);
      list.selectedIndex = index;
      for (const name of ["reveal", "hands"]) buttons[name].disabled = !hasQuiz;
    },
    open(name, isOpen) {
      buttons[name].setAttribute("aria-expanded", String(isOpen));
    },
    press(name, isPressed) {
      buttons[name].setAttribute("aria-pressed", String(isPressed));
    },
    end: () => clearTimeout(idle),
  };
}

/** Draw the list of the keys; `words` has the words of the buttons. */
export function drawKeys(words) {
  const rows = [
    ["→  PageDown  Space", words.forward], ["←  PageUp  Shift+Space", words.back], ["Home  End", words["first-last"]],
    ["R", words.reveal], ["T", words.timer], ["H", words.hands], ["B  .", words.blank], ["+  −", words.size], ["F", words.full], ["Esc", words.leave], ["?", words.keys],
  ];
  const draw = ([keys, word]) => h("div", {}, h("dt", {}, ...keys.split("  ").flatMap((key) => [h("kbd", { textContent: key }), " "])), h("dd", { textContent: word }));
  return h("div", { className: "kit-wall-panel", role: "group", "aria-label": words.keys, hidden: true },
    h("h2", { textContent: words.keys }), h("dl", {}, ...rows.map(draw)), h("p", { textContent: words["keys-how"] }));
}
