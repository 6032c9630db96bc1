// The pages: one large, the others as thumbnails; a click on the large one shows it at its real size.
import { all, one } from "./ways.js";

export function showPages(within) {
  const viewer = one(".viewer", within);
  if (!viewer) return;
  const large = one(".large", viewer);
  const shown = one("img", large);
  const thumbnails = all(".thumbs button", viewer);

  function show(button) {
    const picture = one("img", button);
    shown.src = picture.src;
    shown.alt = `Page ${button.dataset.number} of ${thumbnails.length}. Its words are under the pages.`;
    shown.style.setProperty("--real", `${button.dataset.points * 4 / 3}px`);
    for (const each of thumbnails) each.setAttribute("aria-pressed", String(each === button));
  }

  one(".zoom", viewer).addEventListener("click", () => zoom());
  shown.addEventListener("click", () => zoom());
  function zoom() {
    const real = viewer.classList.toggle("is-real");
    one(".zoom", viewer).setAttribute("aria-pressed", String(real));
    large.toggleAttribute("tabindex", real); // what scrolls can be scrolled by keys
    if (real) large.tabIndex = 0;
  }
  for (const button of thumbnails) button.addEventListener("click", () => show(button));
  show(thumbnails[Math.min(Number(viewer.dataset.at || 0), thumbnails.length - 1)]);
}
