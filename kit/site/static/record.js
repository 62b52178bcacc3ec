/** The record of completion: a sheet that the browser prints, with the texts of kit/assessment/record.py. */
import { button, h } from "../../widgets/dom.js";
import { fillForm, partsOfMoment } from "./moments.js";
import { percentOf, writePoints } from "./report.js";

/** Return a name as it is printed: one space at a time, and only what can be seen. */
export const tidyName = (name) => [...name.replace(/\s+/g, " ")].filter((sign) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(sign)).join("").trim();

const facts = (rows) => h("dl", {}, ...rows.flatMap(([name, value]) => [h("dt", { textContent: name }), h("dd", { textContent: value })]));

function tableOf(marks, { words, lessons }) {
  const rows = [...marks.lessons].map(([lesson, { points, most }]) => h("tr", {},
    h("th", { scope: "row", textContent: lessons[lesson] }), h("td", { textContent: `${writePoints(points, words)} / ${most}` })));
  const head = h("tr", {}, h("th", { textContent: words["sheet-lesson"] }), h("th", { textContent: words["sheet-points"] }));
  return h("table", {}, h("thead", {}, head), h("tbody", {}, ...rows));
}

/** Return the day of an attempt, where the learner is, as a sheet writes it. */
function writeDay(attempt, words) {
  const { year, month, day } = partsOfMoment(attempt.handedIn);
  return fillForm(words["sheet-day"], { day, year, month: words.months.split(" ")[month - 1] });
}

/** Make the sheet of an attempt that was passed, in the language that was asked for. */
export function makeSheet({ name, language }, { attempt, marks }, exam) {
  const sheet = exam.sheets[language];
  const { words } = sheet;
  const score = { points: writePoints(marks.total.points, words), most: marks.total.most, percent: percentOf(marks.total) };
  return h("section", { className: "kit-record", lang: language, "aria-label": words["sheet-title"] },
    h("h4", { tabIndex: -1, textContent: words["sheet-title"] }), h("p", { className: "kit-soft", textContent: words["sheet-subtitle"] }),
    h("p", { className: "kit-name", textContent: name }), h("p", { textContent: words["sheet-says"] }),
    h("p", { className: "kit-score", textContent: fillForm(words["sheet-score"], score) }),
    h("div", { className: "kit-columns" }, tableOf(marks, sheet), facts([
      [words["sheet-date"], writeDay(attempt, words)], [words["sheet-form"], attempt.plan.form], [words["sheet-bank"], attempt.plan.bank],
    ])),
    h("p", { className: "kit-soft", textContent: fillForm(words["sheet-pass"], { total: exam.pass_percent, lesson: exam.lesson_percent }) }),
    h("p", { className: "kit-soft", textContent: words["sheet-note"] }));
}

/** Return the name under which a browser offers to save the sheet as PDF. */
function fileName({ handedIn, plan }) {
  const { year, month, day } = partsOfMoment(handedIn);
  const two = (number) => String(number).padStart(2, "0");
  return `record-of-completion-${year}-${two(month)}-${two(day)}-${plan.form}`;
}

/** Print the sheet and nothing else of the page. */
function print(sheet, attempt) {
  const copy = sheet.cloneNode(true);
  const { title } = document;
  const tidy = () => {
    copy.remove();
    document.documentElement.classList.remove("kit-printing");
    document.title = title;
  };
  document.body.append(copy);
  document.documentElement.classList.add("kit-printing");
  document.title = fileName(attempt);
  window.addEventListener("afterprint", tidy, { once: true });
  window.print();
}

/** Show a sheet below an assessment, with a button that prints it. */
export function showSheet(host, sheet, attempt, words) {
  const press = button(words["print-record"], () => print(sheet, attempt), "kit-main");
  host.replaceChildren(h("p", { textContent: words["record-ready"] }), h("p", {}, press), sheet);
  sheet.querySelector("h4").focus();
}
