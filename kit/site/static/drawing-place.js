/** A figure of a lesson; its words stand beside it, so that they need not be said once more. */
export default {
  selector: "[data-drawing]",
  async mount(el, site) {
    el.innerHTML = (await site.pack()).drawings[el.dataset.drawing];
  },
};
