/** The course: its lessons in their order, and where the notebook of a lesson stands. */

/**
 * Make a course from what course.json says.
 *
 * @param {{lessons: object[], tools: object[], words: object, wall: object, code: object}} facts
 */
export function makeCourse({ lessons, tools, words, wall, code }) {
  const languages = Object.keys(words);

  /** Return lesson, language and words of a notebook that claims to be a lesson, or null. */
  function recognise(claim) {
    const lesson = lessons.find((one) => one.id === claim?.lesson);
    if (!lesson || !languages.includes(claim.language)) return null;
    return { lesson, language: claim.language, words: words[claim.language] };
  }

  /** Return what a guide to a lesson, or a tool, is about, or null where a notebook is neither. */
  function recogniseAside(claim) {
    const guide = recognise({ ...claim, lesson: claim?.trainer });
    const tool = tools.find((one) => one.id === claim?.trainer);
    if (guide || !tool || !languages.includes(claim.language)) return guide && { ...guide, isTool: false };
    return { lesson: tool, language: claim.language, isTool: true };
  }

  /** Return the path of another lesson or language, for a notebook at `path`. */
  function pathFrom(path, lesson, language) {
    const folders = path.split("/").slice(0, -1);
    const at = folders.findLastIndex((folder) => languages.includes(folder));
    if (at >= 0) folders[at] = language;
    return [...folders, lesson.file].join("/");
  }

  /** Return the lesson whose notebook stands at a path, or undefined. */
  const lessonAt = (path) => lessons.find((lesson) => path.endsWith(`/${lesson.file}`));

  /** Return the lesson so many steps away, or undefined. */
  const neighbour = (lesson, step) => lessons[lessons.indexOf(lesson) + step];

  /** Return the code cells that the kit ships for a lesson. */
  const shippedCode = (lesson, language) => new Set(code[lesson.id]?.[language] ?? []);

  return { languages, words, wall, recognise, recogniseAside, pathFrom, lessonAt, neighbour, shippedCode };
}
