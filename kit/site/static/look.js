/**
 * Light or dark, before anything is drawn: what the reader chose, or else what the device has. A
 * script of its own, classic and small, since it stands in the way of the page.
 */
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const read = () => {
    try {
      return localStorage.getItem("kit-look");
    } catch {
      return null; // no storage: the choice lasts as long as the page
    }
  };
  const show = () => {
    const chosen = root.dataset.look || read();
    root.classList.toggle("kit-dark", chosen === "dark" || (chosen !== "light" && dark.matches));
  };
  dark.addEventListener("change", show);
  addEventListener("storage", show);
  addEventListener("kit-look", show);
  root.classList.add("kit-js");
  show();
})();
