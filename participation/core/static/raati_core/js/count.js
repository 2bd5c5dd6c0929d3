// How many characters are left. The words stand in data-left and data-over with {n};
// a screen reader hears it only near the end, and only when typing pauses.
const length = (text) => [...text.replace(/\r?\n/g, "\n")].length;

export function start(counter) {
  const field = document.getElementById(counter.dataset.countFor);
  if (!field) return;
  const most = Number(counter.dataset.max);
  let pause = 0;
  const show = () => {
    const left = most - length(field.value);
    const words = left < 0 ? counter.dataset.over : counter.dataset.left;
    counter.textContent = words.replace("{n}", String(Math.abs(left)));
    counter.classList.toggle("r-count--over", left < 0);
    return left;
  };
  field.addEventListener("input", () => {
    const left = show();
    clearTimeout(pause);
    if (left > most / 10) return;
    pause = setTimeout(() => document.dispatchEvent(
      new CustomEvent("raati:announce", { detail: counter.textContent })), 1200);
  });
  show();
}
