/** The course as an app: kept on the device by a service worker where pages come over http. */
import { button, h } from "../../widgets/dom.js";

/**
 * Have the course kept on the device, and say so in a place; on a USB stick there is no need.
 *
 * @param {Element} notices - Where to say that everything is kept, or that there is a new version.
 * @param {object} words - The words of `[site-app]`.
 * @param {string} language - The language of the page; its manifest names the app in it.
 */
export async function offerOffline(notices, words, language) {
  const isServed = location.protocol === "http:" || location.protocol === "https:";
  if (!isServed || !isSecureContext || !("serviceWorker" in navigator)) return;
  document.head.append(h("link", { rel: "manifest", href: `../manifest-${language}.webmanifest` }));
  const { serviceWorker } = navigator;
  const isRenewal = serviceWorker.controller !== null;
  // A page goes with the version that it came with.
  serviceWorker.addEventListener("controllerchange", () => { if (isRenewal) location.reload(); });
  serviceWorker.addEventListener("message", ({ data }) => { if (data.stored) tellStored(notices, words); });
  try {
    const registration = await serviceWorker.register("../sw.js", { scope: "../", updateViaCache: "none" });
    watch(registration, notices, words);
    const { active } = await serviceWorker.ready;
    // Whoever saves data gets the figures as they are looked at.
    if (!navigator.connection?.saveData) active.postMessage("complete");
  } catch (error) {
    // Nothing is lost: without the worker the pages come from the server each time.
    console.info(error.message);
  }
}

function watch(registration, notices, words) {
  const look = () => { if (registration.waiting && registration.active) tellRenewed(registration.waiting, notices, words); };
  const follow = (worker) => worker?.addEventListener("statechange", look);
  look();
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));
}

function tellStored(notices, words) {
  document.documentElement.dataset.kitStored = "yes";
  notices.querySelector(".kit-stored")?.remove();
  notices.append(h("p", { className: "kit-stored", textContent: words.stored }));
}

function tellRenewed(worker, notices, words) {
  if (notices.querySelector(".kit-renewed")) return;
  notices.append(h("p", { className: "kit-renewed", textContent: `${words.renewed} ` },
    button(words["take-over"], () => worker.postMessage("take over"))));
}
