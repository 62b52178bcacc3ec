/** Making elements. */

/**
 * Make an element; names with a dash and `role` become attributes, `on` holds listeners.
 *
 * @param {string} tag
 * @param {Record<string, any>} props
 * @param {...(Node | string | null)} children
 * @returns {HTMLElement}
 */
export function h(tag, { on = {}, ...props } = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.includes("-") || name === "role") node.setAttribute(name, value);
    else node[name] = value;
  }
  for (const [event, listener] of Object.entries(on)) node.addEventListener(event, listener);
  node.append(...children.filter((child) => child !== null));
  return node;
}

/**
 * Fill the {names} in a text.
 *
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
