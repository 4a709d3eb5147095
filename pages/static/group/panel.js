// The board beside the chat: three colours, open problems, this week's reports.

import { $, el, fill } from "./dom.js";
import { shortDay, upcoming } from "./words.js";

let chosen = null;

function project(each) {
  const detail = [each.unit, each.node ? `${each.node}${each.planned ? `（计划${shortDay(each.planned)}）` : ""}` : "", each.percent === null ? "" : `完成${each.percent}%`];
  return el("li", {}, el("a", { href: `/project/${encodeURIComponent(each.id)}` },
    el("span", { class: "name" }, each.name), el("span", { class: `tag ${each.color}` }, each.label),
    el("span", { class: "detail" }, detail.filter(Boolean).join(" · "))));
}

function colors(board, onPicture) {
  const again = () => colors(board, onPicture);
  const counts = board.counts.map((each) => el("button", {
    type: "button", class: each.color, "aria-pressed": String(chosen === each.color),
    on: { click: () => { chosen = chosen === each.color ? null : each.color; again(); } },
  }, el("b", {}, String(each.count)), each.label));
  const shown = board.projects.filter((each) => !chosen || each.color === chosen);
  fill($("panel-colors"), el("div", { class: "counts", role: "group", "aria-label": "按颜色筛选" }, ...counts),
    el("div", { class: "asof" }, `截至${shortDay(board.as_of)}，共${board.projects.length}个项目`,
      el("button", { type: "button", id: "seepicture", on: { click: () => onPicture(`三色图-${board.as_of}.png`) } }, "看三色图")),
    el("ul", { class: "projects" }, ...shown.map(project)));
}

function problems(board) {
  $("problemcount").textContent = board.problems.length ? String(board.problems.length) : "";
  fill($("panel-problems"), board.problems.length
    ? el("ul", { class: "problems" }, ...board.problems.map((each) => el("li", {},
      el("div", { class: "name" }, each.name), el("div", { class: "detail" }, el("span", { class: each.help ? "tag red" : "tag" }, each.help ? `${each.categories} · 请求协调` : each.categories), ` ${each.number} · ${shortDay(each.day)}挂号`),
      each.words ? el("div", { class: "detail" }, `“${each.words}”`) : null)))
    : el("p", { class: "none" }, "没有未销号的问题。"));
}

function units(title, names) {
  return names.length ? [el("h2", {}, `${title}（${names.length}）`), el("ul", { class: "units" }, ...names.map((name) => el("li", {}, name)))] : [];
}

function week(board, now) {
  const state = board.week;
  const reported = state.reported.length + state.late.length;
  const all = reported + state.missing.length;
  const width = all ? Math.round((reported / all) * 100) : 0;
  const bar = el("i");
  bar.style.width = `${width}%`;
  fill($("panel-week"),
    el("p", {}, `${state.label}：${all}家单位中${reported}家已反馈`),
    el("div", { class: "bar", role: "img", "aria-label": `已反馈${width}%` }, bar),
    state.cutoff ? el("p", { class: "none" }, `${state.cutoff < now ? "已于" : "将于"}${upcoming(state.cutoff, now)}截止`) : el("p", { class: "none" }, "本周不报。"),
    ...units("还没有报", state.missing), ...units("迟报", state.late), ...units("已报", state.reported));
}

export function showBoard(board, now, onPicture) {
  colors(board, onPicture);
  problems(board);
  week(board, now);
}

export function startTabs() {
  const tabs = [...document.querySelectorAll("[role=tab]")];
  const choose = (tab) => {
    for (const each of tabs) {
      const on = each === tab;
      each.setAttribute("aria-selected", String(on));
      each.tabIndex = on ? 0 : -1;
      $(each.getAttribute("aria-controls")).hidden = !on;
    }
  };
  tabs.forEach((tab, place) => {
    tab.addEventListener("click", () => choose(tab));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const other = tabs[(place + step + tabs.length) % tabs.length];
      choose(other);
      other.focus();
    });
  });
}
