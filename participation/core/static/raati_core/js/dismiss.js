// A button that closes what it lies in: <button hidden data-dismiss=".r-toast">.
// It is hidden in the HTML, as it could do nothing without this script.
export function start(button) {
  button.hidden = false;
  button.addEventListener("click", () => button.closest(button.dataset.dismiss)?.remove());
}
