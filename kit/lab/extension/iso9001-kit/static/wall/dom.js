/** Making elements and texts. */
const FOCUSABLE = new Set(["a", "button", "input", "select", "summary", "textarea"]);
const SPACES = /[ \t\u00a0\u2007\u2009\u202f]+/g;

/** Make an element; names with a dash become attributes, `html` is Markdown that Python rendered. */
export function h(tag, { html, ...props } = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.includes("-") || name === "role") node.setAttribute(name, value);
    else node[name] = value;
  }
  // JupyterLab takes single keys as commands (x cuts the cell) unless the focused element says no.
  if (FOCUSABLE.has(tag)) node.setAttribute("data-lm-suppress-shortcuts", "true");
  if (html !== undefined) node.innerHTML = html;
  node.append(...children.filter((child) => child != null));
  return node;
}

/** Make a button that does something. */
export function button(text, does, className = "") {
  const node = h("button", { type: "button", className, textContent: text });
  node.addEventListener("click", does);
  return node;
}

/** Fill {names} in a text. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** Return the words of rendered Markdown. */
export const plain = (html) => h("i", { html }).textContent;

/** Return a text with plain spaces, one at a time and none around it. */
export const tidy = (text) => text.replace(SPACES, " ").replace(/^ | $/g, "");

export const count = (list, test) => list.filter(test).length;
export const sum = (list) => list.reduce((all, one) => all + one, 0);
