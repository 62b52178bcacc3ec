/** The view of one lesson: what it shows, when it runs, what happens when it cannot. */

const version = new URL(import.meta.url).search;
const load = (name) => import(`./${name}.js${version}`);
const [{ makeHead }, { makeTurn }, { guardReading }, { watchOutputs }, { readPlace, holdPlace }, { followLinks, readContent }, { whyWait }, { awaitWallKey, raiseWall }] =
  await Promise.all(["head", "turn", "guard", "watch", "place", "travel", "trust", "projector"].map(load));

/** Kernel states after which the lesson's widgets have nobody to talk to. */
const LOST = new Set(["dead", "autorestarting", "restarting"]);

/** Resolve when a widget is in sight, so that a lesson in a background tab does not run. */
function inSight(panel) {
  if (panel.isVisible) return Promise.resolve();
  return new Promise((resolve) => {
    const eye = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      eye.disconnect();
      resolve();
    });
    eye.observe(panel.node);
  });
}

/**
 * Shows a notebook as a lesson. `data-kit-state` on the panel's node tells how it is: `waiting`
 * for the reader, `starting`, `running` its cells, `alive`, or `stopped`; `data-kit-alive` is
 * there when every cell has run.
 */
export class LessonView {
  /**
   * @param {object} kit - What all views share.
   * @param {object} panel - The notebook panel.
   * @param {{lesson: object, language: string, words: Record<string, string>}} claim
   */
  constructor(kit, panel, { lesson, language, words }) {
    Object.assign(this, { kit, panel, lesson, language, words });
    this.notebook = panel.content;
    this.session = panel.sessionContext;
    this.isLeaving = false;
    this.isRestarting = false;
    this.letGo = () => {};
  }

  /** Dress the notebook as a lesson and, if it may, run it. */
  async open() {
    const { panel, notebook, language } = this;
    this.keepContent();
    panel.addClass("kit-lesson");
    panel.node.lang = language;
    this.kit.frame.name(this.lesson.title[language], language);
    this.keepAllCells();
    this.head = makeHead(this);
    notebook.outerNode.append(makeTurn(this));
    this.setReading = guardReading(panel);
    this.showCode(false);
    followLinks(this);
    awaitWallKey(this);
    watchOutputs(notebook, (done, total) => this.head.showProgress(done, total));
    notebook.viewportNode.addEventListener("kit-go", (event) => this.showCell(event));
    this.session.statusChanged.connect((_, status) => this.onStatus(status));
    this.setState("starting");
    this.takePlace();
    await inSight(panel);
    this.start();
  }

  /** Remember what the notebook says; that it has been run is no change worth a question. */
  keepContent() {
    const { context } = this.panel;
    this.content = readContent(this.panel);
    context.saveState.connect((_, state) => {
      if (state === "completed") this.content = readContent(this.panel);
    });
    context.model.stateChanged.connect((_, { name }) => name === "dirty" && this.calm());
  }

  /** Nobody is asked to save, on leaving, what running the lesson again brings back. */
  calm() {
    const { model } = this.panel.context;
    if (model.dirty && this.isAlive && readContent(this.panel) === this.content) model.dirty = false;
  }

  get isAlive() {
    return this.panel.node.dataset.kitState === "alive";
  }

  /** Where JupyterLab drops cells out of sight, a page could be neither printed nor searched. */
  keepAllCells() {
    const { notebookConfig } = this.notebook;
    if (notebookConfig.windowingMode !== "full") return;
    this.notebook.notebookConfig = { ...notebookConfig, windowingMode: "defer" };
  }

  /** Go to the place that the reader had in the other language. */
  takePlace() {
    const { places } = this.kit;
    const place = places.get(this.panel.context.path);
    places.delete(this.panel.context.path);
    if (place) this.letGo = holdPlace(this.notebook, place);
  }

  /** Go to the cell that a part of the lesson points to. */
  showCell(event) {
    if (this.goToCell(event.detail.cell)) event.preventDefault();
  }

  /** Go to a cell; return whether there is one of this id. */
  goToCell(id) {
    const cell = this.notebook.widgets.find(({ model }) => model.id === id);
    if (!cell) return false;
    this.letGo();
    this.letGo = holdPlace(this.notebook, { id, offset: 0 });
    cell.node.focus({ preventScroll: true });
    return true;
  }

