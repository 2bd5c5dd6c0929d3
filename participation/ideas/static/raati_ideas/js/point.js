// Choosing a place on the map of a form: by pressing it, or with the arrow keys. The
// hidden field keeps "latitude,longitude"; without this script the area says where.
const STEP = 20;
const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function start(map) {
  const field = document.getElementById(map.dataset.field);
  const area = document.getElementById(map.dataset.area);
  const svg = map.querySelector("svg");
  const pin = map.querySelector(".r-map__pin");
  const words = map.querySelector("[data-point-words]");
  const clear = map.querySelector("[data-point-clear]");
  if (!field || !svg) return;
  const [west, south, east, north] = map.dataset.box.split(",").map(Number);
  const { width, height } = svg.viewBox.baseVal;
  let place = null;
  let suggested = "";

  const outline = () => {
    const point = new DOMPoint(place.x, place.y);
    return [...svg.querySelectorAll("path")].find((path) => path.isPointInFill(point));
  };
  const show = (aloud) => {
    pin.toggleAttribute("hidden", !place);
    clear.hidden = !place;
    if (place) {
      pin.setAttribute("cx", place.x);
      pin.setAttribute("cy", place.y);
    }
    const found = place && outline();
    words.textContent = !place ? words.dataset.none
      : found ? words.dataset.area.replace("{area}", found.dataset.name) : words.dataset.some;
    if (aloud) document.dispatchEvent(new CustomEvent("raati:announce", { detail: words.textContent }));
    // Never over a choice of their own.
    if (found && area && (area.value === "" || area.value === suggested)) {
      suggested = found.dataset.slug;
      area.value = suggested;
    }
  };
  const put = (x, y) => {
    place = { x: Math.min(Math.max(x, 0), width), y: Math.min(Math.max(y, 0), height) };
    const latitude = north - (place.y / height) * (north - south);
    const longitude = west + (place.x / width) * (east - west);
    field.value = `${latitude.toFixed(4)},${longitude.toFixed(4)}`;
    show(true);
  };
  const remove = () => {
    place = null;
    field.value = "";
    show(true);
  };

  svg.addEventListener("click", (event) => {
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    put(x, y);
  });
  map.querySelector("[data-point-stage]").addEventListener("keydown", (event) => {
    const move = MOVES[event.key];
    if (move) {
      event.preventDefault();
      const from = place ?? { x: width / 2, y: height / 2 };
      const step = event.shiftKey ? STEP / 5 : STEP;
      put(from.x + move[0] * step, from.y + move[1] * step);
    } else if (place && ["Delete", "Backspace"].includes(event.key)) remove();
  });
  clear.addEventListener("click", () => {
    remove();
    map.querySelector("[data-point-stage]").focus();
  });

  const [latitude, longitude] = field.value.split(",").map(Number);
  if (field.value && Number.isFinite(latitude + longitude)) {
    place = { x: ((longitude - west) / (east - west)) * width, y: ((north - latitude) / (north - south)) * height };
  }
  map.hidden = false;
  show(false);
}

document.querySelectorAll("[data-point-map]").forEach(start);
