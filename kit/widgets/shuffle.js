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
