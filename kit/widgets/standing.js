/** Where the learner stands with a question, as kit/learner/standing.py folds it. */
export const BLANK = {
  answer: null, is_checked: false, is_solved: false, is_revealed: false, was_revealed: false,
  has_hint: false, tries: 0, best: 0, confidence: "", mark: null, has_changed: false,
};

/** For each confidence, the mark if the answer is right, and if it is not; see kit/quiz/confidence.py. */
export const MARKS = { guess: [1, 0], fairly: [2, -2], sure: [3, -6] };

/** Return the mark for an answer that was given with a confidence. */
export const markCertainty = (confidence, isRight) => MARKS[confidence][isRight ? 0 : 1];

/** Fold one thing done into where the learner stands. */
export function step(standing, { kind, answer }, score) {
  const next = { ...standing, has_changed: false };
  if (kind === "choice") Object.assign(next, { answer, is_checked: false, is_solved: false });
  if (kind === "confidence") next.confidence = answer;
  if (kind === "hint") next.has_hint = true;
  if (kind === "reveal") next.is_revealed = true;
  if (kind === "retry") Object.assign(next, { answer: null, confidence: "", is_checked: false, is_solved: false, is_revealed: false });
  if (kind === "check") {
    if (!standing.was_revealed) next.best = Math.max(standing.best, score);
    if (!standing.was_revealed && !standing.tries && standing.confidence) next.mark = markCertainty(standing.confidence, score === 1);
    Object.assign(next, { answer, is_checked: true, is_solved: score === 1, tries: standing.tries + 1 });
  }
  next.was_revealed = standing.was_revealed || kind === "reveal";
  return next;
}
