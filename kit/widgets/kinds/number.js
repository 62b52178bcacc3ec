/** A number with tolerance and unit; kit/quiz/numbers.py reads by the same rule. */
import { tidy } from "../dom.js";
import { typedKind } from "../typed.js";

const MOST_DIGITS = 15;
const NUMBER = /^(-?)([0-9]{1,15}|[0-9]{1,3}(?: [0-9]{3}){1,4})?(?:[.,]([0-9]{1,15}))?$/;

function withoutUnit(text, units) {
  const unit = units.find((one) => one && text.toLowerCase().endsWith(one.toLowerCase()));
  return unit ? text.slice(0, -unit.length).replace(/ +$/, "") : text;
}

/** Return a typed number in units of the fifteenth decimal, or null if it cannot be read. */
export function readNumber(typed, units = []) {
  const text = withoutUnit(tidy(typed), units).replace(/^[-\u2212\u2013] ?/, "-");
  const [, sign, whole, part] = NUMBER.exec(text) ?? [];
  if (whole === undefined && part === undefined) return null;
  const digits = (whole ?? "").replaceAll(" ", "") + (part ?? "").padEnd(MOST_DIGITS, "0");
  return BigInt(sign + digits);
}

/** Return the value with its unit as it is written: thousands parted by a thin space. */
function show({ value, unit }, { language }) {
  const [whole, part] = value.split(".");
  const parted = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, "\u202f") : whole;
  const mark = (1.5).toLocaleString(language)[1];
  return `${part ? parted + mark + part : parted} ${unit}`.trim();
}

/** Ask back where a whole number is wanted and a thousand may have been meant. */
const doubt = (q, text) => (q.value.includes(".") || !/^[1-9][0-9]{0,2}[.,][0-9]{3}$/.test(withoutUnit(tidy(text), q.units)) ? "" : "number-doubt");

export default typedKind({
  name: "number", inputMode: "decimal", show, doubt,
  read: (q, text) => readNumber(text, q.units), value: (text) => readNumber(text),
});
