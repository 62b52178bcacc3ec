/** Something typed, all or nothing; kit/quiz/kinds/typed.py holds the same rule. */
import { h, tidy } from "./dom.js";

const KEY = ":key";

/**
 * Make a kind: `read(q, text)` returns a BigInt or null, `value(text)` reads what a file says,
 * `show(q, ui)` the key as people write it, `doubt(q, text)` the name of a question back, or "".
 */
export const typedKind = ({ name, inputMode, read, value, show, doubt = () => "" }) => ({
  blank: "",
  look: "kit-own",
  draw(q, answer, change, ui) {
    const help = h("span", { className: "kit-help", id: `${ui.name}help`, textContent: ui.words[`${name}-how`] });
    const input = h("input", { type: "text", inputMode, autocomplete: "off", maxLength: 60, value: answer, "aria-describedby": help.id });
    input.addEventListener("change", () => change(input.value));
    const given = Object.keys(ui.graded)[0] ?? KEY;
    const slip = q.slips.find((one) => one.id === given);
    const field = h("span", { className: "kit-field" }, input, q.unit ? h("span", { textContent: q.unit }) : null);
    const why = [slip?.why, ui.isOpen && q.why].filter(Boolean).join("<br>");
    const home = given === KEY && ui.graded[KEY] && q.tolerance == 0 ? "" : show(q, ui);
    return [
      ui.row({ id: given, text: ui.words[`${name}-label`], why, home }, field),
      ui.isAnswered ? null : help,
    ];
  },
  lacks(q, answer) {
    if (!tidy(answer)) return `${name}-first`;
    return read(q, answer) === null ? `${name}-unread` : doubt(q, answer);
  },
  grade(q, answer) {
    const number = read(q, answer);
    const away = number > value(q.value) ? number - value(q.value) : value(q.value) - number;
    if (away <= value(q.tolerance)) return { score: 1, parts: { [KEY]: true } };
    const slip = q.slips.find((one) => value(one.value) === number);
    return { score: 0, parts: { [slip ? slip.id : KEY]: false } };
  },
  key: () => ({}),
});
