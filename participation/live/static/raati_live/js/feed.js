// One live element of the page: which version it is at, and how it gets to the next.
import { add, hint, remove, replace } from "./apply.js";
import { arrived } from "./arrivals.js";
import { pause } from "./pause.js";

const ELEMENTS = 50;

export class Feed {
  constructor(root, line) {
    this.root = root;
    this.line = line;
    this.token = root.dataset.live;
    this.version = "liveVersion" in root.dataset ? Number(root.dataset.liveVersion) : null;
    this.stream = null;
    this.shown = "";
    this.wanted = 0;
    this.asking = this.ended = false;
  }

  // The ids of the counts that stand here now.
  look() {
    const found = [...this.root.querySelectorAll("[data-live-hint][id]")];
    if (this.root.matches("[data-live-hint][id]")) found.push(this.root);
    const ids = [...new Set(found.map(({ id }) => id))].sort().slice(0, ELEMENTS);
    this.shown = ids.join();
    return ids;
  }

  // Other counts may have come to stand here.
  lookAround() {
    const before = this.shown;
    this.look();
    if (this.shown !== before && this.stream) this.line.subscribe(this);
  }

  take(frame) {
    if (frame.t === "subscribed") {
      this.stream = frame.s;
      this.reach(frame.v);
    } else if (frame.t === "changes") {
      if (this.version !== null && frame.since <= this.version) this.apply(frame);
      else this.reach(frame.v);
    } else if (frame.t === "hint") {
      hint(frame.el, frame.html, frame.at);
    } else if (frame.t === "writing") {
      this.root.dispatchEvent(new CustomEvent("raati:writing", { detail: frame.n }));
    } else if (frame.t === "later") {
      setTimeout(() => this.line.subscribe(this), pause(1));
    } else if (frame.t === "renew") {
      this.renew();
    } else if (frame.t === "gone" || frame.t === "refused") {
      this.end();
    }
  }

  // Each change once and in order, however often and from wherever it comes.
  apply({ c: changes, v }) {
    for (const change of changes) {
      if (change.v <= this.version) continue;
      if (change.op === "remove") remove(change.el);
      else if (change.op === "replace") replace(change.el, change.html);
      else if (add(change)) arrived(this.root);
    }
    this.version = Math.max(this.version, v);
    this.lookAround();
  }

  // There is a version `v`: fetch what lies between, unless we are there.
  reach(v) {
    if (this.version === null) return;
    this.wanted = Math.max(this.wanted, v);
    if (this.wanted > this.version) this.catchUp();
  }

  // Something was thrown away for us: ask for the counts and the changes again.
  resume() {
    this.line.subscribe(this);
    if (this.version !== null) this.catchUp();
  }

  async renew() {
    await this.catchUp();
    this.line.subscribe(this);
  }

  async catchUp() {
    if (this.asking || this.ended) return;
    this.asking = true;
    try {
      await this.ask();
    } catch {
      // The network is away; the next try comes with the next poll or frame.
    }
    this.asking = false;
    // A shared answer may be a second old.
    if (this.wanted > this.version && this.version !== null && this.line.isOpen) {
      setTimeout(() => this.catchUp(), 1100);
    }
  }

  async ask() {
    const address = new URL(this.root.dataset.liveUrl, location.href);
    this.look();
    const query = { stream: this.token, since: this.version ?? "", show: this.shown };
    address.search = new URLSearchParams(query);
    const answer = await fetch(address);
    if (answer.status === 403) return this.end();
    if (!answer.ok) return undefined;
    const body = await answer.json();
    if (body.token) this.token = body.token;
    if (body.reload) return this.loadAnew(body.v);
    if (this.version !== null) this.apply(body);
    for (const [id, html] of Object.entries(body.now)) hint(id, html, body.at);
    return undefined;
  }

  // Too far behind: the page itself is the quickest way, unless somebody is typing.
  loadAnew(v) {
    const typing = [...document.querySelectorAll("textarea, input")].some(
      (field) => field.value !== field.defaultValue && field.type !== "hidden");
    if (typing) this.version = v;
    else location.reload();
  }

  end() {
    this.ended = true;
    this.root.dataset.liveState = "ended";
    this.root.dispatchEvent(new CustomEvent("raati:ended", { bubbles: true }));
  }
}
