// Messages as a chat app shows them.

import { el, $ } from "./dom.js";
import { markdown } from "./markdown.js";
import { minutesBetween, stamp } from "./words.js";

export const BOT = "三色助手";
const GAP = 8;

export function face(name, id, bot) {
  if (bot) return el("span", { class: "face" }, el("img", { src: "/static/icon.svg", alt: "" }));
  const color = [...id].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 6;
  return el("span", { class: `face c${color}`, "aria-hidden": "true" }, name.slice(-2));
}

// Mentions of those who are here are marked; links are not made: what people paste must not become something to click.
function marked(text, names) {
  return text.split(/(@[\p{L}\p{N}_]{1,12})/u).map((part) => (part[0] === "@" && names.has(part.slice(1)) ? el("span", { class: "at" }, part) : part));
}

function body(message, { inGroup, names, onPicture, onSized }) {
  if (message.kind === "image" && message.file) {
    const open = () => onPicture([message.file.url], message.file.name);
    const picture = el("img", { src: message.file.url, alt: message.file.name, width: 300 });
    picture.addEventListener("load", () => onSized());
    return el("div", { class: "bubble picture" }, el("button", { type: "button", "aria-label": `放大 ${message.file.name}`, on: { click: open } }, picture));
  }
  const bubble = el("div", { class: `bubble${message.pending ? " pending" : ""}` });
  if (message.quote) bubble.append(el("span", { class: "quoted" }, message.quote));
  if (inGroup && !message.bot && !message.text.trimStart().startsWith("@")) bubble.append(el("span", { class: "at" }, `@${BOT}`), " ");
  if (message.title && message.title !== message.text) bubble.append(el("b", {}, message.title), "\n");
  bubble.append(...(message.kind === "markdown" ? markdown(message.text) : marked(message.text, names)));
  for (const name of message.mentions || []) bubble.append(" ", el("span", { class: "at" }, `@${name}`));
  for (const file of message.files || []) bubble.append(el("span", { class: "tag" }, file.name || file.kind));
  if (message.kind !== "image" && message.file) bubble.append(el("a", { class: "attached", href: message.file.url, download: message.file.name }, message.file.name));
  return bubble;
}

export function row(message, view) {
  const mine = !message.bot && message.person === view.me;
  const bubble = body(message, view);
  const stack = el("div", { class: "stack" });
  if (!mine) {
    const who = el("div", { class: "who" }, message.bot ? BOT : message.name, message.bot || !message.unit ? "" : ` · ${message.unit}`);
    if (message.label) who.append(el("span", { class: "tag" }, message.label));
    stack.append(who);
  }
  stack.append(bubble);
  const quote = () => view.onQuote(message);
  const canQuote = message.text && !message.pending;
  if (canQuote) bubble.addEventListener("click", () => String(getSelection()) || quote());
  return el("div", { class: `message${mine ? " mine" : ""}${message.bot ? " bot" : ""}`, "data-id": message.id, tabindex: "-1" },
    face(message.name || BOT, message.person || "", message.bot), stack,
    canQuote ? el("button", { type: "button", class: "reply", tabindex: "-1", "aria-label": `引用${message.bot ? BOT : message.name}的消息`, on: { click: quote } }, "引用") : null);
}

// Draws what is new and leaves the rest alone, so that a reader's place and a screen reader's are kept.
export class Log {
  constructor(view) {
    this.node = $("log");
    this.view = view;
    this.atEnd = true;
    view.onSized = () => this.atEnd && this.toEnd();
    this.node.addEventListener("scroll", () => { this.atEnd = this.isAtEnd(); }, { passive: true });
    this.node.addEventListener("keydown", (event) => this.walk(event));
    new ResizeObserver(() => view.onSized()).observe(this.node);
    this.clear();
  }

  // Up and down from one message to the next; Enter quotes a message, or opens its picture.
  walk(event) {
    const rows = [...this.node.querySelectorAll(".message")];
    const place = rows.indexOf(event.target.closest(".message"));
    if (event.key === "Enter" && event.target === rows[place]) {
      event.preventDefault();
      rows[place].querySelector(".reply, .picture button")?.click();
    }
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const next = place < 0 ? rows.at(-1) : rows[place + step];
    if (!step || !next) return;
    event.preventDefault();
    next.focus();
  }

  clear() {
    this.shown = new Map();
    this.lastAt = null;
    this.node.replaceChildren();
  }

  isAtEnd() {
    return this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < 90;
  }

  toEnd() {
    this.node.scrollTop = this.node.scrollHeight;
    this.atEnd = true;
  }

  show(messages, now, first) {
    const follow = first || this.atEnd;
    this.dropPending();
    this.node.querySelector(".empty")?.remove();
    for (const message of messages) {
      if (this.shown.has(message.id)) continue;
      if (this.lastAt === null || minutesBetween(this.lastAt, message.at) > GAP) {
        this.node.append(el("div", { class: "time" }, stamp(message.at, now)));
      }
      const node = row(message, this.view);
      if (!first) node.classList.add("fresh");
      this.node.append(node);
      this.shown.set(message.id, message);
      this.lastAt = message.at;
    }
    if (!this.shown.size) this.node.append(el("div", { class: "empty" }, "还没有消息"));
    if (follow) this.toEnd();
  }

  prepend(messages, now) {
    const before = this.node.scrollHeight - this.node.scrollTop;
    const nodes = [];
    let last = null;
    for (const message of messages) {
      if (this.shown.has(message.id)) continue;
      if (last === null || minutesBetween(last, message.at) > GAP) nodes.push(el("div", { class: "time" }, stamp(message.at, now)));
      nodes.push(row(message, this.view));
      this.shown.set(message.id, message);
      last = message.at;
    }
    this.node.prepend(...nodes);
    this.node.scrollTop = this.node.scrollHeight - before;
  }

  showPending(message, now) {
    const node = row({ ...message, pending: true }, this.view);
    node.dataset.pending = "";
    this.node.append(node);
    this.toEnd();
  }

  dropPending() {
    for (const node of this.node.querySelectorAll("[data-pending]")) node.remove();
  }

  oldest() {
    return [...this.shown.values()].reduce((least, each) => (least === null || each.at < least ? each.at : least), null);
  }
}
