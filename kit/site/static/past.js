/** What a learner set in an explorer earlier, read from the log as kit/explorers/desk.py reads it. */
import { readMoment } from "./moments.js";

const isValue = (value) => ["boolean", "string"].includes(typeof value) || Number.isInteger(value);
const isState = (answer) => answer !== null && typeof answer === "object" && !Array.isArray(answer) && Object.values(answer).every(isValue);

function isDay(value, { first, last, is_optional: isOptional }) {
  if (value === "") return isOptional;
  const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value) && first <= value && value <= last;
}

// A page offers fewer numbers and days than Python where frames answer: there the type must do.
const FITS = {
  choice: (value, { options }) => options.some(({ id }) => id === value),
  day: isDay,
  words: (value, { most }) => [...value].length <= most,
};

/** Return a whole state: what was set, as far as a control has it now, else that of the start. */
export function mend({ controls, form, start }, state) {
  const known = new Map(form === "reckoned" ? controls.map((control) => [control.name, control]) : []);
  const isFit = (name, value) => typeof value === typeof start[name]
    && (FITS[known.get(name)?.kind]?.(value, known.get(name)) ?? true);
  return Object.fromEntries(Object.entries(start).map(([name, value]) => [name, isFit(name, state[name]) ? state[name] : value]));
}

/** Return the moments and states that a learner left, the last one at the end. */
export const readPast = (plan, events) => events
  .filter(({ kind, question, answer }) => kind === "state" && question === plan.id && isState(answer))
  .map(({ at, answer }) => ({ moment: readMoment(at), state: mend(plan, answer) }));
