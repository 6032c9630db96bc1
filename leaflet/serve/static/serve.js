// The counter's one script. What is typed about a patient is sent in the body of a request and kept
// nowhere: not in an address, not in a form the browser submits (it would remember it), not in storage.
"use strict";

document.documentElement.classList.add("scripted");

const FRAGMENT = { "X-Leaflet-Fragment": "1" };
const one = (selector, within = document) => within.querySelector(selector);

// Search as you type -------------------------------------------------------------------------------

function startSearch(form) {
  const field = one("input", form);
  const results = one("#results");
  const says = one("#q-says");
  let asked = new AbortController();
  let waiting = 0;

  // An answer may come when an arrow key has walked on: the focus stays on its medicine, or goes back to the field.
  function show(html) {
    const focused = results.contains(document.activeElement) && document.activeElement.getAttribute("href");
    results.innerHTML = html;
    says.textContent = one("[data-said]", results).dataset.said;
    if (focused) (one(`a[href="${CSS.escape(focused)}"]`, results) ?? field).focus();
  }

  async function search() {
    asked.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`/search?q=${encodeURIComponent(field.value)}`, { signal: asked.signal, headers: FRAGMENT });
      if (!answer.ok) throw new Error(answer.statusText);
      show(await answer.text());
      return true;
    } catch (slip) {
      if (slip.name === "AbortError") return false;
      results.replaceChildren(); // what was found for other words must not be opened for these
      says.textContent = "The counter does not answer. Is it still open?";
      return false;
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 60);
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    // Only the medicine that is called what was typed opens by itself; any other is chosen by hand.
    if (await search()) one("a[data-opens]", results)?.click();
  });
  // Arrow keys walk from the field through the results and back; Tab does so as well.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [field, ...results.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
}

// One medicine: choices, preview, print, save --------------------------------------------------------

function startOrder(form) {
  const address = form.dataset.order;
  const pages = one("#slot-pages");
  const printing = one("[data-print]", form);
  const saving = one("[data-save]", form);
  const press = one("#press");
  let asked = new AbortController();
  let waiting = 0;
  let finished = "";
  let busy = false;

  for (const fieldset of form.querySelectorAll("[data-scripted]")) fieldset.disabled = false;
  printing.hidden = false;
  form.reset();

  function send(path, signal) {
    return fetch(`${address}/${path}`, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: FRAGMENT, signal, cache: "no-store" });
  }

  function fill(html) {
    const sent = document.createElement("template");
    sent.innerHTML = html;
    for (const slot of sent.content.querySelectorAll("[data-slot]")) {
      const shown = document.getElementById(`slot-${slot.dataset.slot}`);
      const open = one("details", shown)?.open;
      // Say only what changed: a status that is written anew is read out anew.
      if (slot.dataset.slot !== "pages" && shown.innerHTML.trim() === slot.innerHTML.trim()) continue;
      shown.replaceChildren(...slot.childNodes);
      if (open) one("details", shown).open = true;
    }
  }

  async function preview() {
    asked.abort();
    asked = new AbortController();
    try {
      const answer = await send("preview", asked.signal);
      fill(await answer.text());
      pages.classList.toggle("is-old", !answer.ok);
      if (!answer.ok) one("#slot-sum").replaceChildren(); // no count of another choice
      form.dataset.shown = String(Number(form.dataset.shown || 0) + 1);
    } catch (slip) {
      if (slip.name === "AbortError") return;
      pages.classList.add("is-old");
      one("#slot-trouble").textContent = "The counter does not answer. Is it still open?";
    }
  }

  function changed(delay) {
    clearTimeout(waiting);
    one("#slot-sum").replaceChildren(); // pages and sheets belong to the choice that is made now
    waiting = setTimeout(preview, delay);
  }

  async function make(button) {
    if (busy) return null; // a double click prints once
    const accept = one("#accept", form);
    if (accept && !accept.checked) {
      one("#slot-trouble").textContent = "First say at the review status that you have a reason to print it.";
      accept.focus();
      return null;
    }
    if (!form.reportValidity()) return null;
    busy = true;
    button.setAttribute("aria-busy", "true");
    try {
      const answer = await send("leaflet");
      if (!answer.ok) {
        // A refusal stays until an order is not refused: no preview takes it away.
        one("#slot-refused").innerHTML = await answer.text();
        return null;
      }
      one("#slot-refused").replaceChildren();
      one("#slot-trouble").replaceChildren();
      forget();
      finished = URL.createObjectURL(await answer.blob());
      const named = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") || "");
      return { address: finished, name: named ? named[1] : "leaflet.pdf" };
    } catch {
      one("#slot-trouble").textContent = "The counter does not answer. Is it still open?";
      return null;
    } finally {
      busy = false;
      button.removeAttribute("aria-busy");
    }
  }

  function forget() {
    if (!finished) return;
    URL.revokeObjectURL(finished);
    press.hidden = true;
    press.removeAttribute("src");
    finished = "";
  }

  async function print() {
    const made = await make(printing);
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

  async function save() {
    const made = await make(saving);
    if (!made) return;
    const link = document.createElement("a");
    link.href = made.address;
    link.download = made.name;
    link.click();
  }

  form.addEventListener("input", (event) => changed(event.target.matches("[data-private]") ? 200 : 0));
  form.addEventListener("submit", (event) => {
    event.preventDefault(); // a submitted form would stay in the browser's history
    if (event.submitter === saving) save();
  });
  printing.addEventListener("click", print);
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "p" && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      if (!printing.disabled) print();
    }
  });
  window.addEventListener("pagehide", () => {
    form.reset();
    pages.replaceChildren();
    forget();
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) preview();
  });
  return preview;
}

// For authors: what changed in the content shows at once, where the reader is ----------------------

function startWatching(refresh) {
  const changes = new EventSource("/events");
  changes.addEventListener("change", async () => {
    const form = one("[data-order]");
    if (!form) {
      one("#q")?.dispatchEvent(new Event("input"));
      return;
    }
    const answer = await fetch(`${form.dataset.order}/findings`, { headers: FRAGMENT });
    if (answer.ok) one("#findings").innerHTML = await answer.text();
    await refresh();
  });
  window.addEventListener("pagehide", () => changes.close());
}

const search = one("[data-search]");
const order = one("[data-order]");
if (search) startSearch(search);
const refresh = order ? startOrder(order) : () => {};
if (document.body.hasAttribute("data-watching")) startWatching(refresh);
