// One polite voice for the whole page: texts wait for each other, so that a screen
// reader hears all of them. A failed request shows the frame's words for it, in a place
// that is a live region itself.
const queue = [];
let speaking = false;

function speak() {
  const region = document.getElementById("raati-live");
  if (!region || !queue.length) {
    speaking = false;
    return;
  }
  speaking = true;
  region.textContent = queue.shift();
  setTimeout(() => {
    region.textContent = "";
    setTimeout(speak, 100);
  }, 1500);
}

function showFailure(shown) {
  const notice = document.getElementById("raati-failed");
  if (notice) notice.hidden = !shown;
}

document.addEventListener("htmx:beforeRequest", () => showFailure(false));

export function announce(event) {
  if (event.type !== "raati:announce") {
    showFailure(true);
    return;
  }
  const text = event.detail?.value ?? event.detail;
  if (!text || queue.includes(text)) return;
  queue.push(String(text));
  if (!speaking) speak();
}
