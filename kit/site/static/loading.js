/**
 * Data that comes as classic scripts, since a page opened from a folder may fetch nothing: each calls
 * `kit.put(name, value)`. A value that is a text is deflated, and inflated when it is asked for.
 */
const arrived = new Map();
const opened = new Map();

function put(name, value) {
  arrived.set(name, value);
}

async function inflate(packed) {
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(plain).json();
}

function inject(src) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src });
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error(src)));
    document.head.append(script);
  });
}

async function open(name, root) {
  if (!arrived.has(name)) await inject(`${root}${name}.js`);
  const value = arrived.get(name);
  return typeof value === "string" ? inflate(value) : value;
}

/** Let scripts of data call `kit.put`. */
export function openDoor() {
  window.kit = { ...window.kit, put };
}

/** Return what a script handed over that has come with the page, or undefined. */
export const taken = (name) => arrived.get(name);

/** Return a promise of what a script hands over; it is loaded once, and again after a failure. */
export function load(name, root) {
  if (!opened.has(name)) {
    opened.set(name, open(name, root).catch((error) => {
      opened.delete(name);
      throw error;
    }));
  }
  return opened.get(name);
}
