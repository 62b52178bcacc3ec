/** Progress as a file, in the format of kit/learner/transfer.py, and the check of what comes in. */
import { MARKS } from "../../widgets/standing.js";

const FORMAT = "iso9001-kit-progress";
const VERSION = 1;
const MAX_BYTES = 64 * 1024;
const KINDS = ["choice", "confidence", "check", "hint", "reveal", "retry", "start", "hand-in", "state"];
const ID = /^[0-9a-z.-]{16,64}$/;
const MOMENT = /^(19[7-9]\d|2\d{3})-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$/i;
const MOST_LETTERS = 200;

/** Raised when a file cannot be brought in; `key` and `values` name interface words. */
export class BadFile extends Error {
  constructor(key, values = {}) {
    super(key);
    Object.assign(this, { key, values });
  }
}

// Python counts letters, and so do we: an astral one is one.
const length = (text) => [...text].length;
const isName = (value) => typeof value === "string" && length(value) >= 1 && length(value) <= MOST_LETTERS;
const isMark = (value) => typeof value === "string" && length(value) <= MOST_LETTERS;
const isScore = (value, { kind }) => value === null || (typeof value === "number" && kind === "check" && value >= 0 && value <= 1);
const isAnswer = (value, { kind }) => kind !== "confidence" || value in MARKS;
const FIELDS = {
  id: { isFit: (value) => typeof value === "string" && ID.test(value) },
  at: { isFit: (value) => typeof value === "string" && MOMENT.test(value) && !Number.isNaN(Date.parse(value)) },
  question: { isFit: isName },
  version: { isFit: isName },
  kind: { isFit: (value) => KINDS.includes(value) },
  answer: { isFit: isAnswer, blank: null },
  score: { isFit: isScore, blank: null },
  lesson: { isFit: isMark, blank: "" },
  quiz: { isFit: isMark, blank: "" },
  language: { isFit: isMark, blank: "" },
};

/** Return the text of an export, a line an event. */
export function writeFile(events) {
  const lines = events.map((event) => JSON.stringify(event)).join(",\n");
  return `{"format":"${FORMAT}","version":${VERSION},"events":[\n${lines}\n]}\n`;
}

/**
 * Return the events of an export, all or none.
 *
 * @throws {BadFile}
 */
export function readFile(text) {
  const table = parse(text);
  if (table?.format !== FORMAT || !Number.isInteger(table.version) || table.version < 1) throw new BadFile("other-format");
  if (table.version > VERSION) throw new BadFile("newer-format", { found: table.version, known: VERSION });
  if (!Array.isArray(table.events)) throw new BadFile("other-format");
  return table.events.map((event, i) => checkEvent(event, i + 1));
}

function parse(text) {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new BadFile("not-json", { reason: error.message });
  }
}

/** Return an event with every field; `number` is its place in a file. */
export function checkEvent(event, number = 1) {
  const refuse = (field, reason, found) => {
    throw new BadFile("broken-event", { number, field, reason, found: JSON.stringify(found)?.slice(0, MOST_LETTERS) });
  };
  if (event === null || typeof event !== "object" || Array.isArray(event)) refuse("events", "reason-unfit", event);
  for (const name of Object.keys(event)) if (!Object.hasOwn(FIELDS, name)) refuse(name, "reason-unknown");
  const whole = {};
  for (const [name, { isFit, blank }] of Object.entries(FIELDS)) {
    if (!Object.hasOwn(event, name) && blank === undefined) refuse(name, "reason-missing");
    whole[name] = Object.hasOwn(event, name) ? event[name] : blank;
    if (!isFit(whole[name], event)) refuse(name, "reason-unfit", whole[name]);
  }
  if (new TextEncoder().encode(JSON.stringify(whole)).length > MAX_BYTES) refuse("answer", "reason-long");
  return whole;
}
