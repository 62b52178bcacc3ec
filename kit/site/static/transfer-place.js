/** Taking progress along as a file, and bringing it in again. */
import { button, fill, h } from "../../widgets/dom.js";

const FILE = "iso9001-progress.json";
const SECOND = 1000;

function save(text) {
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  h("a", { href, download: FILE }).click();
  setTimeout(() => URL.revokeObjectURL(href), SECOND);
}

/** Return what to say of a file that cannot be brought in. */
function explain(error, { progress, "site-log": own }) {
  if (!error.key) throw error;
  const { reason = "", found = "" } = error.values;
  const said = reason in own ? fill(own[reason], { found }) : reason;
  return fill(progress[error.key] ?? own[error.key], { ...error.values, reason: said });
}

export default {
  selector: "[data-transfer]",
  mount(el, site) {
    const words = site.words["site-transfer"];
    const status = h("p", { className: "kit-told", role: "status" });
    const input = h("input", { type: "file", accept: ".json,application/json", className: "kit-unseen", tabIndex: -1, "aria-hidden": "true" });

    function takeAlong() {
      const events = site.log.events().length;
      if (events) save(site.log.toFile());
      status.textContent = events ? fill(words.exported, { events, file: FILE }) : words.nothing;
    }

    async function bringIn() {
      const [file] = input.files;
      input.value = "";
      if (!file) return;
      try {
        const { added, known } = site.log.takeFile(await file.text());
        status.textContent = fill(site.words.progress.imported, { events: added + known, new: added, known });
        dispatchEvent(new CustomEvent("kit-log"));
      } catch (error) {
        status.textContent = explain(error, site.words);
      }
    }

    input.addEventListener("change", bringIn);
    el.replaceChildren(
      h("div", { className: "kit-buttons" }, button(words.export, takeAlong), button(words.import, () => input.click()), input),
      status,
    );
  },
};
