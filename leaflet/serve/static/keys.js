// The keys that save time; each is shown beside what it does. In a field, a letter stays a letter. Keys of one
// character can be turned off under "Your pharmacy" (WCAG 2.1.4); the browser keeps that, and nothing of a patient.
import { all, one } from "./ways.js";

const OFF = "leaflet-single-keys-off";
let off = false;
try {
  off = localStorage.getItem(OFF) === "yes";
} catch {
  off = false; // a browser that keeps nothing starts with all keys
}

/** Show the keys of a screen that was just opened as they are set. */
export function showKeys() {
  document.documentElement.classList.toggle("no-single-keys", off);
  for (const each of all("[aria-keyshortcuts]")) {
    if (each.getAttribute("aria-keyshortcuts").length === 1) each.dataset.key ??= each.getAttribute("aria-keyshortcuts");
  }
  for (const each of all("[data-key]")) {
    if (off) each.removeAttribute("aria-keyshortcuts");
    else each.setAttribute("aria-keyshortcuts", each.dataset.key);
  }
  if (one("[data-keys]")) one("[data-keys]").checked = !off;
}

function keep(on) {
  off = !on;
  try {
    if (off) localStorage.setItem(OFF, "yes");
    else localStorage.removeItem(OFF);
  } catch {
    // then it holds until the page is closed
  }
  showKeys();
}

const TYPING = "input:not([type=radio], [type=checkbox]), textarea, select";

export function startKeys({ go, bar, current }) {
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-keys]")) keep(event.target.checked);
  });
  document.addEventListener("keydown", (event) => {
    const control = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    const plain = !(event.ctrlKey || event.metaKey || event.altKey);
    const typing = document.activeElement?.matches(TYPING);
    const act = () => {
      if (control && event.key.toLowerCase() === "p") return bar.print;
      if (control && event.key === "Enter") return bar.add;
      if (plain && event.key === "Escape") return () => escape(typing);
      if (!plain || typing || off) return null;
      if (event.key === "/") return () => (one("#q") ? one("#q").focus() : go("/"));
      if (/^[1-4]$/.test(event.key) && current().size) return () => current().size(event.key);
      return null;
    };
    const action = act();
    if (!action) return;
    event.preventDefault();
    action();
  });

  function escape(typing) {
    const field = one("#q");
    if (field) {
      field.value = "";
      field.dispatchEvent(new Event("input"));
      field.focus();
    } else if (typing && current().size) {
      one("[data-start]").focus(); // out of the field first, then out of the medicine
    } else {
      go("/");
    }
  }
}
