/** The gaps of a text, filled from one list. */
import { fill, h } from "../dom.js";
import { areAllPlaced, gradePlaces, homeOf, placeList, placer, textOf } from "../places.js";

export default {
  blank: {},
  isTelltale: true,
  look: "kit-own",
  draw(q, answer, change, ui) {
    const place = placer(answer, change);
    const choices = ui.order(q.groups);
    const gaps = q.pieces.filter((piece) => piece.id).map(({ id }) => q.items.find((item) => item.id === id));
    const draw = (piece) => {
      if (!piece.id) return h("span", { html: piece.html });
      const n = gaps.findIndex((gap) => gap.id === piece.id) + 1;
      const label = fill(ui.words["gap-of"], { n, total: gaps.length });
      const list = placeList(choices, answer[piece.id], label, place(piece.id), ui.words);
      return h("span", { className: `kit-gap ${ui.look(piece.id)}` }, h("sup", { textContent: n, "aria-hidden": "true" }), list);
    };
    const note = (gap, i) => {
      const text = h("i", { textContent: `${i + 1}. ${textOf(q.groups, answer[gap.id]) || "–"}` }).innerHTML;
      return ui.row({ ...gap, text, home: homeOf(q, gap, answer) }, null);
    };
    return [h("p", { className: "kit-prose" }, ...q.pieces.map(draw)), ...(ui.isAnswered ? gaps.map(note) : [])];
  },
  lacks: (q, answer) => (areAllPlaced(q, answer) ? "" : "gap-first"),
  grade: gradePlaces,
  key: () => ({}),
};
