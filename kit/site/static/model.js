/** A model for widgets, as anywidget gives one, with nobody behind it but this page. */

/**
 * Make a model.
 *
 * @param {object} values - Its state.
 * @param {() => void} save - Hears when a widget hands on what it has changed.
 */
export function makeModel(values, save = () => {}) {
  const state = { ...values };
  const heard = new Map();
  const hear = (event) => heard.get(event) ?? heard.set(event, new Set()).get(event);
  return {
    get: (key) => state[key],
    set(key, value) {
      if (Object.is(state[key], value)) return;
      state[key] = value;
      for (const tell of [...hear(`change:${key}`)]) tell();
    },
    on: (event, tell) => hear(event).add(tell),
    off: (event, tell) => hear(event).delete(tell),
    save_changes: save,
  };
}
