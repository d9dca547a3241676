"use strict";
/* Listens for all pages of a browser at once: it has six connections for one
   server, and a page that waits for one shows nothing. */
const pages = new Map(); /* of a port: what its page shows, as an address has it */
const numbers = new Map(); /* the same to its number, since the stream began */
let stream, timer;

/* Only who was named in the stream is told of it. */
function tell(name, e, shown) {
  for (const [port, asked] of pages) if (numbers.has(asked) && shown(asked)) port.postMessage([name, e]);
}

function listen() {
  const asked = [...new Set(pages.values())];
  stream?.close();
  numbers.clear();
  if (!asked.length) return;
  stream = new EventSource("events?" + asked.join("&"));
  const link = (how) => () => { for (const port of pages.keys()) port.postMessage([how]); };
  const on = (name, to) => stream.addEventListener(name, (event) => {
    const e = JSON.parse(event.data);
    tell(name, e, to(e));
  });
  stream.onopen = link("heard");
  stream.onerror = link("lost");
  on("view", (e) => {
    numbers.set(asked[e.of], e.n);
    return (a) => a === asked[e.of];
  });
  on("again", (e) => {
    stream.onerror = null; /* the server ends it: the pages ask anew */
    return (a) => a === asked[e.of];
  });
  for (const name of ["page", "pdf"]) on(name, (e) => (a) => numbers.get(a) === e.n);
  on("report", () => () => true);
  on("end", () => {
    stream.close();
    return () => true;
  });
}

/* A page says what it shows; nothing: it is hidden, or goes. */
const hear = (port) => port.onmessage = ({ data }) => {
  if (data) pages.set(port, data);
  else pages.delete(port);
  clearTimeout(timer);
  timer = setTimeout(listen, 10);
};
if ("SharedWorkerGlobalScope" in self) onconnect = ({ ports: [port] }) => hear(port);
else hear(self); /* a browser that shares none: this page alone */
