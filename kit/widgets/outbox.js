/** What the learner has done, on its way to where it is kept. */
import { h } from "./dom.js";
import { makeShelf } from "./shelf.js";

/** Make the way of the events of a quiz or an explorer: into the model, and off it again when they are `kept`. */
export function makeOutbox(model, id, words) {
  const shelf = makeShelf(id);
  const node = h("p", { className: "kit-saved", "aria-live": "polite" });
  let hasKept = false;

  function draw() {
    const waiting = model.get("outbox").length;
    node.textContent = model.get("notice") || (waiting ? words["not-kept"] : hasKept ? words.kept : "");
    node.classList.toggle("kit-alert", Boolean(model.get("notice")));
  }

  function forget() {
    const kept = new Set(model.get("kept"));
    kept.forEach(shelf.drop);
    hasKept ||= kept.size > 0;
    const left = model.get("outbox").filter((event) => !kept.has(event.id));
    if (left.length < model.get("outbox").length) {
      model.set("outbox", left);
      model.save_changes();
    }
    draw();
  }

  model.on("change:kept", forget);
  model.on("change:notice", draw);
  draw();
  return {
    node,
    /** Send an event, and, of a question, where the learner stands after it. */
    send(event, standing) {
      shelf.put(event);
      if (standing) model.set("standings", { ...model.get("standings"), [event.question]: standing });
      model.set("outbox", [...model.get("outbox"), event]);
      model.save_changes();
      draw();
    },
    /** Return what an earlier page or kernel could not keep. */
    left() {
      const known = new Set([...model.get("kept"), ...model.get("outbox").map((event) => event.id)]);
      return shelf.left().filter((event) => !known.has(event.id));
    },
    close() {
      model.off("change:kept", forget);
      model.off("change:notice", draw);
    },
  };
}
