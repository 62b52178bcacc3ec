/** Which prepared example of an explorer belongs to what is set. */

/** Return how many values of a frame are set. */
const agreement = (names, frame, set) => names.filter((name) => frame[name] === set[name]).length;

/** Return the names of what a state says, without what is not shown for it and without free words. */
export function namesIn(controls, frame, set) {
  const isOut = ({ when }) => when && set[when[0]] !== when[1];
  const out = new Set(controls.filter(isOut).map(({ name }) => name));
  return Object.keys(frame).filter((name) => !out.has(name));
}

/**
 * Return the number of the frame that is nearest to what is set; of several, the first.
 *
 * @param {object[]} controls - Those that the page shows.
 * @param {object[]} frames - What is set in each, free words left out.
 * @param {object} set
 * @param {string | undefined} moved - The control that was set last: its value counts first.
 */
export function nearest(controls, frames, set, moved) {
  const places = [...frames.keys()];
  const fit = places.filter((i) => moved !== undefined && frames[i][moved] === set[moved]);
  const names = namesIn(controls, frames[0], set);
  const held = (fit.length ? fit : places).map((i) => ({ i, agrees: agreement(names, frames[i], set) }));
  return held.reduce((best, one) => (one.agrees > best.agrees ? one : best)).i;
}

/** Return what is set once a frame answers for it: its values, and what it does not speak of. */
export function settle(controls, frame, set) {
  const told = namesIn(controls, frame, set).map((name) => [name, frame[name]]);
  return { ...set, ...Object.fromEntries(told) };
}

/** Return the control that was moved from one state to another, or undefined; free words are none. */
export const movedBetween = (frame, before, after) => Object.keys(frame).find((name) => before[name] !== after[name]);

/** Return the name and the value of each control that a frame has set otherwise than was asked for. */
export const followers = (controls, asked, found) => controls
  .filter(({ name, when }) => found[name] !== asked[name] && (!when || found[when[0]] === when[1]))
  .map(({ name, label, options = [] }) => ({ label, value: options.find(({ id }) => id === found[name])?.label ?? "" }));
