"use strict";
/* The server makes what stands beside the report as HTML (preview/side.c);
   here it is put in place, as the report is. n: what is shown, v of it. */
const $ = (id) => document.getElementById(id), frame = $("frame");
const ASK = $("origin").textContent;
const text = async (path) => (await fetch(path)).text();
const parse = (html) => new DOMParser().parseFromString(html, "text/html");
let n, v = 0, pdf = 0, changes = [], piece = -1, at = -1, place, opened, glow, anew;

/* How many are the same at either end. */
function ends(a, b, same = (x, y) => x === y) {
  const most = Math.min(a.length, b.length);
  let i = 0, k = 0;
  while (i < most && same(a[i], b[i])) i++;
  while (k < most - i && same(a.at(-1 - k), b.at(-1 - k))) k++;
  return [i, k];
}

/* What X tells, pictures too. */
const said = (x) => [x, ...x.querySelectorAll?.("img") || []].map((e) => e.src ? e.alt || "(picture)" : e.textContent).join(" ");

/* What differs is replaced, so that place, selection and focus stay. TELL hears
   of words. */
function patch(old, now, tell) {
  if (old.isEqualNode(now)) return;
  const a = [...old.childNodes], b = [...now.childNodes];
  if (old.nodeType === 3 && now.nodeType === 3) {
    const was = old.data;
    old.data = now.data;
    tell(old.parentNode, was, now.data, old);
    return;
  }
  if (old.nodeType !== 1 || old.nodeName !== now.nodeName) {
    const made = old.ownerDocument.importNode(now, true);
    old.replaceWith(made);
    tell(made.parentNode, said(old), said(made));
    return;
  }
  for (const { name } of [...old.attributes]) if (!now.hasAttribute(name) && name !== "open") old.removeAttribute(name);
  for (const { name, value } of now.attributes) {
    const was = old.getAttribute(name);
    if (was === value) continue;
    old.setAttribute(name, value);
    if (name === "aria-label") tell(old, was || "", value);
    if (name === "src") tell(old, "(another picture)", said(now));
  }
  const [i, k] = ends(a, b, (x, y) => x.isEqualNode(y));
  const gone = a.slice(i, a.length - k), come = b.slice(i, b.length - k);
  if (gone.length === come.length) return gone.forEach((x, j) => patch(x, come[j], tell));
  const made = come.map((x) => old.ownerDocument.importNode(x, true)), all = (list) => list.map(said).join(" ");
  for (const x of made) old.insertBefore(x, a[a.length - k] || null);
  for (const x of gone) x.remove();
  tell(made.find((x) => x.nodeType === 1) || old, all(gone), all(made));
}

/* The words of a text that another has not, with three before and after. */
function excerpt(one, other) {
  const x = one.trim().split(/\s+/), [i, k] = ends(x, other.trim().split(/\s+/));
  const part = x.slice(Math.max(0, i - 3), x.length - k + 3).join(" ").slice(0, 100);
  return (i > 3 ? "… " : "") + (part || "(nothing)") + (k > 3 ? " …" : "");
}

/* Those words themselves. */
function words(node, from, to) {
  const range = new Range(), [i, k] = ends(from, to);
  if (node.nodeType !== 3) range.selectNodeContents(node);
  else {
    range.setStart(node, i);
    range.setEnd(node, to.length - k);
  }
  return range;
}

/* What links to files of the report say follows from the rest. */
const isNews = (at, a, b) => a.trim() !== b.trim() && !at.closest("svg,a[type],a[download]");

/* The page as it was opened becomes what it is now, in a copy. */
function sinceOpened() {
  const copy = opened.cloneNode(true), list = [], live = elements();
  patch(copy, live[0], (at, a, b) => isNews(at, a, b) && list.push({ at, from: excerpt(a, b), to: excerpt(b, a) }));
  const all = [copy, ...copy.querySelectorAll("*")];
  for (const c of list) c.at = live[all.indexOf(c.at)];
  return list.filter((c) => c.at && live[0].lastChild.contains(c.at));
}

