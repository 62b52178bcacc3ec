/** The review of one day, as kit/learner/daily.py plans it: what is due, a few new questions, lessons mixed. */
import { chanceToRemember } from "./memory.js";
import { isoDay } from "./moments.js";
import { drawLots } from "./sha256.js";

const byDay = (names, day) => drawLots(names, (name) => `${isoDay(day)}/${name}`);

const placesOf = ([lesson, objective]) => [lesson, JSON.stringify([lesson, objective])];

/** Return how well a place follows the last: another one, and the one with most to come. */
function gain(place, last, toCome) {
  const [lesson, both] = placesOf(place);
  const [lastLesson, lastBoth] = placesOf(last);
  return [Number(lesson !== lastLesson), Number(both !== lastBoth), toCome.get(lesson), toCome.get(both)];
}

function isGreater(one, other) {
  const at = one.findIndex((value, i) => value !== other[i]);
  return at >= 0 && one[at] > other[at];
}

/** Return questions so that lesson and objective change from one to the next where they can. */
export function interleave(names, places, day, atMost) {
  const left = byDay(names, day);
  const order = [];
  while (left.length && order.length < atMost) {
    const last = order.length ? places[order.at(-1)] : ["", ""];
    const toCome = new Map();
    for (const key of left.flatMap((name) => placesOf(places[name]))) toCome.set(key, (toCome.get(key) ?? 0) + 1);
    const gains = left.map((name) => gain(places[name], last, toCome));
    const best = gains.reduce((found, one, i) => (isGreater(one, gains[found]) ? i : found), 0);
    order.push(...left.splice(best, 1));
  }
  return order;
}

/**
 * Return the review of a day: the same for the same arguments.
 *
 * @param {Object<string, string[]>} places - Lesson and objective of each question that may be asked.
 * @param {Map<string, object>} memories - Of the questions that were tried.
 * @param {Set<string>} begun - The lessons from which new questions may come.
 */
export function planSession(places, memories, begun, day, rules) {
  const chances = new Map([...memories].map(([name, memory]) => [name, chanceToRemember(memory, day, rules)]));
  const due = byDay([...memories.keys()].filter((name) => memories.get(name).due <= day), day);
  // The most at risk come first, so that what is put off is what keeps best; lots decide the rest.
  due.sort((a, b) => chances.get(a) - chances.get(b));
  const chosen = due.slice(0, rules.max_due);
  const putOff = due.length - chosen.length;
  const unseen = Object.keys(places).filter((name) => !memories.has(name) && begun.has(places[name][0]));
  // Who is behind is not given more.
  const fresh = putOff ? [] : interleave(unseen, places, day, rules.max_new);
  const coming = [...memories.values()].map((memory) => memory.due).filter((one) => one > day);
  return {
    day, due: chosen.length, new: fresh.length, putOff, nextDue: coming.length ? Math.min(...coming) : null,
    questions: interleave([...chosen, ...fresh], places, day, rules.max_due + rules.max_new),
  };
}
