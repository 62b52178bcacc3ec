/** Levels that a learner gave the seven principles, as kit/explorers/levels.py reads and ranks them. */
import { dateOf } from "./moments.js";

const LEVEL = /^[1-5]$/;

/** Return the level of each principle that has one in a state, in the order of the principles. */
export const readLevels = (principles, state) => new Map(principles
  .map(({ slug }) => [slug, state[`level-${slug}`]])
  .filter(([, value]) => LEVEL.test(value))
  .map(([slug, value]) => [slug, Number(value)]));

/** Return the levels that today is compared with, and their day; null where there are none. */
export function findLast(principles, past, today) {
  const earlier = past.map(({ moment, state }) => ({ day: dateOf(moment), levels: readLevels(principles, state) }));
  return earlier.findLast(({ day, levels }) => levels.size && day < today) ?? null;
}

/** Return the highest and the lowest level, and the names of the principles that stand there. */
export function findExtremes(principles, levels) {
  const most = Math.max(...levels.values());
  const least = Math.min(...levels.values());
  const at = (level) => principles.filter(({ slug }) => levels.get(slug) === level).map(({ name }) => name);
  return { most, strong: at(most), least, weak: at(least) };
}