function listChanges() {
  const ever = $("ever").checked, list = ever && opened ? sinceOpened() : changes;
  $("changes-part").hidden = !list.length && !ever;
  $("changes-head").textContent = ever ? "Changed since the page was opened" : "Changed by the last save";
  $("count").textContent = changes.length ? changes.length + " change" + (changes.length > 1 ? "s" : "") + " since the save before" : "";
  $("more-changes").textContent = list.length > 20 ? "and " + (list.length - 20) + " more" : "";
  $("changes").replaceChildren(...list.slice(0, 20).map((c) => {
    const item = document.createElement("li"), button = item.appendChild(document.createElement("button"));
    button.textContent = c.from + " → " + c.to;
    button.onclick = () => flash(c.at);
    return item;
  }));
}

/* At most one announcement in two seconds, the newest. */
let spoken = 0, timer, say;
function announce(words) {
  clearTimeout(timer);
  timer = setTimeout(() => { spoken = Date.now(); $("said").textContent = words; }, spoken + 2000 - Date.now());
}

/* One at a time; what is asked for meanwhile is asked once more. */
let busy, again;
async function side() {
  again = true;
  if (busy) return;
  for (busy = true; again;) {
    again = false;
    const mine = n, now = parse(await text(n + "/side"));
    if (mine !== n) continue;
    for (const part of now.querySelectorAll("[data-part]")) {
      const old = $(part.id), inside = old.contains(document.activeElement);
      patch(old, part, () => 0);
      if (inside && !old.contains(document.activeElement)) old.querySelector("h2").focus();
    }
    for (const s of document.querySelectorAll("select")) s.value = s.querySelector("[selected]").value;
    document.body.className = now.body.className;
    $("find").oninput();
    if (say !== now.body.dataset.say) announce(say = now.body.dataset.say);
    link(document.body.dataset.link || "heard");
  }
  busy = false;
}

/* heard, lost, ended; what was said is said again after it */
function link(how) {
  const is = document.body.dataset, words = document.querySelector(".when-" + how)?.textContent;
  if (how !== "heard" && how !== is.link) {
    announce(words);
    say = "";
  }
  is.link = how;
  document.title = words + " · " + $("name").textContent;
}

/* The report stays light, whatever is around it. */
function onPaper() {
  for (const { cssRules } of frame.contentDocument.styleSheets)
    for (const { media } of cssRules) if (media?.mediaText.includes("scheme: dark")) media.mediaText = "not all";
}

/* NOW takes the place of OLD in the frame; anew: it begins the list. */
function put(old, now) {
  const body = frame.contentDocument.body, { CSS, Highlight } = frame.contentWindow, ranges = [];
  if (anew) { changes = []; CSS.highlights?.clear(); }
  anew = false;
  patch(old, now, (at, a, b, node = at) => {
    if (!body.contains(at) || !isNews(at, a, b)) return;
    if (changes.push({ at, from: excerpt(a, b), to: excerpt(b, a) }) <= 100) ranges.push(words(node, a, b));
  });
  onPaper();
  listChanges();
  if (ranges.length) CSS.highlights?.set("changed", new Highlight(...CSS.highlights.get("changed") || [], ...ranges));
  for (const c of changes.slice(0, 100)) fade(c.at);
  follow(frame.contentDocument.scrollingElement);
}

/* The one element that differs comes with its event; false: it does not fit. */
function block(e) {
  const old = e.of === v && e.html && elements()[e.e];
  const now = old && parse("<!DOCTYPE html><template>" + e.html + "</template>").querySelector("template").content.firstElementChild;
  if (!now || now.localName !== old.localName) return false;
  put(old, now);
  if (elements().length !== e.elements) whole(e.v);
  return true;
}

/* What comes may be of a later save than was asked for. */
async function whole(fresh) {
  const mine = n, answer = await fetch(n + "/page?v=" + fresh);
  if (!answer.ok) return;
  const now = parse(await answer.text()), is = Number(answer.headers.get("ETag").slice(1, -1));
  if (!opened || mine !== n || is < v) return;
  anew ||= is > v && is !== fresh;
  put(frame.contentDocument.documentElement, now.documentElement);
  v = is;
}

/* One element is held against the whole page when there is time. */
let proof;
function show(e) {
  clearTimeout(proof);
  $("nothing").hidden = !(frame.hidden = false);
  anew ||= !e.more;
  if (frame.dataset.n !== String(n)) {
    frame.dataset.n = n;
    frame.src = n + "/page?v=" + e.v;
  } else if (opened && !block(e)) return whole(e.v);
  else proof = setTimeout(() => whole(e.v).catch(() => 0), 1000);
  v = e.v;
}

