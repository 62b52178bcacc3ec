/**
 * The entry of a prebuilt JupyterLab extension, written by hand: no bundler, no build.
 *
 * JupyterLab loads this classic script, gives it the modules that it shares, and asks for the
 * extension. Everything else stands beside it and carries the same `?v=` as this script, so that
 * a browser never mixes the files of two versions.
 */
(() => {
  const here = new URL(document.currentScript.src);
  const beside = (name) => new URL(name + here.search, here).href;
  let shared;

  for (const name of ["tokens", "page", "chrome", "print", "wall/wall"]) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: beside(`${name}.css`) });
    document.head.append(link);
  }
  const loading = import(beside("plugin.js"));
  const course = fetch(beside("course.json")).then((answer) => answer.json());

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB["iso9001-kit"] = {
    init: (scope) => {
      shared = scope;
    },
    get: async (name) => {
      if (name !== "./extension") throw new Error(`iso9001-kit has no module ${name}`);
      const { makePlugin } = await loading;
      const plugin = await makePlugin(shared, course);
      return () => ({ __esModule: true, default: plugin });
    },
  };
})();
