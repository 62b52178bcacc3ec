/** Search: the places of the course that hold every word of a query, the best first. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
// An accent is no other letter; й is one, and not и with a sign above it.
const ACCENTS = /[\u0300-\u0305\u0307-\u036f]|(?<!и)\u0306/gu;
const EXACT = 4;
const BEGINNING = 3;
const STEM = 1;
// A hit in a heading or a term says more than one in the text.
const HEADING_WEIGHT = 5;
// Nothing says more than a heading or a term of which every word is asked for.
const NAMED = 2 * HEADING_WEIGHT * EXACT;
const LEAST_STEM = 4;
// A long word may end in more: an English one in -ing, a Bulgarian one in an article, before which
// a letter may have come or gone: надзорен, надзорните.
const LONG = 8;
// A Bulgarian plural with its article ends in three letters more: общини, общините.
const SHORT = 6;
const CYRILLIC = /[\u0400-\u04ff]/;
const LONGEST_ENDING = 3;
const BEFORE_HIT = 60;
const SNIPPET = 180;

/** Return a text in the letters by which it is compared. */
export const fold = (text) => text.toLowerCase().normalize("NFKD").replace(ACCENTS, "").normalize("NFC");

const split = (text) => [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word: fold(word), start: index, end: index + word.length }));

/** Prepare an index, as kit/site/search.py writes it, for being searched. */
export function prepare({ pages, places }) {
  return places.map(([page, anchor, heading, text], i) => {
    const [before, , above] = places[i - 1] ?? [];
    const isFirst = before !== page || above !== heading;
    return {
      href: `${page}.html#${anchor}`, page: pages[page], heading, text,
      // What comes later under a heading is not found by its words once more.
      headingWords: isFirst ? split(heading) : [], textWords: split(text),
    };
  });
}

/** Return a word of a query with the beginning by which its other forms are found; a number has none. */
function ask({ word }) {
  const [short, long] = CYRILLIC.test(word) ? [SHORT, 4] : [LONG, 3];
  const ending = word.length <= short ? 2 : word.length <= LONG ? 3 : long;
  const isStem = word.length > LEAST_STEM && !/\d/.test(word);
  return { word, stem: isStem ? word.slice(0, Math.max(LEAST_STEM, word.length - ending)) : null };
}

function rate(word, asked) {
  if (word === asked.word) return EXACT;
  if (word.startsWith(asked.word)) return BEGINNING;
  if (asked.stem === null) return 0;
  // The word that is asked for has an ending where the text has none: одитите, одит; a short one best.
  const ending = asked.word.length - word.length;
  if (word.length >= LEAST_STEM && ending <= LONGEST_ENDING && asked.word.startsWith(word)) return STEM + 1 / (1 + ending);
  return word.startsWith(asked.stem) ? STEM : 0;
}

const best = (words, asked) => words.reduce((most, { word }) => Math.max(most, rate(word, asked)), 0);

/** Return how well a place fits; 0 if one of the words is not there. */
function weigh(place, asked) {
  let sum = 0;
  for (const one of asked) {
    const weight = Math.max(HEADING_WEIGHT * best(place.headingWords, one), best(place.textWords, one));
    if (!weight) return 0;
    sum += weight;
  }
  const isNamed = place.headingWords.length > 0 && place.headingWords.every(({ word }) => asked.some((one) => rate(word, one)));
  return isNamed ? sum + NAMED : sum;
}

const hits = (words, asked) => words.filter(({ word }) => asked.some((one) => rate(word, one)));

/** Cut a text at its hits into parts: `[text, isHit]`. */
function cut(text, found, from = 0, to = text.length) {
  const parts = [];
  let at = from;
  for (const { start, end } of found) {
    if (start < at || end > to) continue;
    parts.push([text.slice(at, start), false], [text.slice(start, end), true]);
    at = end;
  }
  return [...parts, [text.slice(at, to), false]].filter(([part]) => part);
}

/** Return the parts of a text around its first hit, from word to word. */
function cutSnippet(text, found) {
  const near = Math.max(0, (found[0]?.start ?? 0) - BEFORE_HIT);
  const from = near && text.indexOf(" ", near) + 1;
  const far = Math.min(text.length, from + SNIPPET);
  const to = far < text.length ? Math.max(text.lastIndexOf(" ", far), found[0]?.end ?? 0) : far;
  return [...(from ? [["… ", false]] : []), ...cut(text, found, from, to), ...(to < text.length ? [[" …", false]] : [])];
}

function show({ href, page, heading, text, textWords }, asked) {
  return { href, page, heading: cut(heading, hits(split(heading), asked)), snippet: cutSnippet(text, hits(textWords, asked)) };
}

/**
 * Return how many places hold every word of a query, and the best of them with the hits apart.
 *
 * Without a word that can be searched there are none; `total` is then undefined.
 */
export function find(places, query, most = 30) {
  const asked = split(query).map(ask);
  if (!asked.length) return { shown: [] };
  const found = places.map((place) => ({ place, weight: weigh(place, asked) })).filter(({ weight }) => weight);
  found.sort((one, other) => other.weight - one.weight);
  return { total: found.length, shown: found.slice(0, most).map(({ place }) => show(place, asked)) };
}
