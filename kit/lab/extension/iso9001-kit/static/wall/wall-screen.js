/**
 * The screen of the wall: one step, as large as the room needs. At eight metres letters should be a
 * two-hundredth of that high, 4 cm. On a picture 1.5 m high, with capitals of seven tenths of the
 * type size, that is type of a twenty-sixth of the height; we set a twenty-fifth.
 */
import { button, h } from "./dom.js?v=60230861bf86";

const TYPE = 16; // the smallest type of a step, before it is enlarged
const SHARE = 25; // of the height of the screen
const LINE = 32; // letters that a line must hold at least, or a narrow window would hold none
const SIZES = [0.6, 0.75, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2];
const OVERLAP = 0.85; // of a screen that is turned, so that a line is seen twice
const NUDGE = 0.2;

export function makeScreen(words) {
  let size = SIZES.indexOf(1);
  const stage = h("div", { className: "kit-wall-stage", role: "region", "aria-label": words.stage });
  const more = button("↓", () => turn(1), "kit-wall-more");
  const node = h("div", { className: "kit-wall-screen" }, stage, more);
  more.setAttribute("aria-label", words.more);
  more.title = words.more;
  const room = () => stage.scrollHeight - stage.clientHeight - stage.scrollTop;

  /** Set the type by the screen; nothing becomes smaller than it is in the lesson. */
  function fit() {
    const { innerWidth, innerHeight } = window;
    const type = Math.min(innerHeight / SHARE, (innerWidth / LINE) * 1.25);
    const zoom = Math.max(1, (type / TYPE) * SIZES[size]);
    stage.style.setProperty("--kit-wall-zoom", zoom.toFixed(3));
    // A figure fills the screen; in larger type it may become larger than that, too.
    const height = (stage.clientHeight / zoom) * Math.max(1, SIZES[size]);
    stage.style.setProperty("--kit-wall-height", `${Math.floor(height)}px`);
    look();
  }

  /** Say whether there is more below; what scrolls can be reached by the keys. */
  function look() {
    more.hidden = room() < 4;
    if (stage.scrollHeight > stage.clientHeight + 3) stage.tabIndex = 0;
    else stage.removeAttribute("tabindex");
  }

  /** Turn to what is below or above in a step; return whether there is any. */
  function turn(by) {
    const left = by > 0 ? room() : stage.scrollTop;
    if (left < 4) return false;
    stage.scrollBy({ top: by * OVERLAP * stage.clientHeight, behavior: "instant" });
    return true;
  }

  const watch = new ResizeObserver(fit);
  watch.observe(stage);
  stage.addEventListener("scroll", look, { passive: true });

  return {
    node, turn,
    show(step) {
      if (stage.firstChild) watch.unobserve(stage.firstChild);
      stage.replaceChildren(step);
      stage.scrollTop = 0;
      watch.observe(step);
      fit();
    },
    /** Bring a part of the step into sight, or its beginning. */
    see(part) {
      if (part) part.scrollIntoView({ block: "center", behavior: "instant" });
      else stage.scrollTop = 0;
    },
    scroll: (by) => stage.scrollBy({ top: by * NUDGE * stage.clientHeight, behavior: "instant" }),
    /** Make type larger or smaller; return the size in per cent. */
    resize(by) {
      size = Math.min(SIZES.length - 1, Math.max(0, size + by));
      fit();
      return Math.round(100 * SIZES[size]);
    },
    end: () => watch.disconnect(),
  };
}