  /** Whether the lesson can be shown on the wall: its cells have run, as far as they do. */
  get isShowable() {
    return ["alive", "stopped"].includes(this.panel.node.dataset.kitState);
  }

  /** Show the lesson on the wall. */
  openWall() {
    if (this.isShowable && !this.isLeaving) this.wall = raiseWall(this);
  }

  /** @param {"waiting" | "starting" | "running" | "alive" | "stopped"} state */
  setState(state) {
    const { node } = this.panel;
    node.dataset.kitState = state;
    node.toggleAttribute("data-kit-alive", state === "alive");
    this.head.offerWall(this.isShowable);
    this.head.showStarting(state === "starting" || state === "running");
    if (state !== "waiting" && state !== "stopped") this.head.hideNotice();
  }

  /** Show or hide the code, and with it everything that can change the notebook. */
  showCode(isShown) {
    this.panel.toggleClass("kit-code", isShown);
    this.panel.toolbar.setHidden(!isShown);
    this.setReading(!isShown);
    this.head.showCode(isShown);
    void this.kit.frame.show(isShown);
  }

  /** Run the lesson if this computer signed it and its code is the kit's own, or if asked to. */
  async start(isAsked = false) {
    this.setState("starting");
    const reason = isAsked ? "" : this.whyWait();
    if (reason) return this.waitForReader(reason);
    await this.session.ready;
    if (this.panel.isDisposed) return;
    await this.run(isAsked);
  }

  whyWait() {
    const { course } = this.kit;
    return whyWait(this.notebook.model, course.shippedCode(this.lesson, this.language));
  }

  waitForReader(reason) {
    this.setState("waiting");
    this.head.showNotice(this.words[reason], this.words.start, () => {
      this.notebook.activate();
      this.start(true);
    });
  }

  /** Run every code cell; what it was when asked for may have changed since, so look again. */
  async run(isAsked) {
    const reason = isAsked ? "" : this.whyWait();
    if (reason) return this.waitForReader(reason);
    if (!this.session.session?.kernel) return this.stop("stopped-short");
    this.setState("running");
    const cells = this.notebook.widgets.filter((cell) => cell.model.type === "code");
    const isDone = await this.kit.NotebookActions.runCells(this.notebook, cells, this.session);
    if (this.panel.isDisposed || this.panel.node.dataset.kitState !== "running") return;
    if (!isDone) return this.stop("part-failed");
    this.setState("alive");
    this.calm();
  }

  /** Say that the lesson does not answer, and offer to start it again. */
  stop(word) {
    this.setState("stopped");
    this.head.showNotice(this.words[word], this.words["start-again"], () => {
      this.notebook.activate();
      this.startAgain();
    });
  }

  /** Give the lesson a fresh kernel and run it: the reader has asked for it. */
  async startAgain() {
    this.setState("starting");
    this.isRestarting = true;
    const isDead = this.session.session?.kernel?.status === "dead";
    if (isDead) await this.session.shutdown().catch(() => {});
    if (this.session.session?.kernel) await this.session.restartKernel();
    else await this.session.startKernel();
    this.isRestarting = false;
    await this.run(true);
  }

  /** A kernel is gone; a trainer who has the code open may have restarted it on purpose. */
  onStatus(status) {
    const isMeant = this.isLeaving || this.isRestarting || this.panel.hasClass("kit-code");
    if (LOST.has(status) && !(isMeant && status !== "dead")) this.onLost();
  }

  onLost() {
    const { kitState } = this.panel.node.dataset;
    if (!this.isLeaving && kitState !== "waiting" && kitState !== "stopped") this.stop("stopped-short");
  }

  /** Go to another lesson, or to the same one in another language at the same place. */
  async goTo(lesson, language) {
    if (this.isLeaving) return;
    const { course, go } = this.kit;
    const here = this.panel.context.path;
    const path = course.pathFrom(here, lesson, language);
    const place = lesson === this.lesson ? readPlace(this.notebook) : null;
    this.isLeaving = true;
    const isGone = path !== here && (await go(this, path, place));
    if (isGone) return;
    this.isLeaving = false;
    this.head.showNotice(this.words["not-here"].replace("{file}", `${language}/${lesson.file}`));
  }
}
