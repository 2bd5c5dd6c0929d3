// Focus goes where the person has to look: to [data-focus] (the list of errors) when
// there is one, and back to the changed place when the swap took the focused thing away.
function focus(element) {
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus();
}

let heldFocus = false;

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  heldFocus = detail.target?.contains(document.activeElement) ?? false;
});

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  const wanted = detail.elt.matches?.("[data-focus]")
    ? detail.elt
    : detail.elt.querySelector?.("[data-focus]");
  if (wanted) focus(wanted);
  else if (heldFocus && document.activeElement === document.body && detail.elt.isConnected) {
    focus(detail.elt.querySelector("button, a[href]") ?? detail.elt);
  }
  heldFocus = false;
});

const first = document.querySelector("[data-focus]");
if (first) focus(first);
