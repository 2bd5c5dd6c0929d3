// Putting pieces of HTML from the server into the page: each at most once, without
// taking the focus away or throwing away what somebody is typing.
const stamps = new Map();
const held = new Map();
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function piece(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

function isEdited(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.options) return [...field.options].some((o) => o.selected !== o.defaultSelected);
  return field.type !== "hidden" && field.value !== field.defaultValue;
}

function isBusy(element) {
  if (!element.contains(document.activeElement)) return false;
  const fields = [...element.querySelectorAll("input, textarea, select")];
  return fields.some(isEdited) || document.activeElement.isContentEditable;
}

// The same control in the new piece, if it is there.
function sameControl(old, fresh) {
  const { id, name } = old;
  if (id) return fresh.id === id ? fresh : fresh.querySelector(`#${CSS.escape(id)}`);
  if (name) return fresh.querySelector(`[name="${CSS.escape(name)}"]`);
  return fresh.querySelector(old.localName);
}

// htmx and our own behaviours start on what is new, as on what htmx itself swaps in.
function wake(element) {
  window.htmx?.process(element);
  element.dispatchEvent(new CustomEvent("htmx:load", { bubbles: true, detail: { elt: element } }));
  if (calm.matches) return;
  element.dataset.liveNew = "";
  setTimeout(() => element.removeAttribute("data-live-new"), 2000);
}

function later(element, html) {
  if (!held.has(element.id)) {
    element.addEventListener("focusout", () => setTimeout(() => {
      const kept = held.get(element.id);
      held.delete(element.id);
      if (kept !== undefined) replace(element.id, kept);
    }), { once: true });
  }
  held.set(element.id, html);
}

export function replace(id, html) {
  const element = document.getElementById(id);
  if (!element) return null;
  if (isBusy(element)) {
    later(element, html);
    return null;
  }
  const fresh = piece(html);
  if (!fresh) return null;
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  element.replaceWith(fresh);
  if (focused) sameControl(focused, fresh)?.focus({ preventScroll: true });
  wake(fresh);
  return fresh;
}

// Whether it is new here; what is here already is only drawn anew.
export function add({ el, id, html, op }) {
  if (document.getElementById(id)) {
    replace(id, html);
    return false;
  }
  const place = document.getElementById(el);
  const fresh = place && piece(html);
  if (!fresh) return false;
  place[op](fresh);
  wake(fresh);
  return true;
}

export function remove(id) {
  const element = document.getElementById(id);
  if (!element) return;
  held.delete(id);
  // What is being written in it stays: only what was taken away goes.
  const form = isBusy(element) && document.activeElement.closest("form");
  if (form && element.contains(form)) {
    const focused = document.activeElement;
    element.after(form);
    focused.focus({ preventScroll: true });
  }
  element.remove();
}

// A count: the latest by the database's clock wins, whichever way it came.
export function hint(id, html, at) {
  if (at < (stamps.get(id) ?? 0)) return;
  stamps.set(id, at);
  const element = document.getElementById(id);
  if (!element || element.outerHTML === html) return;
  const before = element.dataset.announce;
  const fresh = replace(id, html);
  const text = fresh?.dataset.announce;
  if (text && before !== undefined && text !== before) {
    document.dispatchEvent(new CustomEvent("raati:announce", { detail: text }));
  }
}
