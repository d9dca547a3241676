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
    return item;
  }));
  $("more").hidden = findings.length <= 20;
  $("more").textContent = "and " + (findings.length - 20) + " more";
}

/* What differs is replaced, so that the place, the selection and the focus
   stay. */
function patch(old, now) {
  if (old.isEqualNode(now)) return;
  if (old.nodeType !== 1 || old.nodeName !== now.nodeName || old.childNodes.length !== now.childNodes.length) {
    old.replaceWith(old.ownerDocument.importNode(now, true));
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
    patch(old.documentElement, now.documentElement);
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
  const items = [...$("findings").children];
  if (!items.length) return;
  at = (at + by + items.length) % items.length;
  if (matchMedia("(max-width:48rem)").matches) view("side");
  items[at].focus();
}

document.addEventListener("keydown", (e) => {
  if (!$("keys").checked || e.ctrlKey || e.metaKey || e.altKey || e.target.matches("input:not([type=checkbox])")) return;
  const keys = { n: () => step(1), p: () => step(-1), 1: () => view("page"), 2: () => view("pdf"), 3: () => view("side"), r: () => $("find").focus() };
  if (keys[e.key]) { keys[e.key](); e.preventDefault(); }
});
document.addEventListener("visibilitychange", listen);
matchMedia("(min-width:80.01rem)").addEventListener("change", () => view(document.body.dataset.view || "page"));
for (const k of ["page", "pdf", "side"]) $("show-" + k).onclick = () => view(k);
$("find").oninput = listReports;
$("at").onchange = sheet;
$("new-pdf").onclick = sheet;
view("page");
listen();
