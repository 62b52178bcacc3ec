/**
 * A quiz, the same in every home: `render({ model, el })` draws the model's state, grades at once
 * as kit/quiz/grading.py does, and puts each thing done into `outbox` until it is `kept`.
 */
const FOCUSABLE = new Set(["button", "input", "select"]);

/** Make an element; names with a dash become attributes, `html` is Markdown that Python rendered. */
function h(tag, { html, ...props } = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.includes("-") || name === "role") node.setAttribute(name, value);
    else node[name] = value;
  }
  // JupyterLab takes single keys as commands (x cuts the cell) unless the focused element says no.
  if (FOCUSABLE.has(tag)) node.setAttribute("data-lm-suppress-shortcuts", "true");
  if (html !== undefined) node.innerHTML = html;
  node.append(...children.filter((child) => child != null));
  return node;
}

/** Fill {names} in a text. */
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** A generator of numbers in [0, 1) that the same text always starts alike (FNV-1a, mulberry32). */
function generator(text) {
  let state = 2166136261;
  for (const sign of text) state = Math.imul(state ^ sign.codePointAt(0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Shuffle by a seed; what is marked `last` stays at the end. */
export function shuffle(list, seed) {
  const random = generator(seed);
  const free = list.filter((one) => !one.last);
  for (let i = free.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [free[i], free[j]] = [free[j], free[i]];
  }
  return [...free, ...list.filter((one) => one.last)];
}

const count = (list, test) => list.filter(test).length;
const rightness = (options, chosen) =>
  Object.fromEntries(options.filter((o) => chosen.includes(o.id)).map((o) => [o.id, !!o.ok]));

/** Radio buttons or boxes, one row an option. */
function choose(type, options, chosen, pick, ui) {
  return options.map((option) => {
    const input = h("input", { type, name: ui.name + type, checked: chosen.includes(option.id) });
    input.addEventListener("change", () => pick(option.id, input.checked));
    return ui.row(option, input);
  });
}

/**
 * The kinds of question. `draw(question, answer, change, ui)` gives the controls, `isComplete` tells
 * whether there is something to check, `grade` holds the rule, `key` names the parts that are right.
 */
export const kinds = {
  single: {
    blank: [],
    draw: (q, answer, change, ui) => choose("radio", ui.order(q.options), answer, (id) => change([id]), ui),
    isComplete: (q, answer) => answer.length > 0,
    grade(q, answer) {
      const parts = rightness(q.options, answer);
      return { score: Object.values(parts).some(Boolean) ? 1 : 0, parts };
    },
    key: (q) => rightness(q.options, q.options.map((o) => o.id)),
  },
  "true-false": {
    blank: { verdict: null, reason: null },
    draw(q, answer, change, ui) {
      const now = { ...answer };
      const set = (name) => (id) => change(Object.assign(now, { [name]: id.replace(":", "") }) && { ...now });
      const verdicts = ["true", "false"].map((id) => ({ id: ":" + id, text: ui.words[id] }));
      const reasons = { ...ui, name: ui.name + "r" };
      return [
        h("div", { className: "kit-verdict" }, ...choose("radio", verdicts, [":" + answer.verdict], set("verdict"), ui)),
        h("fieldset", {}, h("legend", { textContent: ui.words.because }),
          ...choose("radio", ui.order(q.options), [answer.reason], set("reason"), reasons)),
      ];
    },
    isComplete: (q, answer) => answer.verdict && answer.reason,
    grade(q, answer) {
      const isRight = (answer.verdict === "true") === q.is_true;
      const parts = { [":" + answer.verdict]: isRight, ...rightness(q.options, [answer.reason]) };
      return { score: isRight ? 0.5 + 0.5 * parts[answer.reason] : 0, parts };
    },
    key: (q) => ({ ":true": q.is_true, ":false": !q.is_true, ...kinds.single.key(q) }),
  },
  sort: {
    blank: {},
    draw(q, answer, change, ui) {
      const now = { ...answer };
      return ui.order(q.items).map((item) => {
        const select = h("select", { "aria-label": fill(ui.words["group-of"], { item: h("i", { html: item.text }).textContent }) },
          h("option", { value: "", textContent: ui.words.choose }),
          ...q.groups.map((group) => h("option", { value: group.id, textContent: group.text, selected: answer[item.id] === group.id })));
        select.addEventListener("change", () => {
          if (select.value) now[item.id] = select.value;
          else delete now[item.id];
          change({ ...now });
        });
        const home = q.groups.find((group) => group.id === item.in[0]).text;
        return ui.row({ ...item, home }, select);
      });
    },
    isComplete: (q, answer) => Object.keys(answer).length === q.items.length,
    grade(q, answer) {
      const placed = q.items.filter((item) => answer[item.id]);
      const parts = Object.fromEntries(placed.map((item) => [item.id, item.in.includes(answer[item.id])]));
      const forFree = Math.max(...q.groups.map((group) => count(q.items, (item) => item.in.includes(group.id))));
      const hits = count(placed, (item) => parts[item.id]);
      return { score: Math.max(0, (hits - forFree) / (q.items.length - forFree)), parts };
    },
    key: () => ({}),
  },
};
kinds.several = {
  ...kinds.single,
  draw(q, answer, change, ui) {
    let now = answer;
    const pick = (id, isOn) => change((now = [...now.filter((one) => one !== id), ...(isOn ? [id] : [])]));
    return choose("checkbox", ui.order(q.options), answer, pick, ui);
  },
  grade(q, answer) {
    const parts = rightness(q.options, answer);
    const right = count(q.options, (o) => o.ok);
    const others = q.options.length - right;
    const hits = count(Object.values(parts), Boolean);
    return { score: Math.max(0, (hits * others - (answer.length - hits) * right) / (right * others)), parts };
  },
};

/** Fold one thing done into where the learner stands, as kit/learner/standing.py does. */
export function step(standing, { kind, answer }, score) {
  const next = { ...standing, has_changed: false };
  if (kind === "choice") Object.assign(next, { answer, is_checked: false, is_solved: false });
  if (kind === "hint") next.has_hint = true;
  if (kind === "reveal") next.is_revealed = true;
  if (kind === "retry") Object.assign(next, { answer: null, is_checked: false, is_solved: false, is_revealed: false });
  if (kind === "check") {
    if (!standing.was_revealed) next.best = Math.max(standing.best, score);
    Object.assign(next, { answer, is_checked: true, is_solved: score === 1, tries: standing.tries + 1 });
  }
  next.was_revealed = standing.was_revealed || kind === "reveal";
  return next;
}

/**
 * What is not kept yet, on a shelf of the browser: a kernel that dies takes no answer with it. Each
 * event lies there under a key of its own, so that two windows do not disturb each other.
 */
function makeShelf(quizId) {
  const prefix = `kit-outbox/${quizId}/`;
  const quietly = (use) => {
    try {
      return use(window.localStorage);
    } catch {
      return null; // no storage, or it is full: the outbox of the model is all there is
    }
  };
  return {
    put: (event) => quietly((shelf) => shelf.setItem(prefix + event.id, JSON.stringify({ n: Date.now(), event }))),
    drop: (id) => quietly((shelf) => shelf.removeItem(prefix + id)),
    left: () => quietly((shelf) => Object.keys(shelf).filter((key) => key.startsWith(prefix))
      .map((key) => JSON.parse(shelf.getItem(key))).sort((a, b) => a.n - b.n).map(({ event }) => event)) ?? [],
  };
}

/** Draw one question into `body`; `act` tells the quiz what the learner does. */
function drawQuestion(quiz, question, index, body) {
  const { words, isPrediction, act } = quiz;
  const standing = quiz.standing(question);
  const kind = kinds[question.kind];
  let answer = standing.answer ?? kind.blank;
  const isOver = standing.is_checked && (standing.is_solved || isPrediction);
  const isOpen = isOver || standing.is_revealed;
  const graded = standing.is_checked ? kind.grade(question, answer).parts : {};
  const key = isOpen ? kind.key(question) : {};

  const mark = (id) => {
    if (id in graded) return graded[id] ? ["right", "✓ " + words.right] : ["wrong", "✗ " + words.wrong];
    return key[id] ? ["missed", "✓ " + words.answer] : ["", ""];
  };
  const ui = {
    words,
    name: `${quiz.uid}-${index}-`,
    // A new try has a new order; looking at a checked one must not change it.
    order: (list) => shuffle(list, `${quiz.seed}/${question.id}/${standing.tries - standing.is_checked}`),
    row(part, control) {
      const [look, sign] = mark(part.id);
      // What explains an item that is in the wrong place would tell the right one.
      const isExplained = part.why && (isOpen || graded[part.id] || (part.id in graded && !part.in));
      const group = isOpen && part.home && !graded[part.id] ? h("p", { className: "kit-home", textContent: fill(words["belongs-to"], { group: part.home }) }) : null;
      return h("label", { className: `kit-option ${look}` }, control, h("span", { className: "kit-text", html: part.text }),
        sign ? h("span", { className: "kit-mark", textContent: sign }) : null, group,
        isExplained ? h("p", { className: "kit-why", html: part.why }) : null);
    },
  };
  const change = (value) => act(question, "choice", (answer = value));
  const fields = h("fieldset", { disabled: standing.is_checked || standing.is_revealed, className: `kit-${question.kind}` },
    h("legend", { html: question.stem }), ...kind.draw(question, answer, change, ui));

  const button = (word, does, look = "") => {
    const node = h("button", { type: "button", className: look, textContent: words[word] });
    node.addEventListener("click", does);
    return node;
  };
  const isLast = index === quiz.questions.length - 1;
  const isAnswered = standing.is_checked || standing.is_revealed;
  const main = h("button", { className: "kit-main", textContent: words[isPrediction ? "guess" : "check"] });
  const buttons = [];
  if (!isAnswered) buttons.push(main);
  if (isOpen && !isLast) buttons.push(button("next", () => quiz.go(index + 1), "kit-main"));
  if (isAnswered && !isPrediction) buttons.push(button("try-again", () => act(question, "retry"), isOpen ? "" : "kit-main"));
  if (isAnswered && !isOpen) buttons.push(button("show-answer", () => act(question, "reveal")));
  if (!standing.has_hint && !isOpen && !isPrediction && question.hint) buttons.push(button("hint", () => act(question, "hint"), "kit-plain"));
  const points = standing.tries && !isPrediction
    ? h("span", { className: "kit-points", textContent: fill(words.points, { score: quiz.number(standing.best), tries: standing.tries }) }) : null;

  const form = h("form", { noValidate: true }, fields,
    standing.has_changed ? h("p", { className: "kit-hint", textContent: words["has-changed"] }) : null,
    standing.has_hint && question.hint ? h("p", { className: "kit-hint" }, h("b", { textContent: words.hint + ". " }), h("span", { html: question.hint })) : null,
    h("div", { className: "kit-row" }, ...buttons, points));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isAnswered) return;
    if (kind.isComplete(question, answer)) act(question, "check", answer, kind.grade(question, answer).score);
    else quiz.say(words[question.kind === "sort" ? "sort-first" : question.kind === "true-false" ? "both-first" : "choose-first"]);
  });
  body.replaceChildren(form);
}

