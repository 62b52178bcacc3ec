/** The page of a preview: draws the question in every language, and loads anew when it has changed. */
const BEAT = 400;
const state = JSON.parse(document.getElementById("state").textContent);

/** A model that keeps nothing: what is done is confirmed at once and forgotten with the page. */
function makeModel(values) {
  const heard = {};
  return {
    get: (key) => values[key],
    set(key, value) {
      values[key] = value;
      (heard["change:" + key] ?? []).forEach((tell) => tell());
    },
    on: (event, tell) => (heard[event] ??= []).push(tell),
    off() {},
    save_changes() {
      if (values.outbox.length) queueMicrotask(() => this.set("kept", values.outbox.map((one) => one.id)));
    },
  };
}

async function draw() {
  if (!state.views.length) return;
  const { default: quiz } = await import("./quiz.js");
  for (const view of state.views) {
    quiz.render({ model: makeModel(view), el: document.getElementById(`in-${view.plan.language}`) });
  }
}

async function follow() {
  const stopped = document.getElementById("stopped");
  try {
    const answer = await fetch("stamp", { cache: "no-store" });
    if (!answer.ok) throw new Error(answer.statusText);
    if ((await answer.text()) !== state.stamp) {
      location.reload();
      return;
    }
    stopped.textContent = "";
  } catch {
    if (!stopped.textContent) stopped.textContent = state.stopped;
  }
  setTimeout(follow, BEAT);
}

await draw();
document.body.dataset.ready = state.stamp;
follow();
