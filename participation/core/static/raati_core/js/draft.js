// Keeps what is typed in <form data-draft="key">. A key that names the person goes to
// localStorage and outlives the tab; data-draft-scope="tab" (nobody signed in) stays in
// the tab, so that the next user of the browser never meets it. data-draft-from="key"
// adopts what was typed in this tab before signing in. A draft ends when the server says
// so: an element [data-draft-sent="key"], the cookie draft_sent, or the event draft-sent.
import { cookie } from "./personal.js";

const storeOf = (form) => (form.dataset.draftScope === "tab" ? sessionStorage : localStorage);
const keyOf = (name) => `raati-draft:${name}`;
const isKept = (field) =>
  field.name && field.name !== "csrfmiddlewaretoken" && !field.closest("[data-draft-skip]") &&
  !["hidden", "password", "file", "submit", "button"].includes(field.type);

function forget(name) {
  localStorage.removeItem(keyOf(name));
  sessionStorage.removeItem(keyOf(name));
}

function keep(form) {
  const typed = [...form.elements].filter(isKept).map((f) => {
    return ["checkbox", "radio"].includes(f.type) ? [f.name, f.value, f.checked] : [f.name, f.value];
  });
  storeOf(form).setItem(keyOf(form.dataset.draft), JSON.stringify(typed));
}

function restore(form, typed) {
  for (const [name, value, checked] of typed) {
    const same = [...form.elements].filter((f) => f.name === name && isKept(f));
    if (checked !== undefined) same.filter((f) => f.value === value).forEach((f) => { f.checked = checked; });
    else if (same[0] && !same[0].value) same[0].value = value;
    same[0]?.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

export function start(element) {
  if (element.dataset.draftSent) return forget(element.dataset.draftSent);
  const { draft, draftFrom } = element.dataset;
  const before = draftFrom && sessionStorage.getItem(keyOf(draftFrom));
  if (before) sessionStorage.removeItem(keyOf(draftFrom));
  const kept = before || storeOf(element).getItem(keyOf(draft));
  if (kept) restore(element, JSON.parse(kept));
  element.addEventListener("input", () => keep(element));
  if (before) keep(element);
}

const sent = cookie("draft_sent");
if (sent) {
  forget(sent);
  document.cookie = "draft_sent=; path=/; max-age=0";
}
document.addEventListener("draft-sent", ({ detail }) => forget(detail.value));
