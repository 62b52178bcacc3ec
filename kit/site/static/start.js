/**
 * A page comes alive: its places are filled as they come near, its head knows how far one has come.
 *
 * A module whose name ends with `-place` fills places: it has a `selector`, and `mount(el, site)`,
 * which may be asynchronous. Places that cannot wait until they are near say `isEager`.
 */
import { fillMenu, keepPlaces, showProgress } from "./head.js";
import { load, openDoor, taken } from "./loading.js";
import { findStorage, openLog } from "./log.js";
import { holdPlace, takePlace } from "./place.js";

const NEAR = "1000px";
const LANGUAGE = "kit-language";

/** Return what the modules of a page share. */
function makeSite() {
  const page = JSON.parse(document.getElementById("kit-page").textContent);
  const storage = findStorage();
  const log = openLog(storage);
  const words = taken("words");
  const site = {
    ...page, storage, log, words,
    lesson: { id: page.lesson },
    /** Return what the learner should know of the log, in words, or "". */
    notice: () => (log.notice ? words["site-log"][log.notice] : ""),
    /** Return a promise of what a script under the folder of the site hands over. */
    load: (name) => load(name, page.root),
    /** Return a promise of what the quizzes, explorers and figures of this page need. */
    pack: () => load(`packs/${page.language}/${page.page}`, page.root),
  };
  return site;
}

/** Return what fills a place: once, and with a word where it fails. */
function makeFiller(places, site) {
  const filled = new WeakMap();
  async function mount(el) {
    try {
      for (const place of places.filter(({ selector }) => el.matches(selector))) await place.mount(el, site);
      el.dataset.ready = "";
    } catch (error) {
      const told = el.querySelector(".kit-unscripted") ?? el.appendChild(document.createElement("p"));
      told.textContent = site.words.site["not-loaded"];
      told.className = "kit-notice-text";
      throw error;
    }
  }
  return (el) => filled.get(el) ?? filled.set(el, mount(el)).get(el);
}

const idle = () => new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve));

/** Fill one place after the other while nothing else is to do: the tabulator key must find them all. */
async function fillInTurn(nodes, fill) {
  for (const node of nodes) {
    await idle();
    await fill(node).catch(() => {}); // it has been told in its place
  }
}

/** Fill each place when it comes near; return what fills them all at once. */
function fillPlaces(places, site) {
  const fill = makeFiller(places, site);
  const nodes = [...document.querySelectorAll(places.map(({ selector }) => selector).join(", "))];
  const fillAll = () => Promise.allSettled(nodes.map(fill));
  const eye = new IntersectionObserver((entries) => {
    for (const { target } of entries.filter(({ isIntersecting }) => isIntersecting)) {
      eye.unobserve(target);
      fill(target);
    }
  }, { rootMargin: `${NEAR} 0px` });
  const isNear = (node) => node.getBoundingClientRect().top < 2 * innerHeight;
  for (const node of nodes) {
    if (isNear(node) || places.some(({ selector, isEager }) => isEager && node.matches(selector))) fill(node);
    else eye.observe(node);
  }
  addEventListener("load", () => fillInTurn(nodes, fill));
  addEventListener("beforeprint", fillAll);
  return fillAll;
}

/** Go to the cell that a part of the lesson points to. */
function goTo(event) {
  const cell = document.getElementById(event.detail.cell);
  if (!cell) return;
  event.preventDefault();
  history.pushState(null, "", `#${event.detail.cell}`);
  holdPlace({ id: cell.id, offset: 0 });
  cell.focus({ preventScroll: true });
}

function makePrinter(site, fillAll) {
  const notice = document.getElementById("kit-notice");
  return async () => {
    notice.textContent = site.words.site.printing;
    notice.hidden = false;
    await fillAll();
    notice.hidden = true;
    print();
  };
}

/** Go where the reader was last, from the page that only leads into the languages. */
function enter(storage) {
  const language = storage?.getItem(LANGUAGE);
  const way = [...document.querySelectorAll(".kit-way")].find(({ lang }) => lang === language);
  if (way) location.replace(way.href);
}

function begin(places) {
  const site = makeSite();
  if (!site.language) return enter(site.storage);
  try {
    site.storage?.setItem(LANGUAGE, site.language);
  } catch {
    // Then the first page asks once more.
  }
  const fillAll = fillPlaces(places, site);
  site.fillAll = fillAll;
  document.addEventListener("kit-go", goTo);
  keepPlaces(site.storage);
  fillMenu(site, makePrinter(site, fillAll));
  const place = takePlace(site.storage);
  if (place) holdPlace(place);
  showProgress(site);
}

/** Start a page when its scripts of data have come. */
export function start(places) {
  openDoor();
  document.addEventListener("DOMContentLoaded", () => begin(places));
}
