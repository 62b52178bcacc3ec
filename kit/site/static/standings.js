/** Where the learner stands: the log folded, as kit/learner/standing.py does it. */
import { BLANK, step } from "../../widgets/standing.js";

/**
 * Return where the learner stands with each question of `versions`.
 *
 * @param {object[]} events - In the order of recording.
 * @param {Object<string, string>} versions - The present content version of each question.
 */
export function replay(events, versions) {
  const standings = Object.fromEntries(Object.keys(versions).map((question) => [question, BLANK]));
  const seen = new Set();
  for (const event of events) {
    const { id, question, version, score } = event;
    if (!Object.hasOwn(versions, question) || seen.has(id)) continue;
    seen.add(id);
    const before = standings[question];
    standings[question] = version === versions[question] ? step(before, event, score ?? 0) : { ...before, has_changed: true };
  }
  return standings;
}

/** Return whether a question is done with, as a quiz and the list of the course count it. */
export const isDone = (standing, isGuess) =>
  standing.best === 1 || standing.is_revealed || (isGuess && standing.is_checked);
