/**
 * An explorer, the same in every home: `render({ model, el })` draws the controls and what the model's
 * `view` has found. What a learner sets goes into `asked`, counted by `n`; the `view` that answers has
 * the same `n`. Whoever stands behind the model, a kernel or frames drawn beforehand, sets `view`.
 */
import { drawControls } from "./controls.js";
import { button, h } from "./dom.js";
import { makeFinding } from "./finding.js";
import { makeOutbox } from "./outbox.js";

// An answer that takes longer is waited for visibly; one that takes much longer, with a word.
const SOON = 150;
const LONG = 5000;

/** Return the text that names a state, as kit/explorers/state.py does. */
export const keyOf = (state) => JSON.stringify(Object.fromEntries(Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1))));

function render({ model, el }) {
  // The wall asks for a second view, which gives the state back that it found.
  el.addEventListener("kit-wall", ({ detail }) => {
    const shared = detail.share(model);
    const close = show(shared, detail.into);
    detail.part = { close: () => { close(); shared.giveBack(); } };
  });
  return show(model, el);
}

function show(model, el) {
  const plan = model.get("plan");
  const words = model.get("words");
  const uid = "kit" + Math.random().toString(36).slice(2);
  let values = { ...model.get("asked").state };
  let left = null; // what was set before the learner reset it
  let shown = null; // what was told last
  let timer = 0;
  let waits = [];

  const finding = makeFinding(model, words);
  const status = h("p", { className: "kit-status", role: "status" });
  const again = button("", reset, "kit-plain");
  const outbox = makeOutbox(model, plan.id, words);
  const kept = plan.is_kept ? h("div", { className: "kit-keep" }, h("p", { className: "kit-saved", textContent: words["kept-here"] }), outbox.node) : null;
  const controls = drawControls(plan.controls, { words, language: plan.language, uid, change });
  const settings = h("div", { className: "kit-controls", role: "group", "aria-label": words.settings }, ...controls.nodes);
  const card = h("section", { className: "kit-explorer", lang: plan.language, "aria-label": plan.title },
    h("header", {}, h("b", { textContent: plan.title }), h("span", { textContent: words.explore })),
    settings, finding.node, status, h("div", { className: "kit-foot" }, again, kept));
  // A key typed here is meant for the explorer, not for the notebook around it.
  for (const type of ["keydown", "keypress", "keyup"]) el.addEventListener(type, (event) => event.stopPropagation());

  function say(text, isSeen = true) {
    status.textContent = "";
    status.classList.toggle("kit-unseen", !isSeen);
    if (text) setTimeout(() => { status.textContent = text; }, 30);
  }

  /** Hear what a control was set to; ask at once, or when nothing more has come for a while. */
  function change(name, value, rest = 0) {
    values = { ...values, [name]: value };
    controls.suit(values);
    left = null;
    drawAgain();
    clearTimeout(timer);
    if (rest) timer = setTimeout(ask, rest);
    else ask();
  }

  function ask() {
    clearTimeout(timer);
    const { n, state } = model.get("asked");
    if (keyOf(values) === keyOf(state)) return;
    model.set("asked", { n: n + 1, state: values });
    if (plan.is_kept) outbox.send({ id: crypto.randomUUID?.() ?? Date.now() + "-" + Math.random(), question: plan.id, version: plan.version, kind: "state", answer: values });
    else model.save_changes();
    if (model.get("view").n !== model.get("asked").n) wait();
  }

  function wait() {
    waits.forEach(clearTimeout);
    waits = [
      setTimeout(() => finding.node.setAttribute("aria-busy", "true"), SOON),
      setTimeout(() => say(words.waiting), LONG),
    ];
  }

  function reset() {
    const next = left ?? plan.start;
    left = left ? null : values;
    values = { ...next };
    controls.show(values);
    drawAgain();
    ask();
  }

  function drawAgain() {
    again.textContent = words[left ? "bring-back" : "reset"];
    again.disabled = !left && keyOf(values) === keyOf(plan.start);
  }

  /** Draw the answer, unless it is a late one: something else was asked since. */
  function draw() {
    const view = model.get("view");
    const { n, state } = model.get("asked");
    if (view.n !== n) return wait();
    waits.forEach(clearTimeout);
    finding.node.removeAttribute("aria-busy");
    finding.node.hidden = Boolean(view.trouble);
    const isHeld = !view.trouble && finding.show(view, keyOf(state));
    const told = `${view.words} ${view.more}`;
    if (view.trouble) say(view.trouble);
    else if (shown !== null || status.textContent) say(isHeld ? words["guess-first"] : told === shown ? words.unchanged : "", false);
    shown = isHeld || view.trouble ? "" : told;
    Object.assign(el.dataset, { kitExplorer: plan.id, kitAnswer: n });
  }

  /** Take over a state that was set elsewhere: by another view of this model, or by Python. */
  function follow() {
    const { state } = model.get("asked");
    if (keyOf(state) === keyOf(values)) return;
    values = { ...state };
    controls.show(values);
    drawAgain();
  }

  /** Send again what an earlier page or kernel could not keep, and go on from there. */
  function sendLeft() {
    const events = plan.is_kept ? outbox.left() : [];
    for (const event of events) outbox.send(event);
    const last = events.at(-1);
    if (!last || last.version !== plan.version || keyOf(last.answer) === keyOf(values)) return;
    model.set("asked", { n: model.get("asked").n + 1, state: last.answer });
    model.save_changes();
  }

  const heard = { "change:view": draw, "change:asked": follow };
  for (const [event, tell] of Object.entries(heard)) model.on(event, tell);
  controls.show(values);
  drawAgain();
  el.append(card);
  draw();
  sendLeft();
  return () => {
    ask();
    waits.forEach(clearTimeout);
    finding.close();
    outbox.close();
    for (const [event, tell] of Object.entries(heard)) model.off(event, tell);
  };
}

export default { render };
