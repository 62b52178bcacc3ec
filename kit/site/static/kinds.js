/** Every kind of question by its name: on these pages they all come in one file. */
import date from "../../widgets/kinds/date.js";
import decide from "../../widgets/kinds/decide.js";
import gap from "../../widgets/kinds/gap.js";
import mark from "../../widgets/kinds/mark.js";
import match from "../../widgets/kinds/match.js";
import number from "../../widgets/kinds/number.js";
import order from "../../widgets/kinds/order.js";
import several from "../../widgets/kinds/several.js";
import single from "../../widgets/kinds/single.js";
import sort from "../../widgets/kinds/sort.js";
import trueFalse from "../../widgets/kinds/true-false.js";

export const KINDS = { date, decide, gap, mark, match, number, order, several, single, sort, "true-false": trueFalse };
