/** The controls of an explorer, by their kind: each has a `node`, and can `show` a value. */
import { readDate, writeDate } from "./dates.js";
import { button, fill, h, tidy } from "./dom.js";

const DAY = 86400000;
const MOST_RADIOS = 4;
// Letters of an option: up to here radios are short; a list needs the whole width; its chosen option
// is written out once more below it; options are sentences, which no list shows whole.
const SHORT = 26;
const WIDE = 34;
const LONG = 64;
const SENTENCE = 80;
// With more controls than this their groups are opened one by one.
const MANY = 8;
// With more steps than this a slider would jump over most of them.
const MOST_STEPS = 500;
// How long after the last move a slider has come to rest, and after the last key a thought.
const REST = 250;
const PAUSE = 1200;

/** Frame what a control is set with: its name above, what explains it and what is amiss below. */
function frame(control, ui, tag, id, ...fields) {
  const help = control.help ? h("p", { className: "kit-help", id: `${id}-help`, textContent: control.help }) : null;
  const fault = h("p", { className: "kit-fault", id: `${id}-fault`, "aria-live": "polite" });
  const name = tag === "fieldset" ? h("legend", { textContent: control.label }) : h("label", { htmlFor: id, textContent: control.label });
  const described = [help, fault].filter(Boolean).map((one) => one.id).join(" ");
  const node = h(tag, { className: `kit-control kit-${control.kind}` }, name, ...fields, help, fault);
  (tag === "fieldset" ? node : fields[0].querySelector?.(`#${id}`) ?? fields[0]).setAttribute("aria-describedby", described);
  return {
    node,
    tell(text, field) {
      fault.textContent = text;
      field?.setAttribute("aria-invalid", Boolean(text));
    },
  };
}

const longest = ({ options }) => Math.max(...options.map(({ label }) => label.length));

function radios(control, ui, id) {
  const inputs = control.options.map((option) => h("input", { type: "radio", name: id, value: option.id }));
  const labels = inputs.map((input, i) => h("label", { className: "kit-pill" }, input, h("span", { textContent: control.options[i].label })));
  for (const input of inputs) input.addEventListener("change", () => ui.change(control.name, input.value));
  const { node } = frame(control, ui, "fieldset", id, h("div", { className: "kit-pills" }, ...labels));
  node.classList.toggle("kit-wide", control.options.reduce((all, { label }) => all + label.length, 0) > WIDE);
  node.classList.toggle("kit-sentences", longest(control) > SENTENCE);
  return { node, show(value) { for (const input of inputs) input.checked = input.value === value; } };
}

function list(control, ui, id) {
  const select = h("select", { id }, ...control.options.map((option) => h("option", { value: option.id, textContent: option.label })));
  const chosen = h("p", { className: "kit-help", "aria-hidden": "true" });
  const { node } = frame(control, ui, "div", id, select, chosen);
  node.classList.toggle("kit-wide", longest(control) > WIDE);
  function tell() {
    const text = select.selectedOptions[0]?.label ?? "";
    chosen.textContent = text.length > WIDE ? text : "";
    chosen.classList.toggle("kit-narrow", text.length <= LONG);
  }
  select.addEventListener("change", () => {
    tell();
    ui.change(control.name, select.value);
  });
  return {
    node,
    show(value) {
      select.value = value;
      tell();
    },
  };
}

function choice(control, ui, id) {
  const isShort = control.options.length <= MOST_RADIOS && longest(control) <= SHORT;
  return (isShort || longest(control) > SENTENCE ? radios : list)(control, ui, id);
}

function count(control, ui, id) {
  const { low, high, step, unit, label } = control;
  const bounds = { min: low, max: high, step };
  const range = h("input", { type: "range", "aria-label": label, ...bounds });
  const number = h("input", { type: "number", inputMode: "numeric", id, ...bounds });
  const { node, tell } = frame(control, ui, "div", id,
    h("div", { className: "kit-pair" }, (high - low) / step > MOST_STEPS ? null : range, number, unit ? h("span", { textContent: unit }) : null));
  range.addEventListener("input", () => {
    number.value = range.value;
    tell("", number);
  });
  range.addEventListener("change", () => ui.change(control.name, Number(range.value), REST));
  number.addEventListener("change", () => {
    const isFit = number.value !== "" && number.validity.valid;
    tell(isFit ? "" : fill(ui.words[step > 1 ? "count-steps" : "count-range"], control), number);
    if (!isFit) return;
    range.value = number.value;
    ui.change(control.name, Number(number.value), REST);
  });
  return {
    node,
    show(value) {
      range.value = number.value = value;
      tell("", number);
    },
  };
}

