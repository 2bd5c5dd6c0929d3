// The door of the site's own scripts. Two behaviours are always there; the others
// are fetched when a page, or a piece swapped into it, has something for them.
import "./personal.js";
import "./focus.js";

const behaviours = [
  ["[data-draft], [data-draft-sent]", () => import("./draft.js")],
  ["form[method=post]", () => import("./once.js")],
  ["[data-count-for]", () => import("./count.js")],
  ["[data-proof]", () => import("./proof.js")],
  ["[data-dismiss]", () => import("./dismiss.js")],
  ["[data-module]", () => import("./module.js")],
];

// htmx announces the whole page as well: nothing may be started twice.
const awake = new Map(behaviours.map(([selector]) => [selector, new WeakSet()]));

async function awaken(root) {
  for (const [selector, load] of behaviours) {
    const found = [...root.querySelectorAll(selector)];
    if (root.matches?.(selector)) found.unshift(root);
    if (!found.length) continue;
    const { start } = await load();
    for (const element of found) {
      if (awake.get(selector).has(element)) continue;
      awake.get(selector).add(element);
      start(element);
    }
  }
}

// One promise for all: two imports under way may end in the wrong order.
let voice;

async function announced(event) {
  voice ??= import("./announce.js");
  const { announce } = await voice;
  announce(event);
}

awaken(document);
document.addEventListener("htmx:load", (event) => awaken(event.detail.elt));
for (const name of ["raati:announce", "htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, announced);
}
