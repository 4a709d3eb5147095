// One minute for a newcomer: four things to try, each done with one press.

import { $, el, fill } from "./dom.js";
import { recall, remember } from "./memory.js";

const STEPS = [
  ["report", "报一句进展，看机器人怎么记"],
  ["ask", "换成领导，问一句"],
  ["friday", "跳到周五，看谁被提醒"],
  ["publish", "再往后走，看发布的三色图"],
];

let actions = {};

function draw() {
  const done = recall("guide", []);
  const guide = $("guide");
  guide.hidden = recall("guidehidden", false);
  const close = el("button", { type: "button", on: { click: () => { remember("guidehidden", true); draw(); } } }, "收起");
  fill(guide, el("h2", {}, "一分钟上手", close), el("ol", {}, ...STEPS.map(([name, words], place) => el("li", { class: done.includes(name) ? "done" : "" },
    el("span", { class: "dot", "aria-hidden": "true" }, done.includes(name) ? "✓" : String(place + 1)),
    el("button", { type: "button", on: { click: () => actions[name]() } }, words)))));
}

export function startGuide(given) {
  actions = given;
  draw();
}

export function finished(name) {
  const done = recall("guide", []);
  if (!done.includes(name)) remember("guide", [...done, name]);
  draw();
}
