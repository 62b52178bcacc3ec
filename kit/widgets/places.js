/** A place for each thing, out of one list; kit/quiz/kinds/places.py holds the same rule. */
import { count, h } from "./dom.js";

/** Make a list to choose a place from; `set` hears the place or an empty text. */
export function placeList(groups, chosen, label, set, words) {
  const options = groups.map((group) => h("option", { value: group.id, textContent: group.text, selected: group.id === chosen }));
  const list = h("select", { "aria-label": label }, h("option", { value: "", textContent: words.choose }), ...options);
  list.addEventListener("change", () => set(list.value));
  return list;
}

/** Return what hears the place of one item and keeps those of the others. */
export function placer(answer, change) {
  const now = { ...answer };
  return (id) => (place) => {
    if (place) now[id] = place;
    else delete now[id];
    change({ ...now });
  };
}

export const textOf = (groups, id) => groups.find((group) => group.id === id)?.text ?? "";

/** Return the text of the best place of an item, unless it has a right one. */
export const homeOf = (q, item, answer) => (item.in.includes(answer[item.id]) ? "" : textOf(q.groups, item.in[0]));

export const areAllPlaced = (q, answer) => Object.keys(answer).length === q.items.length;

/** Grade places: what is right beyond what the best single place for everything would give. */
export function gradePlaces(q, answer) {
  const placed = q.items.filter((item) => answer[item.id]);
  const parts = Object.fromEntries(placed.map((item) => [item.id, item.in.includes(answer[item.id])]));
  const forFree = Math.max(...q.groups.map((group) => count(q.items, (item) => item.in.includes(group.id))));
  const hits = count(placed, (item) => parts[item.id]);
  return { score: Math.max(0, (hits - forFree) / (q.items.length - forFree)), parts };
}
