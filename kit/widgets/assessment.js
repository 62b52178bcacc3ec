/**
 * An assessment: begin, answer in any order, look over, hand in, read the report. Nothing here can
 * tell what is right; each thing done goes into `outbox` until it is `kept`.
 */
import { button, count, fill, h, plain } from "./dom.js";

const CONTROLS = "input:enabled, select:enabled, fieldset button:enabled";
const WARN_SECONDS = [300, 60];

/** Make the module of an assessment from the kinds of question that may come. */
export const makeAssessment = (kinds) => ({ render: ({ model, el }) => render(model, el, kinds) });

function render(model, el, kinds) {
  const words = model.get("words");
  const plan = model.get("plan");
  const uid = "kit" + Math.random().toString(36).slice(2);
  let answers = {};
  let current = 0;
  let endsAt = null;
  let warned = new Set();
  let isSent = false;

  const tally = h("span");
  const timer = h("span", { className: "kit-timer", role: "timer" });
  const pane = h("div");
  const status = h("p", { className: "kit-status", role: "status" });
  const saved = h("p", { className: "kit-saved", "aria-live": "polite" });
  const report = h("div", { className: "kit-page" });
  const made = h("p", { className: "kit-made" });
  const card = h("section", { className: "kit-quiz kit-exam", lang: plan.language, "aria-label": plan.title },
    h("header", {}, h("b", { textContent: plan.title }), tally, timer), pane, status, saved);
  // A key typed here is meant for the assessment, not for the notebook around it.
  for (const type of ["keydown", "keypress", "keyup"]) el.addEventListener(type, (event) => event.stopPropagation());

  const questions = () => model.get("questions");
  const answerTo = (question) => answers[question.id] ?? kinds[question.kind].blank;
  /** Return what an answer lacks: "" if it is whole. A number with a doubtful comma is whole. */
  const lackOf = (question) => {
    const lack = kinds[question.kind].lacks(question, answerTo(question));
    return lack === "number-doubt" ? "" : lack;
  };
  const isDone = (question) => answers[question.id] != null && !lackOf(question);

  function say(text, isSeen = true) {
    status.textContent = "";
    status.classList.toggle("kit-unseen", !isSeen);
    setTimeout(() => { status.textContent = text; }, 30);
  }

  function act(kind, values = {}) {
    const id = crypto.randomUUID?.() ?? Date.now() + "-" + Math.random();
    model.set("outbox", [...model.get("outbox"), { id, kind, ...values }]);
    model.save_changes();
    drawSaved();
  }

  function drawTally() {
    const isRunning = model.get("phase") === "running";
    tally.textContent = isRunning ? fill(words["answered-of"], { n: count(questions(), isDone), total: questions().length }) : "";
  }

  /** Make what a kind needs to draw: no marks, no explanations. */
  const makeUi = (index) => ({
    words, graded: {}, isOpen: false, isAnswered: false, isRevealed: false, look: () => "",
    language: plan.language, name: `${uid}-${index}-`, say: (text) => say(text, false), order: (list) => [...list],
    row(part, control) {
      const isField = control?.matches("input, select, .kit-field");
      return h(isField ? "label" : "div", { className: "kit-option" }, control, h("span", { className: "kit-text", html: part.text }));
    },
  });

  function drawSteps() {
    const all = questions();
    const steps = all.map((question, i) => {
      const node = button(`${i + 1}`, () => go(i), isDone(question) ? "kit-done" : "");
      const word = words[isDone(question) ? "answered" : "unanswered"];
      node.setAttribute("aria-label", `${fill(words["question-of"], { n: i + 1, total: all.length })}, ${word}`);
      return node;
    });
    const list = [...steps, button(words.overview, () => go(all.length))];
    list.forEach((node, i) => node.setAttribute("aria-current", i === current ? "step" : "false"));
    return h("nav", { className: "kit-steps", "aria-label": fill(words["questions-in"], { title: plan.title }) }, ...list);
  }

  function drawQuestion(index) {
    const question = questions()[index];
    const kind = kinds[question.kind];
    const change = (answer) => {
      answers = { ...answers, [question.id]: answer };
      act("choice", { question: question.id, answer });
      pane.querySelector(".kit-steps").replaceWith(drawSteps());
      drawTally();
      const isUnread = typeof answer === "string" && answer.trim() && !isDone(question);
      if (isUnread) say(fill(words.unreadable, { typed: answer }));
      else if (typeof answer === "string") status.textContent = "";
    };
    const fields = h("fieldset", { className: kind.look ?? "" }, h("legend", { html: question.stem }),
      ...kind.draw(question, answerTo(question), change, makeUi(index)));
    const isLast = index === questions().length - 1;
    const next = h("button", { className: "kit-main", textContent: words[isLast ? "overview" : "next"] });
    const back = index ? button(words.back, () => go(index - 1)) : null;
    const form = h("form", { noValidate: true }, fields, h("div", { className: "kit-row" }, next, back));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      go(index + 1);
    });
    return form;
  }

  function drawOverview() {
    const all = questions();
    const open = all.length - count(all, isDone);
    const rows = all.map((question, i) => {
      const row = button("", () => go(i), isDone(question) ? "" : "kit-open");
      row.append(h("span", { textContent: `${i + 1}. ${plain(question.stem)}` }), h("b", { textContent: words[isDone(question) ? "answered" : "unanswered"] }));
      return h("li", {}, row);
    });
    const confirm = h("div", { className: "kit-confirm", role: "group", hidden: true, "aria-label": words["hand-in"] },
      h("p", { textContent: open ? fill(words["confirm-open"], { n: open }) : words.confirm }),
      h("div", { className: "kit-row" },
        button(words["hand-in-now"], () => handIn(), "kit-main"),
        button(words["not-yet"], () => { confirm.hidden = true; ask.hidden = false; ask.focus(); })));
    const ask = button(words["hand-in"], () => {
      confirm.hidden = false;
      ask.hidden = true;
      confirm.querySelector("button").focus();
    }, "kit-main");
    return h("div", { className: "kit-pane" }, h("h3", { tabIndex: -1, textContent: words.overview }),
      h("p", { textContent: open ? fill(words["still-open"], { n: open }) : words["all-answered"] }),
      h("ul", { className: "kit-list" }, ...rows), h("div", { className: "kit-row" }, ask), confirm);
  }

  function handIn(reason = "learner") {
    if (isSent) return;
    isSent = true;
    act("hand-in", { answer: reason });
    say(words[reason === "time" ? "time-over" : "handing-in"]);
  }

  function drawBegin(word) {
    return h("div", { className: "kit-row" }, button(words[word], () => act("start"), "kit-main"));
  }

  function drawRecord() {
    drawMade();
    const name = h("input", { type: "text", maxLength: 120, autocomplete: "name", required: true });
    const language = h("select", {}, ...plan.languages.map(([id, text]) => h("option", { value: id, textContent: text, selected: id === plan.language })));
    const form = h("form", { className: "kit-named", noValidate: true },
      h("label", {}, words["your-name"], name), h("label", {}, words["record-language"], language),
      h("button", { className: "kit-main", textContent: words["make-record"] }));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (name.value.trim()) act("record", { answer: { name: name.value, language: language.value } });
      else say(words["name-first"]);
      if (!name.value.trim()) name.focus();
    });
    return [h("h4", { textContent: words["record-title"] }), h("p", { textContent: words["record-how"] }), form, made];
  }

  function drawMade() {
    const { pdf, file, text } = model.get("record");
    made.hidden = !pdf;
    if (pdf) made.replaceChildren(`${text} `, linkTo(pdf, file));
  }

  function linkTo(pdf, file) {
    const bytes = Uint8Array.from(atob(pdf), (sign) => sign.charCodeAt(0));
    const href = URL.createObjectURL(new Blob([bytes], { type: "application/pdf" }));
    return h("a", { href, download: file, textContent: words["open-record"] });
  }

  function drawPane() {
    const phase = model.get("phase");
    if (phase === "running") {
      const body = current < questions().length ? drawQuestion(current) : drawOverview();
      pane.replaceChildren(drawSteps(), h("div", { className: "kit-body" }, body));
    } else {
      report.innerHTML = model.get("report");
      const record = model.get("can_record") ? drawRecord() : [];
      pane.replaceChildren(h("div", { className: "kit-pane" }, report, ...record, drawBegin(phase === "done" ? "begin-again" : "begin")));
    }
    drawTally();
    Object.assign(el.dataset, { kitAssessment: plan.id, kitPhase: phase });
  }

  function go(index) {
    current = index;
    status.textContent = "";
    drawPane();
    pane.querySelector(index < questions().length ? `.kit-body ${CONTROLS.replaceAll(", ", ", .kit-body ")}` : "h3").focus();
  }

  function enter() {
    answers = { ...model.get("answers") };
    const undone = questions().findIndex((question) => !isDone(question));
    current = undone < 0 ? questions().length : undone;
    isSent = false;
    warned = new Set();
    drawPane();
  }

  function drawSaved() {
    const waiting = model.get("outbox").length;
    saved.textContent = model.get("notice") || (waiting ? words["not-kept"] : model.get("kept").length ? words.kept : "");
    saved.classList.toggle("kit-alert", Boolean(model.get("notice")));
  }

  function setClock() {
    const seconds = model.get("seconds");
    endsAt = seconds == null ? null : performance.now() + seconds * 1000;
    tick();
  }

  function tick() {
    const isRunning = model.get("phase") === "running" && endsAt !== null;
    timer.hidden = !isRunning;
    if (!isRunning) return;
    const left = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));
    const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    timer.textContent = fill(words["time-left"], { time });
    timer.classList.toggle("kit-late", left <= WARN_SECONDS[1]);
    const due = WARN_SECONDS.find((one) => left === one && !warned.has(one));
    if (due) {
      warned.add(due);
      say(fill(words["minutes-left"], { n: due / 60 }));
    }
    if (left === 0) handIn("time");
  }

  const heard = {
    "change:phase"() {
      status.textContent = "";
      enter();
      setClock();
      (pane.querySelector("h3") ?? pane.querySelector(`.kit-body ${CONTROLS.replaceAll(", ", ", .kit-body ")}`))?.focus();
    },
    "change:report": () => { report.innerHTML = model.get("report"); },
    "change:can_record": () => { if (model.get("phase") === "done") drawPane(); },
    "change:record"() {
      drawMade();
      made.querySelector("a")?.focus();
    },
    "change:seconds": setClock,
    "change:kept"() {
      const kept = new Set(model.get("kept"));
      const left = model.get("outbox").filter((event) => !kept.has(event.id));
      if (left.length < model.get("outbox").length) {
        model.set("outbox", left);
        model.save_changes();
      }
      drawSaved();
    },
    "change:notice"() {
      isSent = false;
      drawSaved();
    },
  };
  for (const [event, tell] of Object.entries(heard)) model.on(event, tell);
  el.append(card);
  enter();
  setClock();
  drawSaved();
  const clock = setInterval(tick, 250);
  return () => {
    clearInterval(clock);
    for (const [event, tell] of Object.entries(heard)) model.off(event, tell);
  };
}
