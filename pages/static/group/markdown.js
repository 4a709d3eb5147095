// The little Markdown that work chats know: headings, quotes, lists, bold. Made of elements, never of markup.

import { el } from "./dom.js";

function inline(text) {
  return text.split(/(\*\*[^*\n]+\*\*)/).map((part) => (part.startsWith("**") && part.length > 4 ? el("b", {}, part.slice(2, -2)) : part));
}

function line(words) {
  const heading = words.match(/^#{1,6}\s+(.*)$/);
  if (heading) return el("span", { class: "md-heading" }, ...inline(heading[1]));
  const quote = words.match(/^>\s?(.*)$/);
  if (quote) return el("span", { class: "md-quote" }, ...inline(quote[1]));
  const item = words.match(/^[-*]\s+(.*)$/);
  if (item) return el("span", { class: "md-item" }, ...inline(item[1]));
  return el("span", { class: "md-line" }, ...inline(words));
}

export const markdown = (text) => text.split("\n").map(line);
