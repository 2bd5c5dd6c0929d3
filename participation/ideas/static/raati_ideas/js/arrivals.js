// New ideas do not push aside what somebody reads: each arrives as an empty entry in a
// hidden list, and a link says how many there are. Its words stand in data-one and
// data-many ({n}).
function start(place) {
  const list = document.getElementById(place.dataset.arrivals);
  const link = place.querySelector("a[data-one]");
  if (!list || !link) return;
  const show = () => {
    const count = list.children.length;
    link.hidden = count === 0;
    const words = count === 1 ? link.dataset.one : link.dataset.many.replace("{n}", String(count));
    if (count === 0 || link.textContent === words) return;
    link.textContent = words;
    document.dispatchEvent(new CustomEvent("raati:announce", { detail: words }));
  };
  new MutationObserver(show).observe(list, { childList: true });
  show();
}

document.querySelectorAll("[data-arrivals]").forEach(start);
