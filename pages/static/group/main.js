// The simulated group: whoever one is, one chat is open, and the server says when there is something new.

import { get, listen, post, Refused } from "./api.js";
import { $, el, fill } from "./dom.js";
import { finished, startGuide } from "./guide.js";
import { BOT, face, Log } from "./log.js";
import { recall, remember, useStory } from "./memory.js";
import { showBoard, startTabs } from "./panel.js";
import { brief, clockOf, longDay, upcoming } from "./words.js";

const PRIVATE = "private";
const view = { me: null, names: new Set([BOT]), inGroup: true, onQuote: startQuote, onPicture: openPicture };
let scene, state, log;
let chat = null;
let quoted = null;
let busy = false;
let refreshing = null;
let again = false;

const person = (id) => scene.people.find((each) => each.id === id);

// ---- what is shown

async function refresh() {
  if (refreshing) { again = true; return refreshing; }
  refreshing = (async () => {
    do {
      again = false;
      await refreshOnce();
    } while (again);
  })();
  try { await refreshing; } finally { refreshing = null; }
}

async function refreshOnce() {
  const me = view.me, where = chat;
  const [fresh, talk, board] = await Promise.all([
    get("/api/state", { me }), get("/api/messages", { me, chat: where }), get("/board")]);
  if (me !== view.me || where !== chat) { again = true; return; }
  const first = log.shown.size === 0;
  const toldNow = state?.progress && !fresh.progress;
  state = fresh;
  showClock();
  log.show(talk.messages, state.clock.at, first);
  if (first && talk.more) log.node.prepend(olderButton());
  markRead();
  showChats();
  showSpeakers();
  showSuggestions();
  showBoard(board, state.clock.at, openBoard);
  if (toldNow && recall("me", null) === null) await beginAsWhoeverIsAsked();
}

// Only when the story has been told is it clear who has still to report.
async function beginAsWhoeverIsAsked() {
  scene = await get("/api/scene");
  if (scene.speaker === view.me) return;
  view.me = scene.speaker;
  log.clear();
  again = true;
}

function showClock() {
  const { at, workday, estimated } = state.clock;
  $("date").textContent = longDay(at);
  $("hour").textContent = clockOf(at);
  $("daykind").textContent = (workday ? "工作日" : "放假") + (estimated ? "（预估）" : "");
  $("daykind").classList.toggle("rest", !workday);
  $("nextlabel").textContent = state.next ? `${upcoming(state.next.at, at)} ${state.next.label}` : "";
  const telling = state.progress;
  $("loading").hidden = !telling;
  if (telling) {
    $("loadingtext").textContent = "正在用真实的机器人演一遍前两周的故事，马上就好…";
    $("loadingbar").value = telling.total ? telling.done / telling.total : 0;
  }
  enable(!telling && !busy);
}

function enable(on) {
  for (const button of document.querySelectorAll("[data-move]")) button.disabled = !on;
  $("text").disabled = Boolean(state?.progress);
  $("send").disabled = !on;
}

function chatName(id) {
  return id === PRIVATE ? BOT : scene.groups.find((each) => each.id === id).name;
}

// How many private letters somebody has not seen; what was there when this browser first came counts as seen.
function unreadPrivate(id) {
  const baseline = recall("baseline", null);
  return baseline ? Math.max(0, (state.letters[id] ?? 0) - recall(`read/${id}`, baseline[id] ?? 0)) : 0;
}

function unread(id) {
  if (id === PRIVATE) return unreadPrivate(view.me);
  const count = state.chats.find((each) => each.id === id)?.count ?? 0;
  return Math.max(0, count - recall(`read/group/${id}`, count));
}

function markRead() {
  if (state.progress) return;
  if (recall("baseline", null) === null) remember("baseline", state.letters);
  for (const each of state.chats) {
    const key = each.id === PRIVATE ? `read/${view.me}` : `read/group/${each.id}`;
    const count = each.id === PRIVATE ? state.letters[view.me] ?? 0 : each.count;
    if (recall(key, null) === null && each.id !== PRIVATE) remember(key, count);
    if (each.id === chat && !document.hidden) remember(key, count);
  }
}

