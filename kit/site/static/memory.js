/**
 * When each question should come back: the log replayed through FSRS-6, as kit/learner/schedule.py
 * and kit/learner/ratings.py do it. Every number of the model comes from there in `rules`.
 */
import { dayOf, readMoment } from "./moments.js";

const AGAIN = 1;
const HARD = 2;
const GOOD = 3;
const EASY = 4;

function rate(event, hasHint) {
  if (event.kind === "reveal" || event.score !== 1) return AGAIN;
  return hasHint ? HARD : GOOD;
}

/** Return when each try was decided, and how; `events` are of one question, oldest first. */
export function rateTries(events) {
  const tries = [];
  const hinted = new Set(); // A hint once open stays open at its place.
  let place = null;
  let isDecided = false;
  for (const event of events) {
    const here = JSON.stringify([event.lesson ?? "", event.quiz ?? ""]);
    if (here !== place || event.kind === "retry") [place, isDecided] = [here, false];
    if (event.kind === "hint") hinted.add(here);
    if ((event.kind === "check" || event.kind === "reveal") && !isDecided) {
      isDecided = true;
      tries.push({ moment: readMoment(event.at), rating: rate(event, hinted.has(here)) });
    }
  }
  return tries;
}

const clampDifficulty = ({ difficulty: [least, most] }, value) => Math.min(Math.max(value, least), most);
const firstDifficulty = ({ parameters: w }, rating) => w[4] - Math.E ** (w[5] * (rating - 1)) + 1;
const decayOf = ({ parameters: w }) => -w[20];
const factorOf = (rules) => 0.9 ** (1 / decayOf(rules)) - 1;

function nextDifficulty(rules, difficulty, rating) {
  const w = rules.parameters;
  const damped = difficulty + ((10 - difficulty) * -(w[6] * (rating - GOOD))) / 9;
  return clampDifficulty(rules, w[7] * firstDifficulty(rules, EASY) + (1 - w[7]) * damped);
}

function nextStability({ parameters: w }, { difficulty, stability }, chance, rating) {
  if (rating === AGAIN) {
    const forgotten = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * Math.E ** ((1 - chance) * w[14]);
    return Math.min(forgotten, stability / Math.E ** (w[17] * w[18]));
  }
  const gain = Math.E ** w[8] * (11 - difficulty) * stability ** -w[9] * (Math.E ** ((1 - chance) * w[10]) - 1);
  return stability * (1 + gain * (rating === HARD ? w[15] : 1));
}

function gap(rules, stability) {
  const days = Math.round((stability / factorOf(rules)) * (rules.aim ** (1 / decayOf(rules)) - 1));
  return Math.min(Math.max(days, 1), rules.max_gap_days);
}

/** Return the chance, from 0 to 1, that a question would be solved on a day. */
export function chanceToRemember(memory, day, rules) {
  const elapsed = Math.max(0, day - memory.last);
  return (1 + (factorOf(rules) * elapsed) / memory.stability) ** decayOf(rules);
}

function review(memory, day, rating, rules) {
  const stability = memory ? nextStability(rules, memory, chanceToRemember(memory, day, rules), rating) : rules.parameters[rating - 1];
  const difficulty = memory ? nextDifficulty(rules, memory.difficulty, rating) : clampDifficulty(rules, firstDifficulty(rules, rating));
  const kept = Math.max(stability, rules.stability_min);
  return { last: day, due: day + gap(rules, kept), stability: kept, difficulty };
}

const inTime = (a, b) => readMoment(a.at) - readMoment(b.at) || (a.id < b.id ? -1 : 1);

/** Replay one question; the first try of a day counts, for what follows has just been explained. */
function replay(events, offset, rules) {
  let memory = null;
  for (const { moment, rating } of rateTries([...events].sort(inTime))) {
    const day = dayOf(moment, offset);
    if (memory?.last !== day) memory = review(memory, day, rating, rules);
  }
  return memory;
}

/**
 * Return the memory of each question of `versions` that was tried: the days `last` and `due`,
 * `stability` and `difficulty`.
 *
 * @param {object[]} events - In any order; an event met again changes nothing.
 * @param {Object<string, string>} versions - The present version of each question.
 * @param {{moment: number, offset: number}} now - What is dated later waits.
 */
export function schedule(events, versions, now, rules) {
  const logs = new Map();
  for (const event of events) {
    if (versions[event.question] !== event.version || readMoment(event.at) > now.moment) continue;
    const log = logs.get(event.question) ?? new Map();
    logs.set(event.question, log);
    if (!log.has(event.id)) log.set(event.id, event);
  }
  const found = [...logs].map(([name, log]) => [name, replay(log.values(), now.offset, rules)]);
  return new Map(found.filter(([, memory]) => memory));
}
