/** The projector mode of a lesson: a button in the head, and a key. */
import { button } from "../../widgets/dom.js";
import { hearWallKey, openWall } from "../../widgets/wall.js";
import { holdPlace, readPlace } from "./place.js";

const listCells = () => [...document.querySelectorAll(".kit-cell[id]")];

/** Return what the wall must know of a page. */
function makeHome(site, memory) {
  return {
    title: document.querySelector("h1")?.textContent.trim() ?? document.title,
    language: site.language,
    words: site.words.wall,
    cells: () => listCells().map((cell) => ({ id: cell.id, isWords: cell.dataset.cell === "markdown", nodes: [cell] })),
    place: () => readPlace()?.id ?? listCells()[0]?.id,
    arrive(id) {
      holdPlace({ id, offset: 0 });
      document.getElementById(id).focus({ preventScroll: true });
    },
    remember: (id) => { memory.last = id; },
  };
}

export default {
  selector: "[data-wall]",
  isEager: true,
  mount(el, site) {
    const memory = {};
    // What is not near yet is still to be drawn.
    const open = async () => {
      await site.fillAll();
      if (!document.querySelector(".kit-wall")) openWall(makeHome(site, memory), memory.last);
    };
    const node = button(site.words.wall.open, open);
    node.title = site.words.wall["open-how"];
    el.replaceChildren(node);
    hearWallKey(open);
  },
};
