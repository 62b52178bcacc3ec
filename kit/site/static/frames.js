/** Which prepared example of an explorer belongs to what is set. */

/** Return how many values of a frame are set. */
const agreement = (frame, set) => Object.keys(frame).filter((name) => frame[name] === set[name]).length;

/**
 * Return the number of the frame that is nearest to what is set; of several, the first.
 *
 * @param {object[]} frames - What is set in each, free words left out.
 * @param {object} set
 * @param {string | undefined} moved - The control that was set last: its value counts first.
 */
export function nearest(frames, set, moved) {
  const places = [...frames.keys()];
  const fit = places.filter((i) => moved !== undefined && frames[i][moved] === set[moved]);
  const held = (fit.length ? fit : places).map((i) => ({ i, agrees: agreement(frames[i], set) }));
  return held.reduce((best, one) => (one.agrees > best.agrees ? one : best)).i;
}

/** Return the control that was moved from one state to another, or undefined; free words are none. */
export const movedBetween = (frames, before, after) => Object.keys(frames[0]).find((name) => before[name] !== after[name]);
