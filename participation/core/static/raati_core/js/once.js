// A second press while the first is on its way does nothing. (The server would answer
// the second with the first's result anyway; this spares the wait and the doubt.)
const sending = new WeakSet();

function release(form) {
  sending.delete(form);
  form.removeAttribute("aria-busy");
}

export function start(form) {
  form.addEventListener("submit", (event) => {
    if (sending.has(form)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    sending.add(form);
    form.setAttribute("aria-busy", "true");
    // Another listener may have refused it; then nothing is on its way.
    setTimeout(() => { if (event.defaultPrevented && !form.matches("[hx-post]")) release(form); });
  }, { capture: true });
  // A stopped page load tells nobody.
  form.addEventListener("submit", () => setTimeout(() => release(form), 10_000));
  form.addEventListener("htmx:afterRequest", () => release(form));
  // Back in history shows the page as it was left: busy.
  addEventListener("pageshow", (event) => { if (event.persisted) release(form); });
}
