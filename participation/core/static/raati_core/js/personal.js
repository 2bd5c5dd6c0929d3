// Shared pages know nobody. What is mine has an address of its own and is fetched
// when the cookie `signed_in` (no secret, no identity) says that there is somebody.
export function cookie(name) {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
}

function callPersonal() {
  if (cookie("signed_in") === "1") document.body.dispatchEvent(new CustomEvent("personal"));
}

// htmx sets itself up on DOMContentLoaded, with a listener older than this one.
if (document.readyState === "complete") callPersonal();
else document.addEventListener("DOMContentLoaded", callPersonal);

// A piece swapped in later may carry places of its own that wait for the call;
// those write `personal from:body once`, so nobody else is woken again.
document.addEventListener("htmx:load", ({ detail }) => {
  const waits = '[hx-trigger*="personal"][hx-trigger*="once"]';
  if (detail.elt !== document.body && detail.elt.querySelector?.(waits)) callPersonal();
});

// Read when sending: signing in in another tab changes the token.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  const token = cookie("__Host-csrftoken") || cookie("csrftoken");
  if (token && detail.verb !== "get") detail.headers["X-CSRFToken"] = token;
});
