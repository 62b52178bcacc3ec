/**
 * The desk at which an assessment is taken on a page, as kit/desk.py stands in a kernel: what the
 * widget shows, and what comes of its events.
 */
import { fillForm } from "./moments.js";
import { makePaper } from "./paper.js";
import { makeSheet, tidyName } from "./record.js";
import { makeReporter } from "./report.js";

const NAME_LETTERS = 120;

/**
 * Make the desk of one sitting.
 *
 * @param {object} sitting - Keeps and marks.
 * @param {Object<string, object>} views - Every question of the form, with its key.
 * @param {function(): string} notify - Returns what the learner should know of the log, or "".
 * @param {function(HTMLElement, object): void} hand - Hears of a record of completion that was made.
 */
export function makeDesk({ sitting, exam, form, views, language, notify, hand }) {
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
      notice: notify() || (sitting.isClockBack(attempt) ? words["clock-back"] : ""), phase: "running",
    };
  }

  const isPassed = ({ marks, trouble }) => Boolean(marks?.isPassed && !trouble);

  function resting(attempt) {
    const attempts = sitting.attempts();
    const rest = { questions: [], answers: {}, seconds: null };
    if (attempt && attempt.handedIn !== null) {
      const outcome = sitting.outcome(attempt);
      return { ...rest, report: reporter.report(outcome, attempts), can_record: isPassed(outcome), notice: notify(), phase: "done" };
    }
    const word = attempt ? sitting.trouble(attempt) : "";
    const told = word ? reporter.explain(word, attempt) : "";
    return { ...rest, report: reporter.introduce(sitting.minutes, attempts), can_record: false, notice: notify() || told, phase: "begin" };
  }

  /** Make a record of completion; return a message if there is none to make. */
  function makeRecord(attempt, answer) {
    const outcome = attempt && attempt.handedIn !== null ? sitting.outcome(attempt) : null;
    const name = tidyName(answer.name);
    if (!outcome || !isPassed(outcome) || !name || name.length > NAME_LETTERS || !(answer.language in exam.sheets)) return words.strange;
    if (notify()) return words["record-unsafe"];
    hand(makeSheet({ name, language: answer.language }, outcome, exam), attempt);
    return "";
  }

  /** Do what an event says; return a message if it cannot be done. */
  function act({ id, kind, question, answer }) {
    const attempt = sitting.current();
    if (kind === "start") sitting.start(id);
    else if (kind === "record") return makeRecord(attempt, answer);
    else if (!attempt || !sitting.canResume(attempt)) return words.ended;
    else if (kind === "hand-in") sitting.handIn(attempt, id);
    else sitting.choose(attempt, id, question, papersOf(attempt)[question].read(answer));
    return "";
  }

  return {
    /** Return what stays the same as long as the widget lives. */
    plan: () => ({ id: `assessment/${form}`, title: fillForm(words.title, { form }), language, languages: exam.languages }),
    /** Return what to show now. */
    state() {
      const attempt = sitting.current();
      return attempt && sitting.canResume(attempt) ? running(attempt) : resting(attempt);
    },
    /** Act on what the learner did, all of which is in the log from then on; return a message or "". */
    keep(events) {
      let message = "";
      for (const event of events) {
        try {
          message = act(event) || message;
        } catch (error) {
          // What no widget of ours would send is kept nowhere.
          if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
          message = words.strange;
        }
      }
      return message;
    },
  };
}