function showChats() {
  let total = 0;
  fill($("chats"), ...state.chats.map((each) => {
    const count = each.id === chat ? 0 : unread(each.id);
    total += count;
    const name = chatName(each.id);
    const picture = each.id === PRIVATE ? face(BOT, "", true) : el("span", { class: "face group", "aria-hidden": "true" }, "群");
    return el("li", {}, el("button", { type: "button", "aria-current": each.id === chat ? "true" : null, on: { click: () => openChat(each.id) } },
      picture, el("span", { class: "name" }, name), el("span", { class: "when" }, each.last ? brief(each.last.at, state.clock.at) : ""),
      el("span", { class: "last" }, each.last ? each.last.text : "还没有消息"),
      count ? el("span", { class: "badge", "aria-label": `${count}条未读` }, String(count)) : el("span")));
  }));
  $("unreadall").hidden = !total;
  $("unreadall").textContent = String(total);
  const inGroup = chat !== PRIVATE;
  $("chatname").textContent = chatName(chat);
  $("chatnote").textContent = inGroup ? `${scene.members}人 · 群里说话要 @${BOT}，已经替你加上` : `私聊 · ${person(view.me).name}和机器人，别人看不到`;
  $("whoami").textContent = `我是 ${person(view.me).name} ▾`;
  $("text").placeholder = inGroup ? `以${person(view.me).name}的身份 @${BOT} 说…` : `以${person(view.me).name}的身份对机器人说…`;
}

function showSpeakers() {
  const groups = new Map();
  for (const each of scene.people) {
    if (!groups.has(each.label)) groups.set(each.label, []);
    groups.get(each.label).push(each);
  }
  const words = (each) => `${each.name} · ${each.unit}${unreadPrivate(each.id) ? `（${unreadPrivate(each.id)}条新私聊）` : ""}`;
  const wanted = [...groups].map(([label, people]) => [label, people.map((each) => [each.id, words(each)])]);
  const text = JSON.stringify(wanted);
  const select = $("me");
  if (select.dataset.shown !== text) {
    select.dataset.shown = text;
    fill(select, ...wanted.map(([label, options]) => el("optgroup", { label }, ...options.map(([id, name]) => el("option", { value: id }, name)))));
  }
  select.value = view.me;
}

function showSuggestions() {
  const box = $("suggestions");
  box.hidden = Boolean(state.progress);
  const text = JSON.stringify(state.suggestions);
  if (box.dataset.shown === text) return;
  box.dataset.shown = text;
  fill(box, el("span", {}, "试试："), ...state.suggestions.map((each) => el("button", { type: "button", on: { click: () => propose(each) } }, each)));
}

function propose(words) {
  $("text").value = words;
  fit();
  $("text").focus();
}

function olderButton() {
  const button = el("button", { type: "button", class: "older" }, "更早的消息");
  button.addEventListener("click", async () => {
    const older = await get("/api/messages", { me: view.me, chat, before: log.oldest() });
    button.remove();
    log.prepend(older.messages, state.clock.at);
    if (older.more) log.node.prepend(button);
  });
  return button;
}

// ---- what the visitor does

async function openChat(id, keepView = false) {
  chat = id;
  view.inGroup = id !== PRIVATE;
  remember("chat", id);
  log.clear();
  stopQuote();
  if (!keepView) showView("chat");
  await refresh();
}

async function become(id, where = chat) {
  view.me = id;
  remember("me", id);
  await openChat(where, true);
}

function startQuote(message) {
  quoted = message;
  $("quotetext").textContent = `引用 ${message.bot ? BOT : message.name}：${message.text.split("\n")[0]}`;
  $("quote").hidden = false;
  $("text").focus();
}

function stopQuote() {
  quoted = null;
  $("quote").hidden = true;
}