/* The page is painted first: a viewer of PDFs takes the machine for itself. */
function newSheet(fresh) {
  pdf = fresh;
  setTimeout(() => {
    if (pdf !== fresh) return;
    if ($("sheets").contains(document.activeElement)) {
      $("new-pdf").hidden = false;
      $("new-pdf").textContent = "The PDF has changed. Show page " + $("at").value;
    } else sheet();
  }, 50);
}

/* Who is in the editor is led to the change. */
function follow(scroll) {
  const seen = (c) => { const r = c.at.getBoundingClientRect(); return r.bottom > 0 && r.top < frame.clientHeight; };
  if (document.hasFocus() || !changes.length || changes.some(seen)) return;
  place = scroll.scrollTop;
  changes[0].at.scrollIntoView({ block: "center" });
  $("return").hidden = false;
}
$("return").onclick = () => { frame.contentDocument.scrollingElement.scrollTop = place; $("return").hidden = true; };

/* The new PDF lies under the old until it is drawn, which nobody says: the longer
   it took to load, the longer that takes. */
function sheet() {
  if (!$("pdf").offsetParent || !pdf) return;
  const old = [...$("sheets").children], made = document.createElement("iframe"), begun = Date.now();
  $("new-pdf").hidden = true;
  made.title = "The report as a PDF";
  made.src = n + "/report.pdf?v=" + pdf + "&t=" + Date.now() + "#page=" + $("at").value + "&toolbar=0&navpanes=0&view=FitH";
  made.inert = true;
  made.onload = () => setTimeout(() => {
    made.inert = false;
    old.forEach((x) => x.remove());
  }, 500 + 12 * (Date.now() - begun));
  $("sheets").prepend(made);
}

function toPage(page) {
  if (!page || $("at").value === String(page) || $("sheets").contains(document.activeElement)) return;
  $("at").value = page;
  sheet();
}

/* Who reads the web page sees the same in the PDF. */
let still;
function alongside() {
  clearTimeout(still);
  still = setTimeout(async () => {
    const d = frame.contentDocument, mine = v;
    if (!$("follow").checked) return;
    const seen = [60, 160, 260, 360].flatMap((y) => above(d.elementFromPoint(d.documentElement.clientWidth / 2, y)));
    const p = JSON.parse(await text(n + "/place?e=" + seen));
    if (mine === v) toPage(p.page);
  }, 300);
}

/* Where a piece of the page comes from, or where it is; the mark of it leaves
   no attribute behind. */
const elements = () => [...frame.contentDocument.getElementsByTagName("*")];
async function jump(path, told, move, click) {
  const p = JSON.parse(await text(n + "/" + path));
  if (p.v !== v) return;
  piece = p.e;
  told.textContent = [p.said, ...figuresAt(p.figures, click)].join(" ");
  if (told.id === "origin") {
    $("copy-origin").hidden = !p.place;
    $("copy-origin").dataset.copy = p.place;
    $("copy-origin").textContent = "Copy place";
  }
  toPage(p.page);
  if (move && p.e >= 0) flash(elements()[p.e]);
  if (move) announce(told.textContent);
}
/* The figure that was clicked on; or how many there are, or all to who has keys. */
function figuresAt(list, click) {
  const at = click && frame.contentDocument.caretPositionFromPoint?.(click.clientX, click.clientY), words = at?.offsetNode.data || "";
  const hit = list.find(([figure]) => {
    let i = words.lastIndexOf(figure, at?.offset);
    return figure && i >= 0 && at.offset <= i + figure.length;
  });
  if (click && !hit && list.length > 1) return [list.length + " figures: click on one."];
  return (hit ? [hit] : list).map((x) => x[1]);
}
const fade = (e) => glow = e.animate([{ outline: "3px solid #b00" }, { outline: "3px solid transparent" }], { duration: 2500, easing: "ease-in" });
function flash(e) {
  if (!$("page").offsetParent) $("view-page").click();
  e.scrollIntoView({ block: "center" });
  fade(e);
}
/* The numbers of an element and of those around it. */
function above(e) {
  const all = elements(), up = [];
  for (; e; e = e.parentElement) up.push(all.indexOf(e));
  return up;
}
function from(e) {
  const link = e.target.closest("a:not([href^='#'])");
  if (link) e.preventDefault();
  if (link?.type === "application/pdf") open(n + "/report.pdf?v=" + pdf);
  jump("place?e=" + above(e.target), $("origin"), false, e);
}

