/** The place where a page says that the course is kept on the device, or that there is a newer one. */
import { offerOffline } from "./offline.js";

export default {
  selector: "[data-app]",
  isEager: true,
  mount(el, site) {
    const offer = () => offerOffline(el, site.words["site-app"], site.language);
    // What the page itself loads comes first.
    if (document.readyState === "complete") offer();
    else addEventListener("load", offer, { once: true });
  },
};
