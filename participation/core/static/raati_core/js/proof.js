// Proof of work for a form of visitors: finds the number behind the hash, a slice at a
// time, so that typing never waits. Says what it does in a live region; without it (no
// scripts, no WebCrypto) the form can be sent all the same, a little later.
const SLICE = 250;
const encoder = new TextEncoder();

const hex = (buffer) =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const hash = async (algorithm, text) =>
  hex(await crypto.subtle.digest(algorithm, encoder.encode(text)));

export async function solve({ algorithm, challenge, maxnumber, maxNumber, salt }) {
  const most = maxNumber ?? maxnumber;
  for (let first = 0; first <= most; first += SLICE) {
    const numbers = Array.from({ length: Math.min(SLICE, most - first + 1) }, (_, n) => first + n);
    const hashes = await Promise.all(numbers.map((n) => hash(algorithm, salt + n)));
    const found = hashes.indexOf(challenge);
    if (found >= 0) return numbers[found];
    await new Promise((resolve) => setTimeout(resolve));
  }
  return null;
}

export async function start(guard) {
  const field = guard.querySelector("input[name=proof]");
  const says = guard.querySelector("[data-proof-says]");
  if (!field || !globalThis.crypto?.subtle) return;
  const asked = JSON.parse(guard.dataset.proof);
  const say = (text) => {
    if (says) says.textContent = text;
  };
  say(guard.dataset.checking);
  const number = await solve(asked);
  if (number === null) return say("");
  const { algorithm, challenge, salt, signature } = asked;
  field.value = btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
  say(guard.dataset.checked);
}
