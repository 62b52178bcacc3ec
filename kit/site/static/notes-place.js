/** Notes of the learner: a field on the screen in place of the lines, kept in this browser. */
import { h } from "../../widgets/dom.js";

const ROWS = 5;

export default {
  selector: "[data-notes]",
  mount(el, site) {
    const key = `kit-notes/${el.dataset.notes}`;
    const words = site.words["site-notes"];
    const field = h("textarea", { rows: ROWS, "aria-label": words.label });
    const status = h("p", { className: "kit-saved" });
    const keep = () => {
      try {
        site.storage.setItem(key, field.value);
        status.textContent = words.kept;
      } catch {
        status.textContent = words["not-kept"];
      }
    };
    field.value = site.storage?.getItem(key) ?? "";
    status.textContent = words.kept;
    field.addEventListener("input", keep);
    el.querySelector(".kit-notes").append(h("div", { className: "kit-own-notes" }, field, status));
  },
};