/** A day is typed, as people write it: the date field of a browser follows the browser's language. */
function day(control, ui, id) {
  const { first, last, is_optional: isOptional, label } = control;
  const write = (value) => (value ? writeDate(value, ui.language, "medium") : "");
  const input = h("input", { type: "text", id, autocomplete: "off", maxLength: 40, placeholder: isOptional ? ui.words["no-day"] : "" });
  const picker = h("input", { type: "date", min: first, max: last, tabIndex: -1, "aria-hidden": "true", className: "kit-picker" });
  const open = button("", () => picker.showPicker(), "kit-open");
  open.setAttribute("aria-label", fill(ui.words.calendar, { label }));
  const { node, tell } = frame(control, ui, "div", id, h("div", { className: "kit-pair" }, input, "showPicker" in picker ? open : null, picker));

  function show(value) {
    input.value = write(value);
    picker.value = value;
    tell("", input);
  }

  /** Return what is wrong with a typed day, or take it over. */
  function read(typed) {
    const date = write(last);
    if (!typed && !isOptional) return fill(ui.words["day-needed"], { date });
    const days = typed ? readDate(typed) : "";
    if (days === null) return fill(ui.words["day-unread"], { typed, date });
    const value = typed ? new Date(Number(days) * DAY).toISOString().slice(0, 10) : "";
    if (value && (value < first || value > last)) return fill(ui.words["day-range"], { first: write(first), last: date });
    show(value);
    ui.change(control.name, value);
    return "";
  }

  input.addEventListener("change", () => tell(read(tidy(input.value)), input));
  // What the calendar of a phone can clear, it may not leave empty.
  picker.addEventListener("change", () => tell(read(picker.value), input));
  return { node, show };
}

function turn(control, ui, id) {
  const input = h("input", { type: "checkbox", id });
  input.addEventListener("change", () => ui.change(control.name, input.checked));
  const label = h("label", { className: "kit-pill" }, input, h("span", { textContent: control.label }));
  const help = control.help ? h("p", { className: "kit-help", id: `${id}-help`, textContent: control.help }) : null;
  if (help) input.setAttribute("aria-describedby", help.id);
  return { node: h("div", { className: "kit-control kit-switch" }, label, help), show(value) { input.checked = value; } };
}

function words(control, ui, id) {
  const { lines, most: maxLength } = control;
  const field = lines > 1 ? h("textarea", { id, rows: lines, maxLength }) : h("input", { type: "text", id, maxLength, autocomplete: "off" });
  field.addEventListener("input", () => ui.change(control.name, field.value, PAUSE));
  field.addEventListener("change", () => ui.change(control.name, field.value));
  const { node } = frame(control, ui, "div", id, field);
  return { node, show(value) { field.value = value; } };
}

const KINDS = { choice, count, day, switch: turn, words };

/** Put a frame for a group behind what is there, and return where its controls go. */
function startGroup(text, nodes, isMany) {
  const fields = h("div", { className: "kit-fields" });
  const isFirst = nodes.every((node) => node.tagName !== "DETAILS");
  nodes.push(isMany
    ? h("details", { className: "kit-group", open: isFirst }, h("summary", { textContent: text }), fields)
    : h("fieldset", { className: "kit-group" }, h("legend", { textContent: text }), fields));
  return fields;
}

/**
 * Draw controls, those of a group in one frame; of many groups, only the first is open.
 *
 * @param {object[]} controls - As kit/explorers/view.py gives them.
 * @param {{words: object, language: string, uid: string, change: function}} ui - `change` hears name,
 *   value and, where more may follow at once, how many milliseconds to wait for it.
 * @returns {{nodes: Element[], show: function, suit: function}} `show` takes over a whole state; `suit`
 *   only shows and hides what depends on another control.
 */
export function drawControls(controls, ui) {
  const made = controls.map((control) => KINDS[control.kind](control, ui, `${ui.uid}-${control.name}`));
  const isMany = controls.length > MANY;
  const nodes = [];
  let [group, fields] = ["", nodes];
  for (const [i, control] of controls.entries()) {
    if (control.group !== group) fields = control.group ? startGroup(control.group, nodes, isMany) : nodes;
    group = control.group;
    if (group) fields.append(made[i].node);
    else nodes.push(made[i].node);
  }
  const suit = (state) => controls.forEach(({ when }, i) => {
    if (when) made[i].node.hidden = state[when[0]] !== when[1];
  });
  const show = (state) => made.forEach((one, i) => one.show(state[controls[i].name]));
  return { nodes, show: (state) => { show(state); suit(state); }, suit };
}
