// The counter's page. What is typed about a patient lives in this page's memory (patient.js) from medicine to
// medicine, is sent in the body of a request, and is kept nowhere: not in an address, not in a form that the
// browser submits (it would remember it), not in storage.
import { startBar } from "./bar.js";
import { showKeys, startKeys } from "./keys.js";
import { startOrder } from "./order.js";
import { patient, startIdleWipe, wipe } from "./patient.js";
import { startSearch } from "./search.js";
import { FRAGMENT, one, say } from "./ways.js";

document.documentElement.classList.add("scripted");

let screen = { leave() {}, refresh() {} };

function start(isFirst) {
  const search = one("[data-search]");
  const order = one("[data-order]");
  screen = order ? startOrder(order, { isFirst, bar }) : { leave() {}, refresh() {} };
  if (search) startSearch(search);
  showKeys();
  bar.show(screen);
}

// From screen to screen without leaving the page, so that its memory stays. The history gets addresses only.
async function go(address, { push = true, say: words = "" } = {}) {
  let answer;
  try {
    answer = await fetch(address, { headers: FRAGMENT, cache: "no-store" });
  } catch {
    say("The counter does not answer. Is it still open?");
    return;
  }
  await show(answer, push && address, words);
}

async function show(answer, address, words) {
  const sent = new DOMParser().parseFromString(await answer.text(), "text/html");
  const main = one("main", sent);
  if (!main) return;
  screen.leave();
  if (address) history.pushState(null, "", address);
  one("main").replaceChildren(...main.childNodes);
  one(".top nav").replaceWith(one(".top nav", sent));
  document.title = sent.title;
  bar.renew(one(".bar-print .buttons", sent));
  window.scrollTo(0, 0);
  start(false);
  say(words);
  (one("[data-start]") ?? one("main")).focus({ preventScroll: true });
}

function next(words) {
  screen.leave();
  wipe();
  go("/", { say: words });
}

const bar = startBar({ go, next, current: () => screen });

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='/'], a[href^='#']");
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
  if (!link || !plain || link.target || link.hasAttribute("download")) return;
  event.preventDefault();
  const address = link.getAttribute("href");
  if (address.startsWith("#")) one(address).focus(); // another place in the history would bring the screen anew
  else go(address);
});
// Settings are saved without leaving the page, so that its memory of the patient stays.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-stays]")) return;
  event.preventDefault();
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), cache: "no-store" });
    const { pathname, search } = new URL(answer.url);
    await show(answer, answer.ok && pathname + search, "");
  } catch {
    say("The counter does not answer. Is it still open?");
  }
});
window.addEventListener("popstate", () => go(location.pathname + location.search, { push: false }));
window.addEventListener("pagehide", () => {
  screen.leave();
  wipe();
  one("main").replaceChildren();
});
window.addEventListener("pageshow", (event) => {
  if (event.persisted) go(location.pathname + location.search, { push: false });
});

startKeys({ go, bar, current: () => screen });
startIdleWipe(() => next("Five minutes without a key or a click: all that was kept of the patient is gone."), say);
start(true);
one("[data-start]")?.focus({ preventScroll: true });

// For authors: what changed in the content shows at once, where the reader is.
if (document.body.hasAttribute("data-watching")) {
  const changes = new EventSource("/events");
  changes.addEventListener("change", async () => {
    const form = one("[data-order]");
    if (!form) {
      one("#q")?.dispatchEvent(new Event("input"));
      return;
    }
    const answer = await fetch(`${form.dataset.order}/findings`, { headers: FRAGMENT });
    if (answer.ok) one("#findings").innerHTML = await answer.text();
    await screen.refresh();
  });
  window.addEventListener("pagehide", () => changes.close());
}

patient.listen(() => bar.show(screen));
