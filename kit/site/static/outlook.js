/** Review as it stands today, as kit/learner/review.py tells it: the session, and what comes back when. */
import { planSession } from "./daily.js";
import { chanceToRemember, schedule } from "./memory.js";
import { dayOf, isoDay } from "./moments.js";

const WEEK_DAYS = 7;

/** Return the lessons of which any question was answered, in whatever version. */
function begunLessons(events, { lessons, entries }) {
  const answered = new Set(events.filter((event) => event.kind === "check").map((event) => event.question));
  const named = Object.keys(lessons).filter((slug) => lessons[slug].questions.some((name) => answered.has(name)));
  return new Set([...named, ...[...answered].filter((name) => name in entries).map((name) => entries[name].lesson)]);
}

/** Return what comes back when, and how well each lesson is remembered on a day. */
export function lookAhead(memories, entries, day, rules) {
  const weeks = Array(rules.weeks).fill(0);
  let later = 0;
  for (const { due } of memories.values()) {
    const week = Math.floor(Math.max(0, due - day) / WEEK_DAYS);
    if (week < rules.weeks) weeks[week]++;
    else later++;
  }
  const lessons = new Map();
  for (const [name, { lesson }] of Object.entries(entries)) {
    const memory = memories.get(name);
    if (!memory) continue;
    const found = lessons.get(lesson) ?? { chances: [], due: 0 };
    lessons.set(lesson, { chances: [...found.chances, chanceToRemember(memory, day, rules)], due: found.due + (memory.due <= day) });
  }
  return { day, weeks, later, lessons, total: memories.size };
}

/**
 * Return today's `session` and the `outlook`.
 *
 * The session does not change while it is gone through: what was done in it so far is left out of
 * its making. It stands in the log under `lesson` and the day. The outlook counts everything.
 *
 * @param {{rules: object, entries: object, lessons: object}} course - As kit/site/reviews.py gives it.
 */
export function lookBack(course, events, now, lesson) {
  const { entries, rules } = course;
  const day = dayOf(now.moment, now.offset);
  const versions = Object.fromEntries(Object.entries(entries).map(([name, { version }]) => [name, version]));
  const places = Object.fromEntries(Object.entries(entries).map(([name, one]) => [name, [one.lesson, one.objective]]));
  const isHere = (event) => event.lesson === lesson && event.quiz === isoDay(day);
  const earlier = events.filter((event) => !isHere(event));
  const memories = schedule(earlier, versions, now, rules);
  const session = planSession(places, memories, begunLessons(earlier, course), day, rules);
  const touched = new Set(events.filter(isHere).map((event) => event.question));
  const renewed = schedule(events.filter((event) => touched.has(event.question)), versions, now, rules);
  return { session, outlook: lookAhead(new Map([...memories, ...renewed]), entries, day, rules) };
}
