"use strict";
const $ = (id) => document.getElementById(id);
const reports = new Map();
let n = Number(location.hash.slice(1)) || 0, stream = null, shown = 0, spoken = 0, waiting = "", wanted = "";
let ended = false, lost = false, findings = [];

const count = (k, one) => k + " " + one + (k === 1 ? "" : "s");

/* What the strip says: the state, and which save is seen. */
function words(r) {
  const good = r.good ? "This is the last good version, saved " + r.good + ". " : "There is no page yet. ";
  if (ended) return ["The preview has ended", "This is how the report was" + (r.good ? " at " + r.good : "") + "; it does not follow your saves any more. To go on, start councilpress preview again."];
  if (lost) return ["Connection lost", "Trying again." + (r.good ? " What you see is of " + r.good + "." : "")];
  switch (r.state) {
    case "right": return ["Right", "As it would be published. Saved " + r.good + "."];
    case "warnings": return [count(r.warnings, "warning"), "It can be published. Saved " + r.good + "."];
    case "faults": return [count(r.faults, "fault"), good + (r.good && r.saved !== r.good ? "What you saved at " + r.saved + " is not shown." : "")];
    case "not-built": return ["Not built", "councilpress stopped while it built this report. " + good];
    case "gone": return ["Folder gone", r.folder + " is not there any more. " + good];
    default: return ["Building", ""];
  }
}

/* At most one announcement in two seconds, the newest. */
function announce(text) {
  waiting = text;
  const now = Date.now();
  if (now - spoken > 2000) { spoken = now; $("said").textContent = waiting; }
  else setTimeout(() => { if (waiting === text && $("said").textContent !== text) { spoken = Date.now(); $("said").textContent = text; } }, 2000);
}

function strip() {
  const r = reports.get(n);
  if (!r) return;
  const [state, more] = words(r);
  const before = $("state").textContent;
  document.body.dataset.state = r.state;
  document.body.classList.toggle("old", ended || lost || ["faults", "not-built", "gone"].includes(r.state));
  $("name").textContent = r.name;
  $("state").textContent = state;
  $("words").textContent = more;
  $("pages").textContent = r.pages ? "of " + r.pages : "";
  $("show-side").textContent = r.faults ? count(r.faults, "fault") : "Findings";
  document.title = state + " · " + r.name;
  if (before !== state && r.state !== "waiting") announce(state + ". " + (r.faults && findings[0] ? "First: " + findings[0].text : more));
}

function listReports() {
  const all = [...reports.values()].sort((a, b) => (b.faults > 0) - (a.faults > 0) || a.n - b.n);
  const part = $("find").value.toLowerCase();
  const bad = all.filter((r) => r.faults || r.state === "not-built").length;
  $("reports-part").hidden = all.length < 2;
  $("counts").textContent = (all.length - bad) + " right" + (bad ? ", " + bad + " with faults" : "");
  $("reports").replaceChildren(...all.filter((r) => r.name.toLowerCase().includes(part)).slice(0, 100).map((r) => {
    const item = document.createElement("li"), button = document.createElement("button");
    button.type = "button";
    button.textContent = r.name + (r.faults ? " · " + count(r.faults, "fault") : r.warnings ? " · " + count(r.warnings, "warning") : "");
    button.setAttribute("aria-current", r.n === n);
    button.onclick = () => look(r.n);
    item.append(button);
    return item;
  }));
}

const place = (f) => (f.file || "") + (f.sheet ? ", sheet " + f.sheet : "") + (f.cell ? ", cell " + f.cell : f.line ? ", line " + f.line : "");

function listFindings(list) {
  const order = ["error", "warning", "acknowledged", "note"];
  findings = list.filter((f) => f.level !== "note").sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  $("none").hidden = findings.length > 0;
  $("findings").replaceChildren(...findings.slice(0, 20).map((f) => {
    const item = document.createElement("li");
    const add = (name, text, kind) => { const e = document.createElement(name); e.className = kind; e.textContent = text; item.append(e); };
    item.className = f.level;
    item.tabIndex = -1;
    add("p", f.level === "error" ? "Fault" : f.level === "warning" ? "Warning" : "Acknowledged", "level");
    add("p", f.text, "");
    add("p", place(f), "place");
    if (f.hint) add("p", f.hint, "soft");
    if (f.file && (f.line || f.cell)) {
      const b = document.createElement("button");
      b.type = "button";
      b.textContent = "Show in the page";
      b.onclick = async () => { if (!shown || !(await showPlace(f.file, f.sheet, f.line, f.cell))) { b.textContent = "Not on this page"; b.disabled = true; } };
      item.append(b);
    }
    return item;
  }));
  $("more").hidden = findings.length <= 20;
  $("more").textContent = "and " + (findings.length - 20) + " more";
}

/* Where the elements of the page come from, once somebody asks. */
let places = null, piece = -1;

