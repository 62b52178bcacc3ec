/**
 * The worker that keeps the course on the device. The kit writes the lists: what a page needs at
 * once, and what is fetched with patience afterwards, each file with a hash of its content.
 *
 * A version is one cache. It serves its own files only, so old and new are never mixed; the next
 * version waits until no page of this one is open, or until somebody asks for it.
 */
const FIRST = {/* first */};
const LATER = {/* later */};
const VERSION = "/* version */";
const OURS = `iso9001-kit ${registration.scope} `;
const CACHE = OURS + VERSION;
const HASH_LETTERS = 16;
const AT_ONCE = 6;

const addressOf = (path) => new URL(path, registration.scope).href;
const hashes = new Map(Object.entries({ ...FIRST, ...LATER }).map(([path, hash]) => [addressOf(path), hash]));

async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, HASH_LETTERS);
}

/** Return an answer with the content that this version has; null if it has another. */
async function verify(address, response) {
  if (!response?.ok) return null;
  const bytes = await response.arrayBuffer();
  if ((await hashOf(bytes)) !== hashes.get(address)) return null;
  // Made anew, an answer does not remember that it was redirected, which pages may not be.
  return new Response(bytes, { headers: { "content-type": response.headers.get("content-type") ?? "" } });
}

/** Fetch a file; what the browser still has will do, as long as it is of this version. */
async function fetchVerified(address) {
  return (await verify(address, await fetch(address))) ?? verify(address, await fetch(address, { cache: "reload" }));
}

async function findEarlier(address) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(OURS) || name === CACHE) continue;
    const found = await (await caches.open(name)).match(address);
    const same = found && (await verify(address, found));
    if (same) return same;
  }
  return null;
}

/** Keep a file, from an earlier version where it has not changed. */
async function keep(path) {
  const address = addressOf(path);
  const cache = await caches.open(CACHE);
  if (await cache.match(address)) return;
  const found = (await findEarlier(address)) ?? (await fetchVerified(address));
  if (!found) throw new Error(`${path} is not the file of this version`);
  await cache.put(address, found);
}

async function keepAll(paths) {
  for (let at = 0; at < paths.length; at += AT_ONCE) await Promise.all(paths.slice(at, at + AT_ONCE).map(keep));
}

/** Fetch what is still missing, and tell the page when everything is there. */
async function complete(client) {
  const kept = new Set((await (await caches.open(CACHE)).keys()).map(({ url }) => url));
  try {
    await keepAll(Object.keys(LATER).filter((path) => !kept.has(addressOf(path))));
    client?.postMessage({ stored: VERSION });
  } catch {
    // No network at the moment, or no room: the next page tries again.
  }
}

async function dropEarlier() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
}

async function serve(request) {
  const address = request.url.replace(/[?#].*$/, "").replace(/\/$/, "/index.html");
  if (!hashes.has(address)) return fetch(request);
  const cache = await caches.open(CACHE);
  const kept = await cache.match(address);
  if (kept) return kept;
  const found = await fetchVerified(address);
  // A file of another version does not belong to the page that asks for it.
  if (!found) return Response.error();
  await cache.put(address, found.clone());
  return found;
}

addEventListener("install", (event) => event.waitUntil(keepAll(Object.keys(FIRST))));
addEventListener("activate", (event) => event.waitUntil(dropEarlier()));
addEventListener("message", (event) => {
  if (event.data === "complete") event.waitUntil(complete(event.source));
  if (event.data === "take over") skipWaiting();
});
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(registration.scope)) event.respondWith(serve(event.request));
});
