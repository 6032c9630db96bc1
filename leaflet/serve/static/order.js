// One medicine: its choices, what they come to, and what stands in the way of printing it.
import { fieldsOf, patient } from "./patient.js";
import { showPages } from "./viewer.js";
import { FRAGMENT, all, one } from "./ways.js";

export function startOrder(form, { isFirst, bar }) {
  const address = form.dataset.order;
  const pages = one("#slot-pages");
  let asked = new AbortController();
  let waiting = 0;
  let sheets = {}; // of one copy at each size, once they are counted

  form.reset();
  for (const fieldset of all("[data-scripted]", form)) fieldset.disabled = false;
  const hadMemory = !patient.isNew;
  patient.fill(form);
  if (pages.children.length) showPages(pages);

  const step = () => one("[data-step]:not(:checked)", form); // a deliberate one, before anything is printed

  const send = (path, signal) =>
    fetch(`${address}/${path}`, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: FRAGMENT, signal, cache: "no-store" });

  // A slot that an answer does not name is empty now. Say only what changed: a status written anew is read out anew.
  function fill(html) {
    const sent = document.createElement("template");
    sent.innerHTML = html;
    for (const shown of all("[data-slots]")) {
      const slot = one(`[data-slot="${shown.id.slice(5)}"]`, sent.content);
      if (shown === pages && !slot) continue;
      const isAsked = shown.textContent && shown.textContent === step()?.dataset.step;
      if (isAsked && !slot?.textContent.trim()) continue; // what is still to be done first stays said
      if (shown !== pages && shown.innerHTML.trim() === (slot?.innerHTML ?? "").trim()) continue;
      const open = one("details", shown)?.open;
      shown.replaceChildren(...(slot?.childNodes ?? []));
      if (open && one("details", shown)) one("details", shown).open = true;
      if (shown === pages) showPages(pages);
      const field = one(`#${shown.id.slice(5)}`, form);
      if (field?.matches("input, textarea, select")) field.setAttribute("aria-invalid", String(shown.children.length > 0));
    }
  }

  async function preview() {
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    try {
      const answer = await send("preview", signal);
      fill(await answer.text());
      pages.classList.toggle("is-old", !answer.ok);
      form.dataset.shown = String(Number(form.dataset.shown || 0) + 1);
      await count(signal);
    } catch (slip) {
      if (slip.name === "AbortError") return;
      pages.classList.add("is-old");
      one("#slot-trouble").textContent = "The counter does not answer. Is it still open?";
    }
  }

  async function count(signal) {
    const answer = await send("sheets", signal);
    if (!answer.ok) return; // of an order that has mistakes nothing is counted
    sheets = await answer.json();
    for (const shown of all("[data-sheets]", form)) {
      const number = sheets[shown.dataset.sheets];
      shown.textContent = number ? `${number} ${number === 1 ? "sheet" : "sheets"}` : "does not fit this paper";
    }
  }

  // Pages and sheets belong to the choice that is made now; those beside the sizes are of every size.
  function changed(delay, isSize) {
    clearTimeout(waiting);
    one("#slot-sum").replaceChildren();
    if (!isSize) {
      sheets = {};
      for (const shown of all("[data-sheets]", form)) shown.textContent = "";
    }
    waiting = setTimeout(preview, delay);
  }

  function choose(profile) {
    const field = profile && one(`[name=profile][value=${profile}]`, form);
    if (!field || field.checked) return;
    field.checked = true;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // The four sizes stand in the form from small to large.
  one("[data-fit]", form).addEventListener("click", async () => {
    if (!Object.keys(sheets).length) await count(asked.signal).catch(() => {});
    const room = Number(one("#fit", form).value);
    const fitting = all(".sizes [data-digit]", form).map((each) => each.value).filter((name) => sheets[name] <= room);
    one("#fit-says").textContent = fitting.length ? "" : `No size fits ${room} ${room === 1 ? "sheet" : "sheets"}.`;
    choose(fitting.at(-1));
  });
  form.addEventListener("input", (event) => {
    if (event.target.matches("[data-aside]")) return;
    patient.learn(form);
    changed(event.target.matches("[data-private]") ? 200 : 0, event.target.name === "profile");
  });
  form.addEventListener("submit", (event) => event.preventDefault()); // it would stay in the browser's history
  for (const button of all("[data-form]", form)) {
    button.addEventListener("click", () => {
      if (ready()) bar.saveFrom(button, () => send(`forms/${button.dataset.form}`));
    });
  }

  if (isFirst && !hadMemory) {
    one("#slot-sum").textContent = one("[data-sum]", form).textContent; // the page came with its pictures and their sum
    count(asked.signal).catch(() => {});
  } else preview();

  /** Bring the user to the deliberate step, or to the field that is wrong; tell whether there is nothing of the kind. */
  function ready() {
    const first = step();
    if (first) {
      one("#slot-trouble").textContent = first.dataset.step;
      first.focus();
      return false;
    }
    return form.reportValidity();
  }

  return {
    form,
    title: form.dataset.title,
    isBlocked: form.hasAttribute("data-blocked"),
    size: (digit) => choose(one(`[data-digit="${digit}"]`, form)?.value),
    send,
    order: () => ({ ...fieldsOf(form), id: [form.dataset.id] }),
    refresh: preview,
    ready,
    leave() {
      asked.abort();
      clearTimeout(waiting);
      form.reset();
      for (const field of all("[data-private]", form)) field.value = "";
      pages.replaceChildren();
      bar.forget();
    },
  };
}
