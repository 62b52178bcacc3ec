/**
 * What the learner has done on these pages, kept in the browser: events of the form of
 * kit/learner/events.py, each under a key of its own, so that two tabs do not disturb each other.
 */
import { BadFile, checkEvent, readFile, writeFile } from "./transfer.js";
import { readMoment, writeMoment } from "./moments.js";

const PREFIX = "kit-log/";
const MICROSECONDS = 1000;

/** Return whether a key of the storage is that of an event. */
export const isKey = (key) => key.startsWith(PREFIX);

/** Return the storage of the browser, or null where it has none for this page. */
export function findStorage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Return events in the order of recording; each moment is read once. */
function sort(events) {
  const timed = events.map((event) => ({ event, moment: readMoment(event.at) }));
  timed.sort((a, b) => a.moment - b.moment || (a.event.id < b.event.id ? -1 : 1));
  return timed.map(({ event }) => event);
}

/**
 * Open the log.
 *
 * @param {Storage | null} storage - Where events are kept; without it they last as long as the page.
 * @param {() => number} now - The clock, in milliseconds since 1970.
 */
export function openLog(storage, now = () => performance.timeOrigin + performance.now()) {
  const known = new Map(); // every event that was read or recorded, by id
  const unsaved = new Map(); // those that the storage did not take
  let ordered = null; // those in the order of recording, until there is another
  let notice = storage ? "" : "no-storage";

  const keys = () => (storage ? Object.keys(storage).filter(isKey) : []);

  /** Take over what other pages have recorded, and forget what they have cleared. */
  function refresh() {
    const stored = new Set(keys().map((key) => key.slice(PREFIX.length)));
    for (const id of known.keys()) if (!stored.has(id) && !unsaved.has(id)) forget(id);
    for (const id of stored) if (!known.has(id)) read(id);
  }

  function learn(event) {
    known.set(event.id, event);
    ordered = null;
  }

  function forget(id) {
    known.delete(id);
    ordered = null;
  }

  function read(id) {
    try {
      const event = checkEvent(JSON.parse(storage.getItem(PREFIX + id)));
      if (event.id === id) learn(event);
    } catch {
      // Something else has written there: no event of ours.
    }
  }

  function keep(event) {
    learn(event);
    unsaved.set(event.id, event);
  }

  /** Write what is not written yet; what does not fit waits for the next time. */
  function save() {
    if (!storage) return;
    notice = "";
    for (const [id, event] of unsaved) {
      try {
        storage.setItem(PREFIX + id, JSON.stringify(event));
        unsaved.delete(id);
      } catch {
        notice = "storage-full";
        return;
      }
    }
  }

  /** Return a moment behind every other one of a question: a clock that was put back changes no order. */
  function nextMoment(question) {
    const own = [...known.values()].filter((event) => event.question === question);
    const latest = own.reduce((last, event) => Math.max(last, readMoment(event.at)), 0);
    return writeMoment(Math.max(Math.round(now() * MICROSECONDS), latest + 1));
  }

  return {
    /** Return every event in the order of recording. */
    events() {
      refresh();
      ordered ??= sort([...known.values()]);
      return [...ordered];
    },
    /**
     * Record what was done.
     *
     * @param {object[]} events - Events without their moment.
     * @returns {string[]} The ids of those that are safe.
     */
    append(events) {
      refresh();
      for (const event of events) {
        if (!known.has(event.id)) keep({ id: event.id, at: nextMoment(event.question), ...event });
      }
      save();
      return events.map(({ id }) => id).filter((id) => !unsaved.has(id));
    },
    /** What the learner should know, as a word of section "site-log", or "". */
    get notice() {
      return notice;
    },
    toFile() {
      return writeFile(this.events());
    },
    /**
     * Take over the events of a file, all or none.
     *
     * @throws {BadFile} Its `key` and `values` name words of section "progress" or "site-log".
     */
    takeFile(text) {
      const events = readFile(text);
      refresh();
      const fresh = [...new Map(events.filter(({ id }) => !known.has(id)).map((event) => [event.id, event])).values()];
      const done = [];
      try {
        for (const event of fresh) {
          storage.setItem(PREFIX + event.id, JSON.stringify(event));
          done.push(event.id);
        }
      } catch {
        for (const id of done) storage.removeItem(PREFIX + id);
        throw new BadFile("no-room");
      }
      refresh();
      return { added: fresh.length, known: events.length - fresh.length };
    },
  };
}
