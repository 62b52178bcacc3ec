/** The attempts at one form, folded from the log as kit/assessment/attempt.py folds them. */
import { readMoment } from "./moments.js";

const SECOND = 1e6;
/** An answer given in the last second may arrive a little later. */
const GRACE = 5 * SECOND;

const isTable = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const hasOnly = (table, keys) => Object.keys(table).every((key) => keys.includes(key));
const isText = (value, most) => typeof value === "string" && value !== "" && [...value].length <= most;
const isWhole = (value, least, most = Infinity) => Number.isInteger(value) && value >= least && value <= most;

/** Return what was drawn at the start, or null if it is damaged or of another form. */
export function readPlan(plan, form) {
  if (!isTable(plan) || !hasOnly(plan, ["form", "seed", "bank", "questions", "minutes"])) return null;
  const { seed, bank, questions, minutes = null } = plan;
  const isFit = plan.form === form && isText(seed, 80) && isText(bank, 200) && isTable(questions)
    && isWhole(Object.keys(questions).length, 1, 400) && Object.values(questions).every((version) => isText(version, 200))
    && (minutes === null || isWhole(minutes, 1, 600));
  return isFit ? { form, seed, bank, questions, minutes } : null;
}

/** Return how an attempt ended, as it was reckoned then, or null if that is damaged. */
export function readClaim(claim) {
  const isFit = isTable(claim) && hasOnly(claim, ["reason", "points", "most", "is_passed"]) && ["learner", "time"].includes(claim.reason)
    && typeof claim.points === "number" && claim.points >= 0 && isWhole(claim.most, 0) && typeof claim.is_passed === "boolean";
  return isFit ? claim : null;
}

/** Return the latest answer to each question that was drawn, given before the end. */
function readAnswers({ plan, handedIn, deadline }, events) {
  const ends = [handedIn, deadline === null ? null : deadline + GRACE].filter((end) => end !== null);
  const fits = (event) => event.kind === "choice" && plan?.questions[event.question] === event.version
    && ends.every((end) => readMoment(event.at) <= end);
  return Object.fromEntries(events.filter(fits).map((event) => [event.question, event.answer ?? null]));
}

function fold(id, events, form) {
  const start = events.find((event) => event.kind === "start" && event.id === id);
  const end = events.find((event) => event.kind === "hand-in");
  const plan = start ? readPlan(start.answer, form) : null;
  const begun = readMoment((start ?? events[0]).at);
  const attempt = {
    id, plan, begun, latest: Math.max(...events.map((event) => readMoment(event.at))),
    deadline: plan?.minutes ? begun + plan.minutes * 60 * SECOND : null,
    handedIn: end ? readMoment(end.at) : null, claim: end ? readClaim(end.answer) : null,
  };
  return { ...attempt, answers: readAnswers(attempt, events) };
}

/** Return what stands for the question in `start` and `hand-in`. */
export const placeOf = (form) => `assessment/${form}`;

/** Return every attempt at a form, the first begun first; `events` are in order of recording. */
export function readAttempts(events, form) {
  const prefix = `${placeOf(form)}/`;
  const found = new Map();
  for (const event of events) {
    if (!event.quiz?.startsWith(prefix)) continue;
    const id = event.quiz.slice(prefix.length);
    const its = found.get(id) ?? new Map();
    found.set(id, its);
    if (!its.has(event.id)) its.set(event.id, event);
  }
  const attempts = [...found].map(([id, its]) => fold(id, [...its.values()], form));
  return attempts.sort((a, b) => a.begun - b.begun || (a.id < b.id ? -1 : 1));
}

/** Tell whether the time of an attempt is over at a moment. */
export const isOver = ({ deadline }, moment) => deadline !== null && moment >= deadline;
