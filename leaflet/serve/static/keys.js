// The keys that save time; each is shown beside what it does. In a field, a letter stays a letter.
import { one } from "./ways.js";

const TYPING = "input:not([type=radio], [type=checkbox]), textarea, select";

export function startKeys({ go, bar, current }) {
  document.addEventListener("keydown", (event) => {
    const control = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    const plain = !(event.ctrlKey || event.metaKey || event.altKey);
    const typing = document.activeElement?.matches(TYPING);
    const act = () => {
      if (control && event.key.toLowerCase() === "p") return bar.print;
      if (control && event.key === "Enter") return bar.add;
      if (plain && event.key === "Escape") return () => escape(typing);
      if (!plain || typing) return null;
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
