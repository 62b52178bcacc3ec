/**
 * A question as it is put before the learner, as kit/assessment/paper.py makes it: without its key,
 * its parts mixed by the seed and named by their places, so that an attempt looks the same anywhere.
 */
import { drawLots } from "./sha256.js";

const SHOWN = ["id", "kind", "stem", "findings", "unit", "units"];
const PARTS = ["options", "steps", "items", "groups"];
/** What the modules of the kinds expect to find, and may not know yet. */
const UNKNOWN = { value: "", tolerance: 0, why: "", slips: [] };

const pick = (view, keys) => Object.fromEntries(keys.filter((key) => key in view).map((key) => [key, view[key]]));

/** Return the parts in an order that the seed gives; steps never in the right one. */
function mix(view, part, seed) {
  const ones = view[part];
  // Groups such as verdicts have an order of their own, which tells nothing.
  if (view.kind === "sort" && part === "groups") return ones;
  const byId = Object.fromEntries(ones.map((one) => [one.id, one]));
  const drawn = drawLots(Object.keys(byId), (id) => `${seed}/${view.id}/${part}/${id}`).map((id) => byId[id]);
  const mixed = [...drawn.filter((one) => !one.last), ...drawn.filter((one) => one.last)];
  const isRight = mixed.every((one, i) => one === ones[i]);
  return part === "steps" && isRight ? [...mixed.slice(1), mixed[0]] : mixed;
}

function strip(part, one, tokens) {
  const shown = { id: tokens[part][one.id], ...pick(one, ["text"]) };
  return part === "items" ? { ...shown, in: [] } : shown;
}

function find(table, name) {
  if (!Object.hasOwn(table, name)) throw new RangeError(`got "${name}", expected an answer on this paper.`);
  return table[name];
}

function translate(answer, names) {
  if (Array.isArray(answer)) return answer.map((one) => find(names.options ?? names.steps, one));
  if (answer === null || typeof answer !== "object") return answer;
  if (!names.items) return { ...answer, reason: answer.reason === null ? null : find(names.options, answer.reason) };
  return Object.fromEntries(Object.entries(answer).map(([item, group]) => [find(names.items, item), find(names.groups, group)]));
}

const turned = (names) => Object.fromEntries(Object.entries(names).map(([one, other]) => [other, one]));

/**
 * Make the paper of a question: its `view`, `show(answer)` for a stored answer in the names of the
 * paper, null if it does not fit, and `read(answer)` back, which throws a RangeError.
 */
export function makePaper(full, seed) {
  const parts = PARTS.filter((part) => part in full);
  const mixed = Object.fromEntries(parts.map((part) => [part, mix(full, part, seed)]));
  const tokens = Object.fromEntries(parts.map((part) => [part, Object.fromEntries(mixed[part].map((one, i) => [one.id, `${i + 1}`]))]));
  const back = Object.fromEntries(parts.map((part) => [part, turned(tokens[part])]));
  // The widget is not to mix the steps once more: it would not know the right order to avoid.
  const view = { ...pick(full, SHOWN), ...UNKNOWN, is_mixed: true };
  for (const part of parts) view[part] = mixed[part].map((one) => strip(part, one, tokens));
  const named = tokens.options ?? tokens.items;
  if (full.pieces) view.pieces = full.pieces.map((piece) => ("id" in piece ? { id: named[piece.id] } : piece));
  return {
    view,
    show(answer) {
      try {
        return translate(answer, tokens);
      } catch {
        return null;
      }
    },
    read: (answer) => translate(answer, back),
  };
}
