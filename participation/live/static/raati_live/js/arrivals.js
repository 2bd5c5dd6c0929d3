// "2 new messages": what arrived is counted for a moment and told once, in the words
// of data-announce-one and data-announce-many ({n}) of the live element.
const waiting = new Map();

export function arrived(root) {
  const known = waiting.get(root);
  if (known) {
    known.count += 1;
    return;
  }
  const news = { count: 1 };
  waiting.set(root, news);
  setTimeout(() => {
    waiting.delete(root);
    const { announceOne, announceMany } = root.dataset;
    const text = news.count === 1 ? announceOne : announceMany;
    if (!text) return;
    const detail = text.replace("{n}", String(news.count));
    document.dispatchEvent(new CustomEvent("raati:announce", { detail }));
  }, 1000);
}