const BLANK = { answer: null, is_checked: false, is_solved: false, is_revealed: false, was_revealed: false, has_hint: false, tries: 0, best: 0, has_changed: false };

function render({ model, el }) {
  const words = model.get("words");
  const plan = model.get("plan");
  const all = model.get("questions");
  const questions = plan.keep_order ? all : shuffle(all, plan.seed);
  const quiz = {
    words, questions, seed: plan.seed, isPrediction: plan.is_prediction,
    uid: "kit" + Math.random().toString(36).slice(2),
    number: (value) => value.toLocaleString(plan.language, { maximumFractionDigits: 2 }),
    standing: (question) => model.get("standings")[question.id] ?? BLANK,
    say(text, isSeen = true) {
      status.textContent = "";
      status.classList.toggle("kit-unseen", !isSeen);
      setTimeout(() => { status.textContent = text; }, 30);
    },
    act, go,
  };
  const shelf = makeShelf(plan.id);
  let hasKept = false;
  // Who tries a solved question once more for practice has solved it all the same.
  const isSolved = (question) => quiz.standing(question).is_solved || quiz.standing(question).best === 1;
  const isDone = (question) => {
    const { is_revealed: revealed, is_checked: checked } = quiz.standing(question);
    return isSolved(question) || revealed || (quiz.isPrediction && checked);
  };
  sendLeft();
  let current = Math.max(0, questions.findIndex((question) => !isDone(question)));

  const place = h("span");
  const tally = h("span");
  const steps = h("nav", { className: "kit-steps", "aria-label": words.questions });
  const bodies = questions.map(() => h("div", { className: "kit-body" }));
  const status = h("p", { className: "kit-status", role: "status" });
  const saved = h("p", { className: "kit-saved", "aria-live": "polite" });
  const card = h("section", { className: "kit-quiz", lang: plan.language, "aria-label": plan.title },
    h("header", {}, h("b", { textContent: plan.title }), place, tally), questions.length > 1 ? steps : null, ...bodies, status, saved);
  // A key typed here is meant for the quiz, not for the notebook around it.
  for (const type of ["keydown", "keypress", "keyup"]) el.addEventListener(type, (event) => event.stopPropagation());

  function drawFrame() {
    place.textContent = questions.length > 1 ? fill(words["question-of"], { n: current + 1, total: questions.length }) : "";
    const solved = count(questions, isSolved);
    tally.textContent = quiz.isPrediction ? words["not-graded"] : fill(words["solved-of"], { n: solved, total: questions.length });
    bodies.forEach((body, i) => { body.hidden = i !== current; });
    steps.replaceChildren(...questions.map((question, i) => {
      const { is_checked: checked, is_revealed: revealed } = quiz.standing(question);
      const [sign, word] = isSolved(question) ? ["✓", words.right] : revealed ? ["○", words.shown] : checked ? ["✗", words.wrong] : ["", ""];
      const label = fill(words["question-of"], { n: i + 1, total: questions.length }) + (word && !quiz.isPrediction ? ", " + word : "");
      const button = h("button", { type: "button", textContent: `${i + 1}${sign && " " + sign}`, "aria-label": label, "aria-current": i === current ? "step" : "false" });
      button.addEventListener("click", () => { go(i, steps.children); });
      return button;
    }));
    const done = count(questions, isDone);
    Object.assign(el.dataset, { kitQuiz: plan.id, kitDone: done, kitTotal: questions.length });
    el.dispatchEvent(new CustomEvent("kit-progress", { bubbles: true, composed: true, detail: { quiz: plan.id, done, total: questions.length } }));
  }

  function go(index, focus) {
    current = index;
    status.textContent = "";
    drawFrame();
    (focus ? focus[index] : bodies[index].querySelector("input, select, button")).focus();
  }

  function act(question, kind, answer = null, score = 0) {
    const event = { id: crypto.randomUUID?.() ?? Date.now() + "-" + Math.random(), question: question.id, version: question.version, kind, answer };
    shelf.put(event);
    send(question, event, score);
    drawSaved();
    if (kind === "choice") return;
    if (kind === "retry") status.textContent = "";
    const index = questions.indexOf(question);
    drawQuestion(quiz, question, index, bodies[index]);
    drawFrame();
    if (kind === "check") quiz.say(quiz.isPrediction ? words["guess-kept"] : fill(words[score === 1 ? "is-right" : score > 0 ? "is-partly" : "is-wrong"], { score: quiz.number(score) }));
    if (kind === "hint") quiz.say(bodies[index].querySelector(".kit-hint:last-of-type").textContent, false);
    if (kind === "reveal") quiz.say(words["is-shown"]);
    bodies[index].querySelector(kind === "retry" ? "input, select" : ".kit-main, .kit-row button")?.focus();
  }

  function send(question, event, score) {
    model.set("standings", { ...model.get("standings"), [question.id]: step(quiz.standing(question), event, score) });
    model.set("outbox", [...model.get("outbox"), event]);
    model.save_changes();
  }

  /** Send again what an earlier page or kernel could not keep. */
  function sendLeft() {
    const known = new Set([...model.get("kept"), ...model.get("outbox").map((event) => event.id)]);
    for (const event of shelf.left()) {
      const question = questions.find(({ id, version }) => id === event.question && version === event.version);
      if (!question || known.has(event.id)) continue;
      send(question, event, event.kind === "check" ? kinds[question.kind].grade(question, event.answer).score : 0);
    }
  }

  function drawSaved() {
    const waiting = model.get("outbox").length;
    saved.textContent = model.get("notice") || (waiting ? words["not-kept"] : hasKept ? words.kept : "");
    saved.classList.toggle("kit-alert", Boolean(model.get("notice")));
  }
  const forget = () => {
    const kept = new Set(model.get("kept"));
    kept.forEach(shelf.drop);
    hasKept ||= kept.size > 0;
    const left = model.get("outbox").filter((event) => !kept.has(event.id));
    if (left.length < model.get("outbox").length) {
      model.set("outbox", left);
      model.save_changes();
    }
    drawSaved();
  };
  model.on("change:kept", forget);
  model.on("change:notice", drawSaved);

  questions.forEach((question, i) => drawQuestion(quiz, question, i, bodies[i]));
  el.append(card);
  drawFrame();
  drawSaved();
  return () => {
    model.off("change:kept", forget);
    model.off("change:notice", drawSaved);
  };
}
export default { render };
