// What every part of the page uses.
export const FRAGMENT = { "X-Leaflet-Fragment": "1" };
export const one = (selector, within = document) => within.querySelector(selector);
export const all = (selector, within = document) => [...within.querySelectorAll(selector)];

/** Say something where it is seen and read out; "" takes it away. */
export function say(words) {
  one("#said").textContent = words;
}
