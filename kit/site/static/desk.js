/**
 * The desk at which an assessment is taken on a page, as kit/desk.py stands in a kernel: what the
 * widget shows, and what comes of its events.
 */
import { makePaper } from "./paper.js";
import { makeSheet, tidyName } from "./record.js";
import { makeReporter } from "./report.js";

const NAME_LETTERS = 120;

/**
 * Make the desk of one sitting.
 *
 * @param {object} sitting - Keeps and marks.
 * @param {Object<string, object>} views - Every question of the form, with its key.
 * @param {function(HTMLElement, object): void} hand - Hears of a record of completion that was made.
 */
export function makeDesk({ sitting, exam, form, views, log, language, hand }) {
  const { words } = exam;
  const reporter = makeReporter(exam, form);
  const papers = new Map();

  function papersOf({ id, plan }) {
    if (!papers.has(id)) papers.set(id, Object.fromEntries(Object.keys(plan.questions).map((slug) => [slug, makePaper(views[slug], plan.seed)])));
    return papers.get(id);
  }

  function running(attempt) {
    const its = papersOf(attempt);
    return {
      questions: Object.values(its).map((paper) => paper.view),
      answers: Object.fromEntries(Object.entries(attempt.answers).map(([slug, answer]) => [slug, its[slug].show(answer)])),
      seconds: sitting.secondsLeft(attempt), report: "", can_record: false,
      notice: log.notice || (sitting.isClockBack(attempt) ? words["clock-back"] : ""), phase: "running",
    };
  }

  const isPassed = ({ marks, trouble }) => Boolean(marks?.isPassed && !trouble);

  function resting(attempt) {
    const attempts = sitting.attempts();
    const rest = { questions: [], answers: {}, seconds: null };
    if (attempt && attempt.handedIn !== null) {
      const outcome = sitting.outcome(attempt);
      return { ...rest, report: reporter.report(outcome, attempts), can_record: isPassed(outcome), notice: log.notice, phase: "done" };
    }
    const word = attempt ? sitting.trouble(attempt) : "";
    const told = word ? reporter.explain(word, attempt) : "";
    return { ...rest, report: reporter.introduce(sitting.minutes, attempts), can_record: false, notice: log.notice || told, phase: "begin" };
  }

  /** Make a record of completion; return a message if there is none to make. */
  function makeRecord(attempt, answer) {
    const outcome = attempt && attempt.handedIn !== null ? sitting.outcome(attempt) : null;
    const name = tidyName(answer.name);
    if (!outcome || !isPassed(outcome) || !name || name.length > NAME_LETTERS || !(answer.language in exam.sheets)) return words.strange;
    if (log.notice) return words["record-unsafe"];
    hand(makeSheet({ name, language: answer.language }, outcome, exam), attempt);
    return "";
  }

  function act({ id, kind, question, answer }) {
    if (kind === "start") return [sitting.start(id), ""];
    const attempt = sitting.current();
    if (kind === "record") return [[id], makeRecord(attempt, answer)];
    if (!attempt || !sitting.canResume(attempt)) return [[id], words.ended];
    if (kind === "hand-in") return [sitting.handIn(attempt, id), ""];
    return [sitting.choose(attempt, id, question, papersOf(attempt)[question].read(answer)), ""];
  }

  return {
    /** Return what stays the same as long as the widget lives. */
    plan: () => ({ id: `assessment/${form}`, title: words.title.replace("{form}", form), language, languages: exam.languages }),
    /** Return what to show now. */
    state() {
      const attempt = sitting.current();
      return attempt && sitting.canResume(attempt) ? running(attempt) : resting(attempt);
    },
    /** Act on what the learner did; return the ids not to be sent again, and a message. */
    keep(events) {
      const kept = new Set();
      let message = "";
      for (const event of events) {
        try {
          const [safe, told] = act(event);
          for (const id of safe) kept.add(id);
          message = told || message;
        } catch (error) {
          // What no widget of ours would send: kept nowhere, and not to be sent again.
          if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
          kept.add(event.id);
          message = words.strange;
        }
      }
      return [events.map(({ id }) => id).filter((id) => kept.has(id)), message];
    },
  };
}
