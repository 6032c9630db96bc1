// Search as you type. Only the medicine that is called what was typed opens by itself.
import { FRAGMENT, one } from "./ways.js";

export function startSearch(form) {
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
    if (await search()) one("a[data-opens]", results)?.click();
  });
  // Arrow keys walk from the field through the results and back; Tab does so as well.
  one("main").onkeydown = (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [field, ...results.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  };
}
