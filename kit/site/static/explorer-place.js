/** An explorer of a lesson: the module that JupyterLab runs, answered by frames drawn beforehand. */
import { h } from "../../widgets/dom.js";
import explorer, { keyOf } from "../../widgets/explorer.js";
import { movedBetween, nearest, settle } from "./frames.js";
import { makeModel } from "./model.js";

/** Return a state with the numbers that Python has where a list of choices has text, or the reverse. */
const convert = (state, names, to) => ({ ...state, ...Object.fromEntries(names.map((name) => [name, to(state[name])])) });

/** Return what the learner left here last, or null. */
function findLeft(plan, log) {
  const own = log.events().filter(({ kind, question, answer }) => kind === "state" && question === plan.id && answer);
  return own.at(-1)?.answer ?? null;
}

/** Return a whole state: what was left, as far as a control has it now, else that of the start. */
function mend(plan, left) {
  const isSame = (name) => typeof left[name] === typeof plan.start[name];
  return Object.fromEntries(Object.entries(plan.start).map(([name, value]) => [name, left && isSame(name) ? left[name] : value]));
}

class Desk {
  constructor(name, plan, site) {
    const frames = plan.states.map((state) => convert(state, plan.counts, String));
    Object.assign(this, { name, plan, site, frames, words: site.words["site-explorer"] });
    this.isOpen = plan.form === "open";
    this.start = convert(plan.start, plan.counts, String);
  }

  /** Return a state that a frame answers for: the one set, or the nearest; free words stay. */
  settle(state, moved) {
    const { controls } = this.plan;
    const number = nearest(controls, this.frames, state, moved);
    return { number, state: this.isOpen ? state : settle(controls, this.frames[number], state) };
  }

  /** Return what is found for a frame. */
  async view(number, state) {
    try {
      const view = await this.site.load(`frames/${this.site.language}/${this.name}/${number}`);
      const isBlank = !this.isOpen || keyOf(state) === keyOf(this.start);
      return isBlank ? view : { ...view, words: this.words["open-set"], more: "", offers: [] };
    } catch {
      return { trouble: this.site.words.site["not-loaded"] };
    }
  }

  async makeModel() {
    const { plan, site } = this;
    const left = plan.is_kept ? findLeft(plan, site.log) : null;
    const begun = this.settle(convert(mend(plan, left), plan.counts, String));
    let before = begun.state;
    const model = makeModel({
      plan: { ...plan, start: this.start },
      words: site.words.explorer,
      asked: { n: 0, state: begun.state },
      view: { n: 0, ...(await this.view(begun.number, begun.state)) },
      guessed: {},
      outbox: [],
      kept: [],
      notice: plan.is_kept ? site.notice() : "",
    }, () => {
      const asked = model.get("asked");
      if (keyOf(asked.state) !== keyOf(before)) answer(asked);
      this.keep(model);
    });

    const answer = async ({ n, state }) => {
      const found = this.settle(state, movedBetween(this.frames[0], before, state));
      before = found.state;
      if (keyOf(found.state) !== keyOf(state)) model.set("asked", { n, state: found.state });
      model.set("view", { n, ...(await this.view(found.number, found.state)) });
    };
    return model;
  }

  /** Hand over what the learner has left so; what the page made of it is what is kept. */
  keep(model) {
    if (!model.get("outbox").length) return;
    const { id: lesson } = this.site.lesson;
    const { state } = model.get("asked");
    const events = model.get("outbox").map(({ id, question, version, kind, answer }, i, all) => ({
      id, question, version, kind,
      answer: convert(i === all.length - 1 ? state : answer, this.plan.counts, Number),
      score: null, lesson, quiz: "", language: this.site.language,
    }));
    const kept = this.site.log.append(events);
    model.set("notice", this.site.notice());
    model.set("kept", kept);
  }
}

export default {
  selector: "[data-explorer]",
  async mount(el, site) {
    const name = el.dataset.explorer;
    const plan = (await site.pack()).explorers[name];
    const desk = new Desk(name, plan, site);
    const model = await desk.makeModel();
    el.replaceChildren();
    explorer.render({ model, el });
    const told = desk.words[plan.form];
    if (told) el.querySelector(".kit-controls").after(h("p", { className: "kit-examples", textContent: told }));
  },
};