async function send(event) {
  event?.preventDefault();
  const text = $("text").value.trim();
  if (!text || busy || state.progress) return;
  const quote = quoted?.text ?? "";
  const words = { id: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`, me: view.me, chat, text, quote };
  $("text").value = "";
  fit();
  stopQuote();
  log.showPending({ ...words, id: "pending", bot: false, person: view.me, name: person(view.me).name, kind: "text" }, state.clock.at);
  const sent = await act(() => post("/api/say", words));
  if (!sent) { $("text").value = text; log.dropPending(); }
  else finished(person(view.me).role === "leader" ? "ask" : "report");
  $("text").focus();
}

async function move(to) {
  const done = await act(() => post("/api/clock", { to }));
  if (done) told(done.happened);
  return done?.happened ?? null;
}

function told(happened) {
  showHappened(happened, log.isAtEnd());
  if (happened.some((each) => each.people.length)) finished("friday");
  if (happened.some((each) => each.kind === "summary")) finished("publish");
}

// From one thing to the next until the weekly report is out, and then to where it can be seen.
async function moveToPublication() {
  const all = [];
  for (let steps = 0; steps < 8 && !all.some((each) => each.kind === "summary"); steps += 1) {
    const happened = await move("next");
    if (happened === null) return;
    all.push(...happened);
  }
  await openChat(scene.groups[0].id);
  told(all);
}

async function act(work) {
  busy = true;
  enable(false);
  hint("");
  try {
    const done = await work();
    await refresh();
    return done;
  } catch (error) {
    hint(error instanceof Refused && error.status === 409 ? "样例故事还没演完，请稍等几秒。" : "没有送出去，请再试一次。", true);
    return null;
  } finally {
    busy = false;
    enable(!state.progress);
  }
}

function hint(words, wrong = false) {
  $("hint").textContent = words;
  $("hint").classList.toggle("wrong", wrong);
}

// What the bot did of itself while the clock was moved, with a way to see it through the eyes of whoever got it.
function showHappened(happened, follow) {
  const box = $("happened");
  box.hidden = !happened.length;
  if (!happened.length) return hint("这段时间里没有需要机器人做的事。");
  const to = (each) => (each.group ? ["群里发出 ", el("button", { type: "button", on: { click: () => openChat(scene.groups[0].id) } }, "去看")] : [`私聊${each.people.length}人：`, ...each.people.map((id) => el("button", { type: "button", on: { click: () => become(id, PRIVATE) } }, person(id)?.name ?? id))]);
  const close = el("button", { type: "button", "aria-label": "关闭", on: { click: () => { box.hidden = true; } } }, "×");
  fill(box, el("h2", {}, "机器人刚才做了这些", close), el("ul", {}, ...happened.map((each) => el("li", {}, `${upcoming(each.at, state.clock.at)} `, el("span", { class: "tag" }, each.why), " ", ...to(each)))));
  if (follow) log.toEnd();
}

function openPicture(urls, name) {
  fill($("picture"), ...urls.map((url) => el("img", { src: url, alt: name })));
  $("save").href = urls[0];
  $("save").download = name;
  $("viewer").showModal();
}

async function openBoard(name) {
  openPicture((await get("/board/pictures")).pages, name);
}

function showView(name) {
  $("main").dataset.view = name;
  for (const button of document.querySelectorAll(".bottom button")) {
    if (button.dataset.view === name) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
  if (name === "chat") log.toEnd();
}

function fit() {
  const box = $("text");
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight + 2, 140)}px`;
}

// ---- beginning

function wire() {
  $("composer").addEventListener("submit", send);
  $("text").addEventListener("input", fit);
  $("text").addEventListener("keydown", (event) => {
    // While a Chinese input method is composing, Enter chooses a word.
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) send(event);
  });
  $("unquote").addEventListener("click", () => { stopQuote(); $("text").focus(); });
  $("me").addEventListener("change", () => become($("me").value));
  $("whoami").addEventListener("click", () => { showView("chats"); $("me").focus(); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || $("viewer").open) return;
    stopQuote();
    $("happened").hidden = true;
  });
  $("viewer").addEventListener("click", (event) => { if (event.target === $("viewer")) $("viewer").close(); });
  for (const button of document.querySelectorAll("[data-move]")) button.addEventListener("click", () => move(button.dataset.move));
  for (const button of document.querySelectorAll(".bottom button")) button.addEventListener("click", () => showView(button.dataset.view));
  document.addEventListener("visibilitychange", () => document.hidden || refresh());
  startTabs();
  startGuide({
    report: async () => { await become(scene.speaker, scene.groups[0].id); showView("chat"); propose(state.suggestions[0]); },
    ask: async () => { await become(scene.people.find((each) => each.role === "leader")?.id ?? scene.speaker, scene.groups[0].id); showView("chat"); propose(state.suggestions[0]); },
    friday: () => { showView("chat"); move("friday"); },
    publish: () => { showView("chat"); moveToPublication(); },
  });
}

async function begin() {
  scene = await get("/api/scene");
  useStory(scene.story);
  if (!scene.people.length) {
    $("empty").hidden = false;
    return;
  }
  for (const each of scene.people) view.names.add(each.name);
  view.me = recall("me", scene.speaker);
  if (!person(view.me)) view.me = scene.people[0].id;
  chat = recall("chat", scene.groups[0].id);
  if (chat !== PRIVATE && !scene.groups.some((each) => each.id === chat)) chat = scene.groups[0].id;
  view.inGroup = chat !== PRIVATE;
  log = new Log(view);
  wire();
  await refresh();
  listen(heard);
}

// While the story is being told something is new at every moment; looking now and then is enough.
let waiting = null;

function heard(there) {
  $("lost").hidden = there;
  if (!there || waiting !== null) return;
  waiting = setTimeout(() => { waiting = null; refresh().catch(() => {}); }, state?.progress ? 700 : 0);
}

begin();
