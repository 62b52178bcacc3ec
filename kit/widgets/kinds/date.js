/** A date with a tolerance in days; kit/quiz/kinds/typed.py grades by the same rule. */
import { readDate, writeDate } from "../dates.js";
import { typedKind } from "../typed.js";

export default typedKind({
  name: "date", inputMode: "text", show: ({ value }, { language }) => writeDate(value, language, "long"),
  read: (q, text) => readDate(text), value: (one) => (typeof one === "number" ? BigInt(one) : readDate(one)),
});
