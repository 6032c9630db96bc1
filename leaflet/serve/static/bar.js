// The bar that stays: whom it is for, what it comes to, and the ways to print it.
import { ordersWith, patient } from "./patient.js";
import { FRAGMENT, one, say } from "./ways.js";

export function startBar({ go, next, current }) {
  const bar = one("#bar");
  const press = one("#press");
  let buttons = {};
  let finished = "";
  let busy = false;

  function show(screen) {
    const count = patient.leaflets.length + (screen.form ? 1 : 0);
    bar.hidden = !count && patient.isNew;
    document.body.classList.toggle("has-bar", !bar.hidden);
    for (const name of ["print", "save", "direct"]) {
      if (!buttons[name]) continue;
      buttons[name].hidden = !count;
      buttons[name].disabled = Boolean(screen.isBlocked);
    }
    one("[data-count]", buttons.print).textContent = count > 1 ? ` ${count} leaflets` : "";
    buttons.add.hidden = !screen.form;
    buttons.add.disabled = Boolean(screen.isBlocked);
    one("#why-off").hidden = !screen.isBlocked;
    for (const each of [buttons.print, buttons.direct, buttons.add, buttons.save]) {
      if (screen.isBlocked) each?.setAttribute("aria-describedby", "standing");
      else each?.removeAttribute("aria-describedby");
    }
    buttons.done.hidden = patient.isNew;
    if (!screen.form) one("#slot-sum").replaceChildren();
    one("#tray").replaceChildren(...patient.leaflets.map(entry));
    one("#for").textContent = patient.name ? `For ${patient.name}` : "";
  }

  function entry(leaflet, index) {
    const item = document.createElement("li");
    const away = document.createElement("button");
    away.type = "button";
    away.textContent = "×";
    away.setAttribute("aria-label", `Take ${leaflet.title} out of this print`);
    away.addEventListener("click", () => patient.drop(index));
    item.append(leaflet.title, away);
    return item;
  }

  async function ask(button, send) {
    if (busy) return null; // a double click prints once
    busy = true;
    button.setAttribute("aria-busy", "true");
    try {
      const answer = await send();
      if (!answer.ok) {
        // A refusal stays until an order is not refused: no preview takes it away.
        one("#refused").innerHTML = await answer.text();
        return null;
      }
      one("#refused").replaceChildren();
      return answer;
    } catch {
      say("The counter does not answer. Is it still open?");
      return null;
    } finally {
      busy = false;
      button.removeAttribute("aria-busy");
    }
  }

  const sendTo = (address) => () => {
    const screen = current();
    const leaflets = ordersWith(screen.form && screen.order());
    const headers = { ...FRAGMENT, "Content-Type": "application/json" };
    return fetch(address, { method: "POST", body: JSON.stringify({ leaflets }), headers, cache: "no-store" });
  };

  const isReady = () => !bar.hidden && (current().ready?.() ?? patient.leaflets.length > 0);

  async function make(button) {
    if (!isReady()) return null;
    const answer = await ask(button, sendTo("/print"));
    if (!answer) return null;
    return file(answer);
  }

  async function file(answer) {
    forget();
    finished = URL.createObjectURL(await answer.blob());
    const named = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") || "");
    return { address: finished, name: named ? named[1] : "leaflet.pdf" };
  }

  function forget() {
    one("#refused").replaceChildren();
    if (!finished) return;
    URL.revokeObjectURL(finished);
    press.hidden = true;
    press.removeAttribute("src");
    finished = "";
  }

  async function dialog() {
    if (buttons.print.disabled) return;
    const made = await make(buttons.print);
    if (!made) return;
    press.onload = () => {
      press.onload = null;
      try {
        press.contentWindow.focus();
        press.contentWindow.print();
      } catch {
        window.open(made.address); // a browser that lets no page print a PDF shows it, and prints it itself
      }
    };
    press.hidden = false;
    press.src = made.address;
  }

  async function direct() {
    if (buttons.direct.disabled || !isReady()) return;
    const answer = await ask(buttons.direct, sendTo("/print/direct"));
    if (answer) say(await answer.text());
  }

  async function save() {
    const made = await make(buttons.save);
    if (made) keep(made);
  }

  function keep(made) {
    const link = document.createElement("a");
    link.href = made.address;
    link.download = made.name;
    link.click();
  }

  /** Save the file that a button asks for. */
  async function saveFrom(button, send) {
    const answer = await ask(button, send);
    if (answer) keep(await file(answer));
  }

  async function add() {
    const screen = current();
    if (!screen.form || buttons.add.disabled || !isReady()) return;
    if (!(await ask(buttons.add, () => screen.send("leaflet")))) return;
    patient.learn(screen.form);
    patient.add({ title: screen.title, order: screen.order() });
    await go("/", { say: `${screen.title} is in this print. Which medicine comes next?` });
  }

  const print = () => (buttons.direct ? direct() : dialog());
  const done = () => next("Ready for the next patient. Nothing of the last one is kept.");

  function find() {
    buttons = Object.fromEntries(["print", "save", "add", "done", "direct"].map((name) => [name, one(`[data-${name}]`, bar)]));
    for (const [name, act] of Object.entries({ print: dialog, direct, save, add, done })) {
      if (buttons[name]) buttons[name].onclick = act;
    }
  }

  /** Take the buttons that print as a screen brings them: the settings may name another printer. */
  function renew(brought) {
    if (brought) one(".bar-print .buttons", bar).replaceWith(brought);
    find();
  }

  find();
  return { show, print, add, forget, renew, saveFrom };
}
