/**
 * One's own organisation against the seven principles, found on the page: what
 * kit/explorers/self_assessment.py says and tells, from the words and principles that it hands over.
 */
import { fill } from "../../widgets/dom.js";
import { escape, table, writeLines } from "./html.js";
import { findExtremes, findLast, readLevels } from "./levels.js";
import { fillForm } from "./moments.js";

const STEPS = 5;
const percent = (level) => `${(100 * level) / STEPS}%`;
const toBase64 = (text) => btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));

/** Return a bar as long as a level is high; the words beside it say the same. */
function drawBar(level, look) {
  const lines = [1, 2, 3, 4].map((one) => `<line x1="${percent(one)}" x2="${percent(one)}" y1="0" y2="100%"></line>`).join("");
  return `<svg class="${look}" aria-hidden="true">${lines}<rect class="kit-filled" width="${percent(level)}" height="100%"></rect></svg>`;
}

/**
 * Make what answers for states.
 *
 * @param {object} rules - As the explorer's `rules` gives them.
 * @param {object[]} past - What the learner left before, as past.js reads it.
 * @param {string} today - The day where the learner is, as 2026-11-22.
 */
export function makeAssessor({ words, days, principles, file, page }, past, today) {
  const last = findLast(principles, past, today);

  function writeDay(iso) {
    const [year, month, day] = iso.split("-").map(Number);
    return fillForm(days.day, { day, year, month: days.months.split(" ")[month - 1] });
  }

  const shorten = ([name, ...others]) => (others.length ? fill(words.more, { name, n: others.length }) : name);
  const join = (names) => names.join("; ");

  /** Say a finding about levels with the words for one, for levels that are alike, or for extremes. */
  function sayLevels(levels, [one, alike, extremes], list) {
    const { most, strong, least, weak } = findExtremes(principles, levels);
    if (levels.size === 1) return fill(words[one], { name: strong[0], level: most });
    if (most === least) return fill(words[alike], { n: levels.size, level: most });
    return fill(words[extremes], { strong: list(strong), most, weak: list(weak), least });
  }

  function sayChanges(levels) {
    if (!last) return words["first-time"];
    const isChanged = ({ slug }) => last.levels.has(slug) && levels.has(slug) && last.levels.get(slug) !== levels.get(slug);
    const changes = principles.filter(isChanged)
      .map(({ slug, name }) => fill(words.change, { name, old: last.levels.get(slug), new: levels.get(slug) }));
    return fill(words[changes.length ? "changed" : "unchanged"], { date: writeDay(last.day), changes: join(changes) });
  }

  /** Name what is strongest and weakest, and what has changed since the last time. */
  function describe(state) {
    const levels = readLevels(principles, state);
    if (!levels.size) return words["nothing-yet"];
    return `${sayLevels(levels, ["only-one", "all-alike", "extremes"], join)} ${sayChanges(levels)}`;
  }

  function tellLevels(state) {
    const levels = readLevels(principles, state);
    const tellLevel = ({ slug, behaviours }) => (levels.has(slug)
      ? fill(words["told-level"], { n: levels.get(slug), behaviour: behaviours[levels.get(slug) - 1] }) : words["level-none"]);
    const tellLast = ({ slug }) => (last?.levels.has(slug) ? fill(words["short-level"], { n: last.levels.get(slug) }) : words.none);
    return table([words.principle, words.today, words["last-time"], words["your-evidence"]], principles.map((one) => [
      escape(one.name), escape(tellLevel(one)), escape(tellLast(one)),
      writeLines(state[`evidence-${one.slug}`]) || escape(words.none),
    ]));
  }

  function tellPlan({ improve, step, by }) {
    const name = principles.find(({ slug }) => slug === improve)?.name ?? words["improve-none"];
    const told = [escape(name), writeLines(step) || escape(words.none), escape(by ? writeDay(by) : words.none)];
    return table([words["start-with"], words.step, words.by], [told]);
  }

  /** List levels, evidence and the plan. */
  const tell = (state) => `${tellLevels(state)}${tellPlan(state)}<p><small>${escape(words.note)}</small></p>`;

  function drawPrinciple({ slug, name }, levels, improve) {
    const start = slug === improve ? ` <b>▸ ${escape(words["key-start"])}</b>` : "";
    const now = levels.has(slug) ? fill(words["bar-now"], { n: levels.get(slug) }) : words["level-none"];
    const before = last?.levels.get(slug);
    const then = before ? `${drawBar(before, "kit-then")}<b>${escape(fill(words["bar-last"], { n: before }))}</b>` : "";
    return `<li><span>${escape(name)}${start}</span>${drawBar(levels.get(slug) ?? 0, "kit-now")}<b>${escape(now)}</b>${then}</li>`;
  }

  /** Draw the levels of today above those of the last time as bars, once something is rated. */
  function draw(state) {
    const levels = readLevels(principles, state);
    if (!levels.size) return "";
    const finding = sayLevels(levels, ["finding-one", "finding-alike", "finding"], shorten);
    const scale = fill(words["bar-scale"], { low: words["axis-low"], high: words["axis-high"] });
    const bars = principles.map((one) => drawPrinciple(one, levels, state.improve)).join("");
    return `<div class="kit-levels"><p><b>${escape(finding)}</b></p><ul class="kit-bars kit-long">${bars}</ul>`
      + `<p><small>${escape(scale)}</small></p></div>`;
  }

  /** Offer a page to print, once something is rated. */
  function offer(state) {
    if (!readLevels(principles, state).size) return [];
    const parts = { date: escape(fill(words.date, { date: writeDay(today) })), told: escape(describe(state)), body: tell(state) };
    const content = page.replace(/\{(date|told|body)\}/g, (_, name) => parts[name]);
    return [{ name: fill(file, { day: today }), label: words.offer, type: "text/html", content: toBase64(content) }];
  }

  /** Return what is found for a whole state, as kit/explorers/view.py does. */
  return (state) => ({
    svg: draw(state), words: describe(state), more: tell(state), ask: "", guesses: [], compare: {}, offers: offer(state),
  });
}
