/** The terms in the text of a lesson: each opens its card. */
import { offerCards } from "./terms.js";

export default {
  selector: "main:has(.kit-term)",
  isEager: true,
  async mount(el, site) {
    const { terms } = await site.pack();
    offerCards(el, terms, site.words["site-terms"]);
  },
};
