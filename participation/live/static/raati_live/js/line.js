// The one socket of the page, and what takes its place while there is none.
import { Feed } from "./feed.js";
import { pause, pollPause } from "./pause.js";

// Failed tries in a row after which a page that had a socket asks by HTTP: a server that
// restarts is not to be asked by everybody at once. A page that never had one asks at once.
const PATIENCE = 3;

export class Line {
  constructor() {
    this.feeds = new Map();
    this.socket = null;
    this.failures = 0;
    this.hadSocket = false;
    this.number = 0;
    this.retry = this.poll = 0;
    addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) this.hurry();
    });
    // A page in the back-forward store must not keep a socket open.
    addEventListener("pagehide", () => this.socket?.close());
    addEventListener("pageshow", (event) => event.persisted && this.hurry());
  }

  // Called with all elements that are live now, as often as they change.
  follow(roots) {
    for (const [root, feed] of this.feeds) {
      if (roots.includes(root)) continue;
      this.say({ t: "unsubscribe", s: feed.stream });
      this.feeds.delete(root);
    }
    for (const root of roots) {
      const known = this.feeds.get(root);
      if (known) known.lookAround();
      else this.add(root);
    }
    if (!this.socket && !this.retry) this.connect();
  }

  add(root) {
    const feed = new Feed(root, this);
    this.feeds.set(root, feed);
    if (this.isOpen) this.subscribe(feed);
  }

  get isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  connect() {
    this.retry = 0;
    if (this.socket || !this.feeds.size) return;
    const [feed] = this.feeds.values();
    const address = new URL(feed.root.dataset.liveSocket || "/ws/live/", location.href);
    address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    address.searchParams.set("lang", document.documentElement.lang);
    const socket = this.socket = new WebSocket(address);
    socket.onopen = () => this.opened();
    socket.onmessage = ({ data }) => this.take(JSON.parse(data));
    socket.onclose = ({ code }) => this.closed(socket, code);
  }

  opened() {
    this.failures = 0;
    this.hadSocket = true;
    clearTimeout(this.poll);
    this.poll = 0;
    this.show("live");
    this.feeds.forEach((feed) => this.subscribe(feed));
  }

  closed(socket, code) {
    if (this.socket !== socket) return;
    this.socket = null;
    this.show("delayed");
    // 4408: the server found nothing here to be read.
    if (code === 4408) return;
    this.retry = setTimeout(() => this.connect(), pause(this.failures++));
    if (this.failures >= (this.hadSocket ? PATIENCE : 1) && !this.poll) this.pollOn();
  }

  // The network is back, or somebody looks at the tab again.
  hurry() {
    if (this.socket || !this.feeds.size) return;
    clearTimeout(this.retry);
    this.connect();
    if (this.poll) this.pollOn();
  }

  pollOn() {
    clearTimeout(this.poll);
    this.feeds.forEach((feed) => feed.catchUp());
    this.poll = setTimeout(() => this.pollOn(), pollPause(document.hidden));
  }

  subscribe(feed) {
    if (feed.ended) return;
    feed.n = this.number = (this.number + 1) % 10000;
    this.say({ t: "subscribe", n: feed.n, token: feed.token, show: feed.look() });
  }

  say(frame) {
    if (this.isOpen) this.socket.send(JSON.stringify(frame));
  }

  take(frame) {
    if (frame.t === "state") this.show(frame.live ? "live" : "delayed");
    else if (frame.t === "behind") this.feeds.forEach((feed) => feed.resume());
    else {
      for (const feed of this.feeds.values()) {
        const meant = frame.s ? frame.s === feed.stream : frame.n === feed.n;
        if (meant || (frame.t === "subscribed" && frame.n === feed.n)) feed.take(frame);
      }
    }
  }

  show(state) {
    for (const element of document.querySelectorAll("[data-connection]")) {
      element.dataset.connection = state;
    }
    this.feeds.forEach(({ root }) => { root.dataset.liveState = state; });
  }
}
