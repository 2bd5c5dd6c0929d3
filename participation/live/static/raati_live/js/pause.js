// How long to wait before the next try: longer each time, and spread, so that a
// thousand tabs do not come back at the same moment after a restart.
const FIRST = 3000;
const LONGEST = 20000;

export function pause(failures, random = Math.random) {
  const middle = Math.min(LONGEST, FIRST * 2 ** Math.min(failures, 5));
  return middle * (0.2 + 1.6 * random());
}

// Without a socket: every few seconds, in a hidden tab about every minute.
export function pollPause(hidden, random = Math.random) {
  return (hidden ? 60000 : 5000) * (0.7 + 0.6 * random());
}
