/**
 * SHA-256 of a text: lots fall as they do in Python. `crypto.subtle` would do it too, but browsers
 * keep it from pages that come over plain http from another computer in the room.
 */
const WORD = 2 ** 32;
const fraction = (root) => ((root % 1) * WORD) | 0;
const turn = (word, by) => (word >>> by) | (word << (32 - by));

const primes = [];
for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime)) primes.push(n);
const ROUNDS = primes.map((prime) => fraction(Math.cbrt(prime)));
const START = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

/** Return the text as words of 32 bits, filled up to whole blocks of sixteen. */
function toWords(text) {
  const bytes = new TextEncoder().encode(text);
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
  [...bytes, 0x80].forEach((byte, i) => { words[i >> 2] |= byte << (24 - 8 * (i % 4)); });
  words[words.length - 1] = bytes.length * 8;
  return words;
}

function stretch(block) {
  const w = [...block];
  for (let i = 16; i < 64; i++) {
    const early = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >>> 3);
    const late = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >>> 10);
    w.push((w[i - 16] + early + w[i - 7] + late) | 0);
  }
  return w;
}

function compress(state, block) {
  let [a, b, c, d, e, f, g, h] = state;
  stretch(block).forEach((word, i) => {
    const chosen = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i] + word;
    const common = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + chosen) | 0, c, b, a, (chosen + common) | 0];
  });
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + state[i]) | 0);
}

/** Return the hash of a text in UTF-8, in hexadecimal digits. */
export function sha256(text) {
  const words = toWords(text);
  let state = START;
  for (let i = 0; i < words.length; i += 16) state = compress(state, words.slice(i, i + 16));
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/** Return names in the order of their lots; `lotOf` gives the text that is drawn for each. */
export function drawLots(names, lotOf) {
  const drawn = names.map((name) => ({ name, lot: sha256(lotOf(name)) }));
  return drawn.sort((a, b) => (a.lot < b.lot ? -1 : 1)).map(({ name }) => name);
}
