// Makes every element with data-live follow its stream, once the page itself has loaded.
// The other modules are fetched only when there is such an element.
let line = null;

async function look() {
  const roots = [...document.querySelectorAll("[data-live]")];
  if (!roots.length && !line) return;
  if (!line) {
    const { Line } = await import("./line.js");
    line ??= new Line();
  }
  line.follow(roots);
}

if (document.readyState === "complete") look();
else addEventListener("load", look);
// A piece swapped in later may bring or take away such an element.
document.addEventListener("htmx:afterSettle", look);
