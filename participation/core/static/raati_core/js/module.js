// An element may name a module of this site that has to run for it (data-module). So a
// piece that is swapped in can bring behaviour that the page itself did not load.
export function start(element) {
  const address = new URL(element.dataset.module, location.href);
  if (address.origin === location.origin) import(address.href);
}
