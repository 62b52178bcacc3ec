/** A partner for each thing. */
import { fill, plain } from "../dom.js";
import { areAllPlaced, gradePlaces, homeOf, placeList, placer } from "../places.js";

export default {
  blank: {},
  isTelltale: true,
  look: "kit-own",
  draw(q, answer, change, ui) {
    const place = placer(answer, change);
    const partners = ui.order(q.groups, "partners");
    return ui.order(q.items).map((item) => {
      const label = fill(ui.words["partner-of"], { item: plain(item.text) });
      const list = placeList(partners, answer[item.id], label, place(item.id), ui.words);
      return ui.row({ ...item, home: homeOf(q, item, answer) }, list);
    });
  },
  lacks: (q, answer) => (areAllPlaced(q, answer) ? "" : "match-first"),
  grade: gradePlaces,
  key: () => ({}),
};