/* Where the browser refuses, it can be read instead. */
async function copy(button) {
  const what = button.dataset.copy, done = await navigator.clipboard.writeText(what).then(() => true, () => false);
  button.textContent = done ? "Copied" : what;
  announce(done ? "Copied: " + what : what);
}

/* What is shown is said behind the address's `#`. */
const hub = window.SharedWorker ? new SharedWorker("stream.js").port : new Worker("stream.js");
const asked = () => new URLSearchParams(location.hash.slice(1));
function listen() {
  const get = (name) => encodeURIComponent(asked().get(name) || "");
  if (document.body.dataset.link === "ended") return;
  hub.postMessage(!document.hidden && "n=" + get("n") + "&template=" + get("template") + "&copy=" + get("copy"));
}
const hear = {
  heard: () => link("heard"),
  lost: () => link("lost"),
  view(e) {
    if (n === e.n) return;
    n = e.n;
    v = pdf = 0;
    changes = [];
    opened = null;
    listChanges();
    $("origin").textContent = ASK;
    $("copy-origin").hidden = true;
    $("nothing").hidden = !(frame.hidden = true);
    $("sheets").replaceChildren();
  },
  report: side,
  page: (e) => e.v > v && show(e),
  pdf: (e) => e.v > pdf && newSheet(e.v),
  again(e) {
    const now = asked();
    now.set("n", n = frame.dataset.n = e.n);
    location.hash = now;
    listen();
  },
  end: () => link("ended"),
};
hub.onmessage = ({ data: [name, e] }) => hear[name](e);

const seeSide = () => $("side").offsetParent || $("view-side").click();
function step(by) {
  const items = [...document.querySelectorAll(".findings > li"), ...$("changes").querySelectorAll("button")].filter((x) => x.checkVisibility() || !$("side").offsetParent);
  if (!items.length) return;
  at = (at + by + items.length) % items.length;
  seeSide();
  items[at].focus();
}
const toSide = (id) => { seeSide(); $(id)?.focus(); };
function keyed(e) {
  if (e.key === "Escape") {
    glow?.cancel();
    frame.contentWindow.CSS.highlights?.clear();
  }
  if (!$("keys").checked || e.ctrlKey || e.metaKey || e.altKey || e.target.matches("select,input:not([type=checkbox],[type=radio])")) return;
  const view = (id) => $("view-" + id).click();
  const f = { n: () => step(1), p: () => step(-1), 1: () => { view("page"); frame.focus(); }, 2: () => view("pdf"), 3: () => toSide("findings-head"), r: () => toSide("find"), "?": () => toSide("keys-head"), ".": () => jump("next?e=" + piece, $("origin"), true), ",": () => jump("back?e=" + piece, $("origin"), true) }[e.key];
  if (f) { f(); e.preventDefault(); }
}

frame.onload = () => {
  const d = frame.contentDocument, sheet = new frame.contentWindow.CSSStyleSheet();
  sheet.replaceSync("::highlight(changed){background:Mark;color:MarkText}:root{color-scheme:only light!important}");
  d.adoptedStyleSheets = [sheet];
  onPaper();
  d.onclick = from;
  d.onkeydown = keyed;
  d.onscroll = alongside;
  opened = d.documentElement.cloneNode(true);
  whole(v).catch(() => 0);
};
document.onkeydown = keyed;
document.onvisibilitychange = listen;
onhashchange = listen;
onpageshow = (e) => e.persisted && listen();
onpagehide = () => hub.postMessage(null);
setInterval(() => fetch("page.css").catch(() => 0), 6e5); /* hidden, it is open all the same */
onclick = ({ target }) => {
  const { find, copy: place } = target.dataset;
  if (find) jump("find?q=" + encodeURIComponent(find), target, true);
  if (place) copy(target);
};
onchange = (e) => {
  if (e.target.form?.id === "shown") location.hash = new URLSearchParams(new FormData(e.target.form));
  else if (e.target.id === "ever") listChanges();
  else if (e.target.id === "follow") alongside();
  else if (e.target.name === "view" && !$("sheets").firstChild) sheet();
};
$("back").onsubmit = (e) => { e.preventDefault(); jump("find?q=" + encodeURIComponent($("from").value), $("back-said"), true); };
$("find").oninput = () => { for (const x of $("reports")?.children || []) x.hidden = !x.textContent.toLowerCase().includes($("find").value.toLowerCase()); };
$("at").onchange = $("new-pdf").onclick = sheet;
listen();
