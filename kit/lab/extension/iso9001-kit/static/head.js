/** The head of a lesson: where one is, how far one has come, the language, the code. */

const version = new URL(import.meta.url).search;
const { fill, h } = await import(`./dom.js${version}`);

/** The height of the line below a head, in pixels. */
const LINE = 1;

/**
 * Put a head above a lesson.
 *
 * @param {object} view - The lesson's view.
 */
export function makeHead(view) {
  const { kit, panel, lesson, words } = view;
  const progress = makeProgress(words);
  const code = h(
    "button",
    { type: "button", className: "kit-code-switch", "aria-pressed": "false", title: words["show-code"] },
    h("span", { className: "kit-code-sign", "aria-hidden": "true" }, "</>"),
    h("span", {}, words["show-code"]),
  );
  const wall = makeWallSwitch(view);
  code.addEventListener("click", () => view.showCode(code.getAttribute("aria-pressed") !== "true"));
  const bar = h(
    "div",
    { className: "kit-bar-in" },
    h("strong", { className: "kit-bar-lesson" }, nameLesson(lesson, view)),
    progress.node,
    h("span", { className: "kit-bar-minutes" }, fill(words.minutes, { minutes: lesson.minutes })),
    makeLanguages(view),
    wall,
    code,
  );
  const notice = makeNotice();
  const inner = h("div", {}, h("div", { className: "kit-bar" }, bar), notice.node);
  attach(kit.Widget, panel, inner, words.about);
  return {
    showProgress: progress.show,
    showStarting: progress.showStarting,
    showCode: (isShown) => code.setAttribute("aria-pressed", String(isShown)),
    offerWall: (isReady) => wall.toggleAttribute("disabled", !isReady),
    showNotice: notice.show,
    hideNotice: notice.hide,
  };
}

/** The way to the projector mode, once there is something to show. */
function makeWallSwitch(view) {
  const words = view.kit.course.wall[view.language];
  const sign = h("span", { className: "kit-wall-sign", "aria-hidden": "true" });
  const on = { click: () => void view.openWall() };
  return h("button", { type: "button", className: "kit-wall-switch", disabled: true, title: words["open-how"], on }, sign, h("span", {}, words.open));
}

/** The lesson's number; the start lesson has a name instead. */
function nameLesson(lesson, { words, language }) {
  if (lesson.number === 0) return lesson.title[language];
  return fill(words["lesson-number"], { number: lesson.number });
}

/** Lumino gives a widget the height that its node asks for; a head of words asks when it wraps. */
function attach(Widget, panel, inner, label) {
  const node = h("div", { role: "region", "aria-label": label }, inner);
  const widget = new Widget({ node });
  widget.addClass("kit-head");
  panel.contentHeader.addWidget(widget);
  new ResizeObserver(() => {
    node.style.minHeight = `${inner.offsetHeight + LINE}px`;
    panel.contentHeader.fit();
  }).observe(inner);
}

/** The progress of all quizzes of the lesson; while the lesson starts, a word about that. */
function makeProgress(words) {
  const fillOf = h("i", {});
  const track = h("div", { className: "kit-track", role: "progressbar", "aria-valuemin": "0" }, fillOf);
  const tally = h("span", { className: "kit-tally", "aria-hidden": "true" });
  const status = h("span", { className: "kit-starting", role: "status" });
  const show = (done, total) => {
    const text = total ? fill(words.progress, { done, total }) : words["no-progress"];
    for (const [name, value] of Object.entries({ valuenow: done, valuemax: Math.max(total, 1), valuetext: text, label: text })) {
      track.setAttribute(`aria-${name}`, String(value));
    }
    track.title = text;
    track.classList.toggle("kit-empty", !total);
    fillOf.style.inlineSize = `${total ? (100 * done) / total : 0}%`;
    tally.textContent = total ? `${done}/${total}` : "";
  };
  show(0, 0);
  return {
    node: h("div", { className: "kit-progress" }, status, track, tally),
    show,
    showStarting: (isStarting) => {
      status.textContent = isStarting ? words.starting : "";
    },
  };
}

/** One's own language stands there, the others are buttons that name themselves. */
function makeLanguages(view) {
  const { kit, language, lesson, words } = view;
  const { languages, words: all } = kit.course;
  const parts = languages.map((other) => {
    const { "language-short": short, "language-name": name } = all[other];
    if (other === language) return h("span", { lang: other, title: name, "aria-current": "true" }, short);
    const button = h("button", { type: "button", lang: other, title: name }, short);
    button.append(h("span", { className: "kit-unseen" }, ` – ${name}`));
    button.addEventListener("click", () => view.goTo(lesson, other));
    return button;
  });
  return h("div", { className: "kit-languages", role: "group", "aria-label": words.language }, ...parts);
}

/** A message below the bar, with a button for what can be done about it. */
function makeNotice() {
  const text = h("p", { role: "status" });
  const place = h("div", { className: "kit-notice-do" });
  const node = h("div", { className: "kit-notice", hidden: true }, h("div", { className: "kit-notice-in" }, text, place));
  return {
    node,
    show: (message, word = "", act = () => {}) => {
      node.hidden = false;
      text.textContent = message;
      const button = word ? [h("button", { type: "button", className: "kit-do", on: { click: act } }, word)] : [];
      place.replaceChildren(...button);
    },
    hide: () => {
      node.hidden = true;
      text.textContent = "";
      place.replaceChildren();
    },
  };
}