async function comesFrom() {
  if (!places || places.v !== shown || places.n !== n) {
    const list = await (await fetch(n + "/places?v=" + shown)).json().catch(() => []);
    list.sort((a, b) => a[0] - b[0]);
    places = { n, v: shown, list, by: new Map(list.map((p) => [p[0], p])) };
  }
  return places;
}

const elements = () => [...$("frame").contentDocument.getElementsByTagName("*")];
const said = (p) => p[1] + (p[2] ? ", sheet " + p[2] : "") + (p[5] ? ", cell " + p[5] : p[3] ? ", line " + p[3] : "");

/* The mark leaves no attribute behind. */
function flash(e) {
  if (matchMedia("(max-width:80rem)").matches) view("page");
  e.scrollIntoView({ block: "center" });
  e.animate([{ outline: "3px solid #b00" }, { outline: "3px solid transparent" }], { duration: 2500, easing: "ease-in" });
}

async function tellOrigin(target) {
  const all = elements(), from = await comesFrom();
  for (let e = target; e; e = e.parentElement) {
    const p = from.by.get(all.indexOf(e));
    if (!p) continue;
    piece = from.list.indexOf(p);
    $("origin").textContent = "Comes from " + said(p) + ".";
    return;
  }
  $("origin").textContent = "This comes from the template, not from a file of the report.";
}

/* The piece that begins at the line or cell, or last before it. */
async function showPlace(file, sheet, line, cell) {
  const from = await comesFrom(), all = elements();
  const here = from.list.filter((p) => p[1] === file && (!sheet || p[2] === sheet));
  const exact = here.find((p) => (cell ? p[5] === cell : p[3] === line));
  const before = cell ? undefined : here.filter((p) => p[3] && p[3] <= line).sort((a, b) => b[3] - a[3] || a[0] - b[0])[0];
  const p = exact || before;
  if (p && all[p[0]]) flash(all[p[0]]);
  return p;
}

async function stepPiece(by) {
  const from = await comesFrom();
  if (!from.list.length) return;
  piece = (piece + by + from.list.length) % from.list.length;
  flash(elements()[from.list[piece][0]]);
  $("origin").textContent = "Comes from " + said(from.list[piece]) + ".";
  announce($("origin").textContent);
}

$("back").onsubmit = async (e) => {
  e.preventDefault();
  const m = /^(.*?)[:\s]\s*(?:([A-Z]{1,3}\d+)|(\d+))$/i.exec($("from").value.trim());
  const p = m && shown ? await showPlace(m[1], "", Number(m[3]), m[2] && m[2].toUpperCase()) : null;
  $("back-said").textContent = !m ? "Write a file, a colon, and a line or a cell." : p ? "Shown: " + said(p) + "." : "Nothing on the page comes from there.";
};

/* Clicks and keys inside the page of the report, which runs no script. */
$("frame").addEventListener("load", () => {
  const d = $("frame").contentDocument;
  if (!d || d.followed) return;
  d.followed = true;
  d.addEventListener("click", (e) => tellOrigin(e.target));
  d.addEventListener("keydown", keyed);
});

let changes = [];

function listChanges() {
  changes = changes.filter((c) => c.at.isConnected);
  $("changes-part").hidden = changes.length === 0;
  $("changes").replaceChildren(...changes.slice(0, 20).map((c) => {
    const item = document.createElement("li"), button = document.createElement("button");
    button.type = "button";
    button.textContent = (c.from || "(nothing)") + " → " + (c.to || "(nothing)");
    button.onclick = () => flash(c.at);
    item.append(button);
    return item;
  }));
  $("more-changes").hidden = changes.length <= 20;
  $("more-changes").textContent = "and " + (changes.length - 20) + " more";
}

/* What differs of two texts, with a few words before and after. */
function excerpts(from, to) {
  const words = [from, to].map((t) => t.trim().split(/\s+/));
  const [x, y] = words;
  let start = 0, end = 0;
  while (start < Math.min(x.length, y.length) && x[start] === y[start]) start++;
  while (end < Math.min(x.length, y.length) - start && x[x.length - 1 - end] === y[y.length - 1 - end]) end++;
  return words.map((w) => {
    const first = Math.max(0, start - 3), last = Math.min(w.length, w.length - end + 3), text = w.slice(first, last).join(" ");
    return (first ? "… " : "") + (text.length > 100 ? text.slice(0, 99) : text) + (last < w.length || text.length > 100 ? " …" : "");
  });
}

function changed(at, before, after) {
  if (!at || before.trim() === after.trim()) return;
  const [from, to] = excerpts(before, after);
  changes.push({ at, from, to });
}

/* What differs is replaced, so that the place, the selection and the focus
   stay. */
