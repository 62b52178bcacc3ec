/**
 * Moments as events tell them: text with up to six decimals here, whole microseconds since 1970
 * there, so that they order as they do in Python. Days are counted from 1970 as well.
 */
const MICROSECOND = 1e-3; // of a millisecond, in which browsers count
const DAY = 864e8;
const MINUTE = 6e7;

/** Return a moment of an event as a number. */
export function readMoment(at) {
  const [, finest = ""] = /\.\d{3}(\d{1,3})/.exec(at) ?? [];
  return Math.round(Date.parse(at) / MICROSECOND) + Number(finest.padEnd(3, "0"));
}

/** Return a number as the moment of an event. */
export function writeMoment(moment) {
  const text = new Date(Math.floor(moment / 1000)).toISOString();
  return text.replace("Z", `${String(moment % 1000).padStart(3, "0")}Z`);
}

/** Return this moment, and how many minutes the learner's clock is ahead of UTC. */
export const readClock = () => ({ moment: Date.now() * 1000, offset: -new Date().getTimezoneOffset() });

/** Return the day of a moment on the learner's calendar. */
export const dayOf = (moment, offset) => Math.floor((moment + offset * MINUTE) / DAY);

/** Return a day as text: 2026-11-22. */
export const isoDay = (day) => new Date(day * (DAY / 1000)).toISOString().slice(0, 10);

/** Return the parts of a day, or of a moment where the learner is. */
export function partsOfDay(day) {
  const [year, month, date] = isoDay(day).split("-").map(Number);
  return { year, month, day: date };
}

export function partsOfMoment(moment) {
  const local = new Date(moment / 1000);
  return {
    year: local.getFullYear(), month: local.getMonth() + 1, day: local.getDate(),
    hour: local.getHours(), minute: local.getMinutes(),
  };
}

const padded = (value, width) => String(value).padStart(width, "0");

function write(value, form) {
  if (form.startsWith("%")) {
    const signs = { d: padded(value.day, 2), m: padded(value.month, 2), Y: value.year };
    return form.replace(/%([dmY])/g, (_, sign) => signs[sign]);
  }
  return form ? padded(value, Number(form)) : value;
}

/** Return the day of a moment, where the learner is, as text: 2026-11-22. */
export function dateOf(moment) {
  const { year, month, day } = partsOfMoment(moment);
  return [padded(year, 4), padded(month, 2), padded(day, 2)].join("-");
}

/** Fill {names} in a text as Python does: {n}, {n:02}, and {at:%d.%m.%Y} with the parts of a day. */
export const fillForm = (text, values) => text.replace(/\{(\w+)(?::([^}]*))?\}/g, (_, name, form = "") => write(values[name], form));
