/** A group for each item. */
import { fill, plain } from "../dom.js";
import { areAllPlaced, gradePlaces, homeOf, placeList, placer } from "../places.js";

export default {
  blank: {},
  isTelltale: true,
  look: "kit-own",
  draw(q, answer, change, ui) {
    const place = placer(answer, change);
    return ui.order(q.items).map((item) => {
      const label = fill(ui.words["group-of"], { item: plain(item.text) });
      const list = placeList(q.groups, answer[item.id], label, place(item.id), ui.words);
      return ui.row({ ...item, home: homeOf(q, item, answer) }, list);
    });
  },
  lacks: (q, answer) => (areAllPlaced(q, answer) ? "" : "sort-first"),
  grade: gradePlaces,
  key: () => ({}),
};
