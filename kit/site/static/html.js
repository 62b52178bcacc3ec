/** HTML as kit/explorers/citing.py writes it: texts are escaped, and cells carry their heads. */
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
// What Python takes for the end of a line, and for a space.
const LINE = /\r\n|[\n-\r\x1c-\x1e\x85\u2028\u2029]/;
const SPACE = "[\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const AROUND = new RegExp(`^${SPACE}|${SPACE}$`, "g");

/** Return a text as HTML. */
export const escape = (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]);

/** Return what somebody wrote as HTML, line by line. */
export const writeLines = (text) => text.replace(AROUND, "").split(LINE).map(escape).join("<br>");

function writeRow([name, ...cells], [, ...heads]) {
  const further = cells.map((cell, i) => `<td data-head="${heads[i]}">${cell}</td>`).join("");
  return `<tr><th scope="row">${name}</th>${further}</tr>`;
}

/** Return a table; the first cell of a row names it. The head is text, the cells are HTML. */
export function table(head, rows) {
  const names = head.map(escape);
  const top = names.map((name) => `<th scope="col">${name}</th>`).join("");
  return `<table><thead><tr>${top}</tr></thead><tbody>${rows.map((cells) => writeRow(cells, names)).join("")}</tbody></table>`;
}
