/**
 * Sitting one form of the assessment, as kit/assessment/sitting.py does: begin, answer, resume, hand
 * in. Every step is an event of the log, and JupyterLab goes on with what was begun here.
 */
import { isOver, placeOf, readAttempts } from "./attempts.js";
import { drawQuestions, drawSeed, versionsOf } from "./form.js";
import { mark, scoreOf } from "./marking.js";
import { writeMoment } from "./moments.js";

const LESSON = "assessment";
const SECOND = 1e6;
const SLACK = 60 * SECOND;

/** Return the claim of marks: rounded, so that a last bit makes no difference. */
const claimOf = (marks, reason) => ({
  reason, points: Number(marks.total.points.toFixed(6)), most: marks.total.most, is_passed: marks.isPassed,
});

const areSame = (one, other) => Object.keys(one).every((key) => one[key] === other[key]);

/**
 * Make the sitting of one learner at one form.
 *
 * @param {object} exam - As kit/site/exams.py gives it.
 * @param {Object<string, object>} views - Every question of the form, with its key.
 * @param {object} kinds - The kinds of question.
 * @param {function(): number} now - The clock.
 * @param {?number} minutes - The time for an attempt begun from now on.
 */
export function makeSitting({ log, exam, form, views, kinds, now, minutes, language }) {
  const place = placeOf(form);
  const versions = versionsOf(exam, form);
  const { bank } = exam.forms[form];

  const isOurs = ({ question }) => question === place || question in versions;
  const attempts = () => readAttempts(log.events().filter(isOurs), form);
  /** Return the time for what is done next: that of the clock, unless it was put back. */
  const moment = (attempt) => Math.max(now(), attempt.latest + 1);
  const marksOf = ({ plan, answers }) => mark(exam, form, Object.keys(plan.questions), (slug) => scoreOf(kinds, views[slug], answers[slug]));

  function makeEvent(id, kind, attemptId, at, values = {}) {
    const version = values.question ? versions[values.question] : bank;
    return {
      id, at: writeMoment(at), question: place, version, kind, answer: null, score: null,
      lesson: LESSON, quiz: `${place}/${attemptId}`, language, ...values,
    };
  }

  /** Return why an attempt cannot be gone on with or marked, as the key of a word, or "". */
  function trouble({ plan }) {
    if (!plan) return "damaged";
    return Object.entries(plan.questions).every(([slug, version]) => versions[slug] === version) ? "" : "other-version";
  }

  const canResume = (attempt) => attempt.handedIn === null && !trouble(attempt);

  function end(attempt, eventId, reason) {
    const marks = marksOf(attempt);
    const at = moment(attempt);
    const checks = Object.entries(attempt.answers).map(([question, answer], i) =>
      makeEvent(`${eventId.slice(0, 58)}.${i}`, "check", attempt.id, at, { question, answer, score: marks.scores.get(question) }));
    log.append([...checks, makeEvent(eventId, "hand-in", attempt.id, at, { answer: claimOf(marks, reason) })]);
  }

  /** Return the attempt to show: the one begun last, handed in by now if its time is over. */
  function current() {
    const latest = attempts().at(-1) ?? null;
    if (!latest || !canResume(latest) || !isOver(latest, moment(latest))) return latest;
    // Nobody pressed, so the id is the same wherever the attempt is opened.
    end(latest, `${latest.id.slice(0, 54)}.time`, "time");
    return attempts().at(-1);
  }

  return {
    attempts, canResume, current, trouble, minutes,
    isClockBack: (attempt) => now() + SLACK < attempt.latest,
    secondsLeft: (attempt) => (attempt.deadline === null ? null : Math.max(0, Math.round((attempt.deadline - moment(attempt)) / SECOND))),
    /** Return what an attempt that was handed in came to, marked anew from its answers. */
    outcome(attempt) {
      const word = trouble(attempt);
      if (word) return { attempt, marks: null, trouble: word };
      const marks = marksOf(attempt);
      const isFit = attempt.claim && areSame(attempt.claim, claimOf(marks, attempt.claim.reason));
      return { attempt, marks, trouble: isFit ? "" : "differs" };
    },
    /** Begin an attempt, unless one is under way. */
    start(eventId) {
      const latest = current();
      if (latest && canResume(latest)) return;
      const seed = drawSeed();
      const questions = Object.fromEntries(drawQuestions(exam, form, seed).map((slug) => [slug, versions[slug]]));
      const at = Math.max(now(), ...attempts().map((one) => one.latest + 1));
      log.append([makeEvent(eventId, "start", eventId, at, { answer: { form, seed, bank, questions, minutes } })]);
    },
    choose(attempt, eventId, question, answer) {
      log.append([makeEvent(eventId, "choice", attempt.id, moment(attempt), { question, answer })]);
    },
    handIn(attempt, eventId) {
      end(attempt, eventId, isOver(attempt, moment(attempt) + 2 * SECOND) ? "time" : "learner");
    },
  };
}
