/** Reading a date as people type it, and writing it; kit/quiz/dates.py reads by the same rule. */
import { tidy } from "./dom.js";

const DAY = 86400000;
/** In calendar order; a name may be cut short as long as it fits one month. */
const MONTHS = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
  "януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември", "октомври", "ноември", "декември",
];
const FORMS = [
  /^(?<year>[1-9][0-9]{3})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})$/,
  /^(?<day>[0-9]{1,2})(?<mark> ?[./-] ?)(?<month>[0-9]{1,2})\k<mark>(?<year>[1-9][0-9]{3})(?: ?(?:г|год|година)\.?)?$/,
  /^(?<day>[0-9]{1,2})(?:st|nd|rd|th)? (?<word>[a-zа-я]{3,})\.?,? (?<year>[1-9][0-9]{3})(?: ?(?:г|год|година)\.?)?$/,
  /^(?<word>[a-zа-я]{3,})\.? (?<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<year>[1-9][0-9]{3})$/,
];

/** Return the number of the month whose name begins so, or 0. */
function monthOf(word) {
  const months = new Set(MONTHS.flatMap((name, i) => (name.startsWith(word) ? [(i % 12) + 1] : [])));
  return months.size === 1 ? [...months][0] : 0;
}

/** Return a typed date as the days since 1970, or null if it cannot be read. */
export function readDate(typed) {
  const text = tidy(typed).toLowerCase();
  const groups = FORMS.map((form) => form.exec(text)).find(Boolean)?.groups;
  if (!groups) return null;
  const month = Number(groups.month ?? monthOf(groups.word));
  const date = new Date(Date.UTC(Number(groups.year), month - 1, Number(groups.day)));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(groups.day);
  return isReal ? BigInt(date.getTime() / DAY) : null;
}

/** Return a day, as YYYY-MM-DD, as it is written in a language, day first; in figures, with two for the day. */
export function writeDate(day, language, dateStyle) {
  return new Date(day).toLocaleDateString(`${language}-GB`, { dateStyle, timeZone: "UTC" }).replace(/^(?=\d\.)/, "0");
}
