/** A timer for the room: set in a panel, seen in the head of the wall, told at whole minutes. */
import { button, fill, h } from "./dom.js?v=60230861bf86";

const CHOICES = [1, 2, 3, 5, 10, 15];
const MOST_MINUTES = 180;
const MINUTE = 60_000;

/** Return a time left as m:ss; a second that has begun counts. */
function write(left) {
  const seconds = Math.max(0, Math.ceil(left / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Make the timer; `close` is called when the panel has done its work. */
export function makeTimer(words, say, close) {
  let left = null; // what is left while the timer rests; null if none is set
  let endsAt = null; // when it ends while it runs
  let told = 0; // whole minutes that were told last

  const face = h("b", { className: "kit-wall-clock", role: "timer", "aria-live": "off" });
  const over = h("span", { className: "kit-wall-over", hidden: true, textContent: words["time-over"] });
  const pause = button("", () => (endsAt === null ? run(left) : rest()));
  const more = button(words["minute-more"], () => addMinute());
  const stop = button(words["timer-stop"], () => set(null));
  const node = h("div", { className: "kit-wall-time", hidden: true }, face, over, h("span", { className: "kit-wall-time-do" }, pause, more, stop));
  const now = () => (endsAt === null ? left : endsAt - performance.now());

  function set(milliseconds) {
    left = milliseconds;
    endsAt = null;
    draw();
  }

  function run(milliseconds) {
    endsAt = performance.now() + milliseconds;
    told = Math.ceil(milliseconds / MINUTE);
    draw();
  }

  const rest = () => set(Math.max(0, now()));

  function addMinute() {
    const next = Math.max(0, now()) + MINUTE;
    if (endsAt === null && left > 0) set(next);
    else run(next);
  }

  function draw() {
    const time = now();
    node.hidden = time === null;
    if (time === null) return;
    const isOver = time <= 0;
    face.textContent = write(time);
    over.hidden = !isOver;
    node.classList.toggle("kit-wall-ended", isOver);
    pause.hidden = isOver;
    pause.textContent = words[endsAt === null ? "timer-go-on" : "timer-pause"];
  }

  function tick() {
    if (endsAt === null) return;
    const minutes = Math.ceil(now() / MINUTE);
    if (now() <= 0) {
      set(0);
      say(words["time-over"]);
    } else if (minutes < told) {
      told = minutes;
      say(fill(words["minutes-left"], { n: minutes }));
    }
    draw();
  }

  function begin(minutes) {
    run(minutes * MINUTE);
    say(fill(words["timer-started"], { n: minutes }));
    close();
  }

  const clock = setInterval(tick, 250);
  return { node, panel: drawPanel(words, begin), isRunning: () => endsAt !== null, end: () => clearInterval(clock) };
}

/** Draw the choice of minutes. */
function drawPanel(words, begin) {
  const field = h("input", { type: "number", min: "1", max: `${MOST_MINUTES}`, step: "1", inputMode: "numeric", required: true });
  const form = h("form", { noValidate: true }, h("label", {}, words["other-minutes"], field), h("button", { textContent: words["timer-start"] }));
  const fault = h("p", { role: "alert" });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    fault.textContent = field.checkValidity() ? "" : fill(words["minutes-fault"], { most: MOST_MINUTES });
    if (fault.textContent) field.focus();
    else begin(Number(field.value));
  });
  const choices = CHOICES.map((minutes) => button(fill(words.minutes, { n: minutes }), () => begin(minutes)));
  return h("div", { className: "kit-wall-panel", role: "group", "aria-label": words["timer-how"], hidden: true },
    h("h2", { textContent: words["timer-how"] }), h("div", { className: "kit-wall-choices" }, ...choices), form, fault);
}
