/**
 * What is shown on the wall: a second view, a scratch beside the learner's own. The room may try
 * things in it; nothing of that is recorded, and the learner's own view stays as it was.
 */

/** Make the model of a quiz in which nobody has answered anything yet, and whose events go nowhere. */
export function makeScratch(model) {
  const own = { standings: {} };
  return {
    get: (key) => own[key] ?? model.get(key),
    set: (key, value) => { own[key] = value; },
  };
}

/** Make an outbox that sends nothing: where the room stands with a question is all there is. */
export const makeNoOutbox = (model) => ({
  node: null,
  send: ({ question }, standing) => model.set("standings", { ...model.get("standings"), [question]: standing }),
  left: () => [],
  close() {},
});

/**
 * Make a second view of an explorer's model: whoever answers for its states answers here too, but
 * neither states nor guesses are kept. `giveBack` sets what was set before.
 */
export function shareModel(model) {
  const own = { plan: { ...model.get("plan"), is_kept: false }, guessed: {} };
  const { state: before } = model.get("asked");
  const ask = (state) => {
    if (JSON.stringify(state) === JSON.stringify(model.get("asked").state)) return;
    model.set("asked", { n: model.get("asked").n + 1, state });
    model.save_changes();
  };
  // What somebody has entered to keep it is not for the room.
  if (model.get("plan").is_kept) ask(own.plan.start);
  return {
    get: (key) => own[key] ?? model.get(key),
    set: (key, value) => (key in own ? (own[key] = value) : model.set(key, value)),
    on: (event, tell) => model.on(event, tell),
    off: (event, tell) => model.off(event, tell),
    save_changes: () => model.save_changes(),
    giveBack: () => ask(before),
  };
}