function patch(old, now) {
  if (old.isEqualNode(now)) return;
  if (old.nodeType === 3 && now.nodeType === 3) {
    changed(old.parentElement, old.data, now.data);
    old.data = now.data;
    return;
  }
  if (old.nodeType !== 1 || old.nodeName !== now.nodeName || old.childNodes.length !== now.childNodes.length) {
    const made = old.ownerDocument.importNode(now, true), from = old.textContent;
    old.replaceWith(made);
    changed(made.nodeType === 1 ? made : made.parentElement, from, made.textContent);
    return;
  }
  for (const a of [...old.attributes]) if (!now.hasAttribute(a.name)) old.removeAttribute(a.name);
  for (const a of now.attributes) if (old.getAttribute(a.name) !== a.value) old.setAttribute(a.name, a.value);
  [...old.childNodes].forEach((child, i) => patch(child, now.childNodes[i]));
}

async function files(v) {
  const frame = $("frame");
  $("nothing").hidden = true;
  if (frame.hidden || frame.dataset.n !== String(n)) {
    frame.hidden = false;
    frame.dataset.n = n;
    frame.src = n + "/page?v=" + v;
  } else {
    const text = await (await fetch(n + "/page?v=" + v)).text();
    const now = new DOMParser().parseFromString(text, "text/html"), old = frame.contentDocument;
    if (v < shown || !old || !old.documentElement) return;
    changes = [];
    patch(old.head, now.head);
    changes = [];
    patch(old.documentElement, now.documentElement);
    listChanges();
    if (old.getElementsByTagName("*").length !== now.getElementsByTagName("*").length) frame.src = n + "/page?v=" + v;
  }
  shown = v;
  if (document.activeElement && document.activeElement.closest && document.activeElement.closest("#sheets")) {
    $("new-pdf").hidden = false;
    $("new-pdf").textContent = "The PDF has changed. Show page " + $("at").value;
  } else sheet();
}

/* The new PDF lies under the old until it is there. */
function sheet() {
  if ($("pdf").hidden || !shown) return;
  const box = $("sheets"), old = [...box.children], frame = document.createElement("iframe");
  $("new-pdf").hidden = true;
  frame.title = "The report as a PDF";
  frame.src = n + "/report.pdf?v=" + shown + "&t=" + Date.now() + "#page=" + $("at").value + "&toolbar=0&navpanes=0&view=FitH";
  frame.onload = () => setTimeout(() => old.forEach((f) => f.remove()), 500);
  box.prepend(frame);
}

function look(k) {
  n = k;
  shown = 0;
  history.replaceState(null, "", "#" + n);
  $("frame").hidden = true;
  $("nothing").hidden = false;
  changes = [];
  listChanges();
  $("sheets").replaceChildren();
  listen();
  listReports();
}

function view(name) {
  const wide = matchMedia("(min-width:80.01rem)").matches;
  document.body.dataset.view = name;
  $("page").hidden = !wide && name === "pdf";
  $("pdf").hidden = !wide && name !== "pdf";
  for (const k of ["page", "pdf", "side"]) $("show-" + k).setAttribute("aria-pressed", k === name);
  if (!$("sheets").children.length) sheet();
}

function listen() {
  if (stream) stream.close();
  stream = null;
  if (document.hidden || ended) return;
  stream = new EventSource("events?n=" + n);
  const on = (name, f) => stream.addEventListener(name, (e) => f(JSON.parse(e.data)));
  stream.onopen = () => { lost = false; strip(); };
  stream.onerror = () => { if (!ended) { lost = true; strip(); } };
  on("report", (r) => {
    reports.set(r.n, r);
    if (r.name === wanted && r.n !== n) { wanted = ""; look(r.n); }
    if (r.n === n) strip();
    listReports();
  });
  on("again", () => { wanted = $("name").textContent; reports.clear(); look(0); });
  on("findings", (f) => { if (f.n === n) { listFindings(f.list); strip(); } });
  on("files", (f) => { if (f.n === n && f.v > shown) files(f.v); });
  on("end", () => { ended = true; stream.close(); strip(); });
}

let at = -1;
function step(by) {
  const items = [...$("findings").children, ...$("changes").querySelectorAll("button")];
  if (!items.length) return;
  at = (at + by + items.length) % items.length;
  if (matchMedia("(max-width:48rem)").matches) view("side");
  items[at].focus();
}

function keyed(e) {
  if (!$("keys").checked || e.ctrlKey || e.metaKey || e.altKey || e.target.matches("input:not([type=checkbox])")) return;
  const keys = { n: () => step(1), p: () => step(-1), 1: () => view("page"), 2: () => view("pdf"), 3: () => view("side"), r: () => $("find").focus(), ".": () => stepPiece(1), ",": () => stepPiece(-1) };
  if (keys[e.key]) { keys[e.key](); e.preventDefault(); }
}
document.addEventListener("keydown", keyed);
document.addEventListener("visibilitychange", listen);
matchMedia("(min-width:80.01rem)").addEventListener("change", () => view(document.body.dataset.view || "page"));
for (const k of ["page", "pdf", "side"]) $("show-" + k).onclick = () => view(k);
$("find").oninput = listReports;
$("at").onchange = sheet;
$("new-pdf").onclick = sheet;
view("page");
listen();
