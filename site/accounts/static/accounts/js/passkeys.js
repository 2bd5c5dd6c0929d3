// Passkey buttons wait hidden for a browser that knows passkeys; a failed try is
// said beside them, in the words that the page carries.
const status = document.querySelector("[data-passkey-status]");

if (window.PublicKeyCredential) {
  for (const button of document.querySelectorAll("[data-passkey]")) {
    button.hidden = false;
    button.addEventListener("click", () => { status.textContent = ""; });
  }
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  status.textContent = status.dataset.failed;
});
