// One patient at a time: what stays from medicine to medicine, in this page's memory and nowhere else.
import { one } from "./ways.js";

const IDLE = 5 * 60 * 1000; // milliseconds until all is wiped
const WARNING = 30 * 1000; // before that, it is said
export const KEPT = ["profile", "paper", "region", "sides", "colour"]; // choices that go with the patient

const fresh = () => ({ name: "", choices: {}, leaflets: [] });
let kept = fresh();
const listeners = [];
const told = () => listeners.forEach((listen) => listen());

export const patient = {
  get name() { return kept.name; },
  get choices() { return kept.choices; },
  get leaflets() { return kept.leaflets; },
  get isNew() { return !kept.name && !kept.leaflets.length && !Object.keys(kept.choices).length; },
  listen(listener) { listeners.push(listener); },

  /** Keep the name and the choices of a form. */
  learn(form) {
    const fields = new FormData(form);
    kept.name = fields.get("patient") ?? kept.name;
    for (const name of KEPT) kept.choices[name] = fields.get(name) ?? "";
    told();
  },

  /** Lay what is kept into a form that was just opened. */
  fill(form) {
    if (kept.name) one("[name=patient]", form).value = kept.name;
    for (const [name, value] of Object.entries(kept.choices)) {
      for (const field of form.querySelectorAll(`[name=${name}]`)) {
        if (field.type === "radio" || field.type === "checkbox") field.checked = field.value === value;
        else field.value = value;
      }
    }
  },

  add(leaflet) {
    kept.leaflets.push(leaflet);
    told();
  },

  drop(index) {
    kept.leaflets.splice(index, 1);
    told();
  },
};

/** The fields of a form as they are sent: a list of values for each name. */
export function fieldsOf(form) {
  const fields = {};
  for (const [name, value] of new FormData(form)) (fields[name] ??= []).push(value);
  return fields;
}

/** The orders of one print: every leaflet has the patient's name, and lies on the same paper. */
export function ordersWith(current) {
  const { paper, sides } = kept.choices;
  const common = { patient: [kept.name], ...(paper && { paper: [paper] }), ...(sides && { sides: [sides] }) };
  const orders = kept.leaflets.map((leaflet) => ({ ...leaflet.order, ...common }));
  return current ? [...orders, current] : orders;
}

export function wipe() {
  kept = fresh();
  told();
}

export function startIdleWipe(wiped, say) {
  let timers = [];
  let warned = false;
  function active() {
    timers.forEach(clearTimeout);
    if (warned) say("");
    warned = false;
    timers = [
      setTimeout(() => {
        if (patient.isNew) return;
        warned = true;
        say("In half a minute all that is kept of this patient goes. Any key or click keeps it.");
      }, IDLE - WARNING),
      setTimeout(() => {
        warned = false;
        if (!patient.isNew) wiped();
      }, IDLE),
    ];
  }
  for (const kind of ["keydown", "pointerdown", "input"]) document.addEventListener(kind, active, true);
  active();
}
