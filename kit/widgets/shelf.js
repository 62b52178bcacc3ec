/**
 * What is not kept yet, on a shelf of the browser: a kernel that dies takes no answer with it. Each
 * event lies there under a key of its own, so that two windows do not disturb each other.
 */
const now = () => performance.timeOrigin + performance.now();

export function makeShelf(quizId) {
  const prefix = `kit-outbox/${quizId}/`;
  const quietly = (use) => {
    try {
      return use(window.localStorage);
    } catch {
      return null; // no storage, or it is full: the outbox of the model is all there is
    }
  };
  return {
    /** Lay down an event, unless it lies there already: it keeps its place among the others. */
    put: (event) => quietly((shelf) => shelf.getItem(prefix + event.id) ?? shelf.setItem(prefix + event.id, JSON.stringify({ n: now(), event }))),
    drop: (id) => quietly((shelf) => shelf.removeItem(prefix + id)),
    left: () => quietly((shelf) => Object.keys(shelf).filter((key) => key.startsWith(prefix))
      .map((key) => JSON.parse(shelf.getItem(key))).sort((a, b) => a.n - b.n).map(({ event }) => event)) ?? [],
  };
}
