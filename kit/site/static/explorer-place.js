/**
 * An explorer of a lesson: the module that JupyterLab runs, answered by frames drawn beforehand, or by
 * what the page finds itself.
 */
import { fill, h } from "../../widgets/dom.js";
import explorer, { keyOf } from "../../widgets/explorer.js";
import { followers, movedBetween, nearest, settle } from "./frames.js";
import { makeModel } from "./model.js";
import { dateOf, readClock } from "./moments.js";
import { mend, readPast } from "./past.js";
import { makeAssessor } from "./self-assessment.js";

/** What finds everything itself where the explorer has rules for it. */
const RECKONERS = { "self-assessment": makeAssessor };

/** Return a state with the numbers that Python has where a list of choices has text, or the reverse. */
const convert = (state, names, to) => ({ ...state, ...Object.fromEntries(names.map((name) => [name, to(state[name])])) });

/** Answer by frames: what is set is that of one of them. */
class FrameDesk {
  constructor(name, plan, site) {
    const frames = plan.states.map((state) => convert(state, plan.counts, String));
    Object.assign(this, { name, plan, site, frames });
  }

  /** Return the state that a frame answers for: the one set, or the nearest; free words stay. */
  settle(state, before) {
    const { controls } = this.plan;
    const moved = before && movedBetween(this.frames[0], before, state);
    const number = nearest(controls, this.frames, state, moved);
    return { number, state: settle(controls, this.frames[number], state) };
  }

  async view({ number }) {
    try {
      return await this.site.load(`frames/${this.site.language}/${this.name}/${number}`);
    } catch {
      return { trouble: this.site.words.site["not-loaded"] };
    }
  }
}

/** Answer by the rules of the explorer: everything can be set. */
class RuleDesk {
  constructor(name, plan, past) {
    this.plan = plan;
    this.find = RECKONERS[name](plan.rules, past, dateOf(readClock().moment));
  }

  settle(state) {
    return { state: mend(this.plan, state) };
  }

  view({ state }) {
    return this.find(state);
  }
}

class Desk {
  constructor(name, plan, site) {
    this.past = plan.is_kept ? readPast(plan, site.log.events()) : [];
    this.desk = plan.form === "reckoned" ? new RuleDesk(name, plan, this.past) : new FrameDesk(name, plan, site);
    Object.assign(this, { plan, site, words: site.words["site-explorer"], start: convert(plan.start, plan.counts, String) });
  }

  async makeModel() {
    const { plan, site, desk } = this;
    const begun = desk.settle(convert(this.past.at(-1)?.state ?? plan.start, plan.counts, String));
    let before = begun.state;
    const model = makeModel({
      plan: { ...plan, start: this.start },
      words: site.words.explorer,
      asked: { n: 0, state: begun.state },
      view: { n: 0, ...(await desk.view(begun)) },
      followed: "",
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
      const found = desk.settle(state, before);
      before = found.state;
      if (keyOf(found.state) !== keyOf(state)) model.set("asked", { n, state: found.state });
      model.set("followed", this.sayFollowed(state, found.state));
      model.set("view", { n, ...(await desk.view(found)) });
    };
    return model;
  }

  /** Say which other settings an example has changed, or "". */
  sayFollowed(asked, found) {
    const changes = followers(this.plan.controls, asked, found).map((one) => fill(this.words["followed-one"], one));
    return changes.length ? fill(this.words.followed, { changes: changes.join("; ") }) : "";
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
    if (!told) return;
    const followed = h("p", { className: "kit-followed", role: "status" });
    model.on("change:followed", () => { followed.textContent = model.get("followed"); });
    el.querySelector(".kit-controls").after(h("div", { className: "kit-examples" }, h("p", { textContent: told }), followed));
  },
};
