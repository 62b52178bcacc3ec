/** The place of the search in the head of a page. */
import { makeSearch } from "./search-box.js";

export default {
  selector: "[data-search]",
  isEager: true,
  mount(el, site) {
    el.append(makeSearch(site.words["site-search"], () => site.load(`search/${site.language}`)));
  },
};
