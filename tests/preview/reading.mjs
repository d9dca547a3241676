/*
 * Steps of the preview's test: what who reads the page sees after a save, and
 * where a click leads.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PHRASE, WAIT, address, anotherPage, before, check, clickWords, folder, frame, given, page, save, shows, state, text } from "./desk.mjs";

const DATA = join(folder, "directors.csv"), data = readFileSync(DATA, "utf8");
export async function opens() {
    await page.goto(address);
    await state("Right");
    await shows(PHRASE);
    check("the address may be opened twice from the bar only with its token",
        (await page.request.get(address.replace(/[0-9a-f]{32}/, "0".repeat(32)))).status() === 404 ||
        (await page.request.get(address.replace(/[0-9a-f]{32}/, "0".repeat(32)))).status() === 403);
}

/* The frame holds what build writes, and jumps leave nothing in it. */
export async function bytesStay() {
    const shown = () => frame().evaluate(() => document.documentElement.outerHTML);
    const first = await shown();
    check("the frame has what build writes", Buffer.from(await page.evaluate(async () => [...new Uint8Array(await (await fetch(n + "/page")).arrayBuffer())])).equals(readFileSync(given.built)));
    await frame().click("td >> nth=1");
    await page.waitForFunction(() => /^Comes from/.test(document.getElementById("origin").textContent), null, WAIT);
    check("a cell says its file and cell: " + await text("origin"),
        /^Comes from \S+\.csv, cell [A-Z]+\d+\.$/.test(await text("origin")));
    await page.fill("#from", "directors.csv:A3");
    await page.click("#back button");
    await page.waitForFunction(() => document.getElementById("back-said").textContent !== "", null, WAIT);
    check("a cell is found on the page: " + await text("back-said"),
        await text("back-said") === "Shown: directors.csv, cell A3.");
    await page.fill("#from", "nowhere.csv:A3");
    await page.click("#back button");
    await page.waitForFunction(() => /^Nothing/.test(document.getElementById("back-said").textContent), null, WAIT);
    check("jumps leave the page as it was", await shown() === first);
    const [opened] = await Promise.all([page.context().waitForEvent("request", { predicate: (r) => /report\.pdf\?v=\d+$/.test(r.url()), ...WAIT }),
        frame().click("a[type='application/pdf']")]);
    check("the link to the PDF leads to it", (await (await opened.response()).headerValue("content-type")) === "application/pdf");
    for (const other of page.context().pages()) if (other !== page) await other.close();
}

/* Twenty cells each lead to their own place, and back. */
export async function cellsLeadBack() {
    const cells = frame().locator("table:has(caption:text-is('Directors of the company')) td, table:has(caption:text-is('Directors of the company')) tbody th");
    for (let i = 0; i < Math.min(20, await cells.count()); i++) {
        const want = "directors.csv, cell " + "AB"[i % 2] + (2 + Math.floor(i / 2));
        await cells.nth(i).click();
        await page.waitForFunction((w) => document.getElementById("origin").textContent === "Comes from " + w + ".", want, { timeout: 3000 })
            .catch(async () => check("cell " + i + " comes from " + want + ", and not: " + await text("origin"), false));
        const words = await cells.nth(i).textContent();
        await page.fill("#from", want.replace(", cell ", ":"));
        await page.click("#back button");
        await page.waitForFunction((w) => document.getElementById("back-said").textContent === "Shown: " + w + ".", want, WAIT);
        check("cell " + i + " is found again", await page.evaluate((w) => elements()[piece].textContent.includes(w), words));
    }
}

/* A figure in a sentence says what it was made of, and its cells lead to it; of
   several it is the one that was clicked on. */
export async function figuresLeadBack() {
    const where = await anotherPage(), inside = () => where.frames().find((f) => f.url().includes("/page"));
    const told = (id, words) => where.waitForFunction(([i, w]) => document.getElementById(i).textContent.includes(w), [id, words], WAIT)
        .catch(async () => check(id + " says " + words + ", and not: " + await where.textContent("#" + id), false));
    await where.goto(given.monthAddress);
    await shows("£547,000", where);
    const clicked = (sentence, words) => clickWords(inside(), sentence, words);
    await clicked("nine services are", "nine");
    await told("origin", "“nine” is computed from revenue.csv, cells A2 to A10 ({{count(revenue)|words}}).");
    check("and of no other: " + await where.textContent("#origin"), !(await where.textContent("#origin")).includes("“Four”"));
    await clicked("nine services are", "services");
    await told("origin", "4 figures: click on one.");
    const height = await where.evaluate(() => document.getElementById("foot").offsetHeight);
    check("the strip stays a strip: " + height, height <= 120);
    await where.fill("#from", "reserves.csv:F2");
    await where.click("#back button");
    await told("back-said", "Shown: ");
    await where.close();
}

/* Runs in the page: whether what is shown, whatever came of it by events, is
   what the server has. */
async function isWhole() {
    const d = document.getElementById("frame").contentDocument, now = await (await fetch(n + "/page")).text();
    return d.documentElement.outerHTML === new DOMParser().parseFromString(now, "text/html").documentElement.outerHTML;
}

/* What differs comes in its event: where the page is never asked for to hold
   that against it, it is the same. */
export async function changesComeByEvents() {
    await page.evaluate(() => {
        Object.assign(window, { own: { whole, block }, fitted: [] });
        whole = async () => 0;
        block = (e) => { fitted.push(own.block(e)); return fitted.at(-1); };
    });
    let words = before;
    for (const change of [(s) => s.replace(PHRASE, "makes some profit"),
        (s) => s.replace("some profit", "<em>hardly</em> a profit"),
        (s) => s.replace(/(<section id="priorities">\s*)<p>/, "$1<p>Before all.</p><p>")]) {
        const v = await page.evaluate(() => v);
        save(words = change(words));
        await page.waitForFunction((w) => v > w, v, WAIT);
        await page.waitForFunction(isWhole, null, WAIT);
        await state("Right");
    }
    check("a small change asks for no page: " + await page.evaluate(() => fitted), await page.evaluate(() => fitted.length > 2 && fitted.every((fits) => fits)));
    await page.evaluate(() => ({ whole, block } = own));
    save(before);
    await shows(PHRASE);
    await page.waitForFunction(isWhole, null, WAIT);
    await state("Right");
}

/* A save is shown; the place of who reads stays, and the change is listed. */
export async function savesAreShown() {
    await frame().evaluate(() => document.getElementById("priorities").scrollIntoView());
    const y = () => frame().evaluate(() => document.scrollingElement.scrollTop);
    const at = await y();
    save(before.replace(PHRASE, "makes a loss"));
    await shows("makes a loss");
    check("the page stays where it was", Math.abs(await y() - at) < 40);
    await page.waitForFunction(() => document.getElementById("changes").textContent.includes("makes a loss"), null, WAIT);
    writeFileSync(DATA, data.replace("Two special schools", "Three special schools"));
    await shows("Three special schools");
    check("a saved cell is listed", (await text("changes")).includes("Three special schools"));
    await page.waitForFunction(isWhole, null, WAIT);
    await page.evaluate(() => whole(v - 1));
    check("also when what was asked for before comes late", (await text("changes")).includes("Three special schools"));
    check("and marked", await frame().evaluate(() => document.getAnimations().length > 0));
}

/* A paragraph more moves nothing that stands, and a selected word stays. */
export async function selectionStays() {
    await frame().evaluate((words) => {
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode() && !walk.currentNode.data.includes(words));
        const range = document.createRange(), at = walk.currentNode.data.indexOf(words);
        range.setStart(walk.currentNode, at);
        range.setEnd(walk.currentNode, at + words.length);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        document.querySelector("main a[href^='#'], a[href]").focus();
    }, PHRASE);
    save(before.replace(/(<section id="[^"]+">\s*)<p>/g, "$1<p>One more.</p><p>"));
    await shows("One more.");
    check("the focus stays where it was", await frame().evaluate(() => document.activeElement.localName) === "a");
    check("a selected word stays selected", await frame().evaluate(() => getSelection().toString()) === PHRASE);
    save(before);
    await page.waitForFunction(() => !document.getElementById("frame").contentDocument.body.textContent.includes("One more."), null, WAIT);
    await state("Right");
}

/* The place of a finding, and of a piece of the page, is copied. */
export async function placesAreCopied() {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await frame().click("td >> nth=1");
    await page.waitForFunction(() => !document.getElementById("copy-origin").hidden, null, WAIT);
    await page.click("#copy-origin");
    await page.waitForFunction(() => document.getElementById("copy-origin").textContent === "Copied", null, WAIT);
    check("the place of a cell is copied: " + await copied(), /^\S+\.csv:[A-Z]+\d+$/.test(await copied()));
    save(before.replace(PHRASE, "makes {{none.such}} profit"));
    await state("1 fault");
    await page.click(".findings [data-copy]");
    await page.waitForFunction(() => document.querySelector(".findings [data-copy]").textContent === "Copied", null, WAIT);
    check("and that of a fault: " + await copied(), /^report\.xml:\d+:\d+$/.test(await copied()));
    check("whose word is marked", (await page.textContent(".findings .line mark")).includes("none"));
    await page.click(".findings summary");
    save(before.replace(PHRASE, "makes {{none.such}} profit once more"));
    await page.waitForFunction(() => document.querySelector(".findings .line").textContent.includes("once more"), null, WAIT);
    check("what it means stays open", await page.isVisible(".findings .cause"));
    save(before);
    await state("Right");
}

/* A cell is saved: it, its total, the sentence and the chart that say it are
   marked, and listed; Escape takes the marks away. */
export async function oneCellMovesAll() {
    const where = await anotherPage(), file = join(given.monthReport, "revenue.csv"), as = readFileSync(file, "utf8");
    const inside = () => where.frames().find((f) => f.url().includes("/page"));
    await where.goto(given.monthAddress);
    await state("Right", where);
    await shows("£547,000", where);
    writeFileSync(file, as.replace('"1,385",125', '"1,395",135').replace('"12,147",547', '"12,157",557'));
    await shows("£557,000", where);
    await where.waitForFunction(() => document.getElementById("count").textContent !== "", null, WAIT);
    const changed = await where.textContent("#changes"), count = Number(/^(\d+) changes since the save before$/.exec(await where.textContent("#count"))?.[1]);
    check("all that changed is counted: " + count, count > 5);
    for (const words of ["1,395", "12,157", "£557,000"]) check(words + " is listed: " + changed, changed.includes(words));
    const marked = await inside().evaluate(() => [...CSS.highlights.get("changed")].map((r) => r.startContainer.parentElement.closest("svg,td,th,p,li,dd,div")?.localName));
    for (const what of ["td", "p"]) check("in a " + what + " is marked: " + marked, marked.includes(what));
    check("without an attribute", await inside().evaluate(() => !document.querySelector("[style*=highlight],[data-changed]")));
    writeFileSync(file, as);
    await shows("£547,000", where);
    await where.check("#ever");
    const still = await where.waitForFunction(() => document.getElementById("changes").textContent === "", null, WAIT).catch(() => null);
    check("since it was opened nothing has changed", still !== null);
    await where.uncheck("#ever");
    check("by the last save something has", (await where.textContent("#changes")).includes("1,385"));
    await where.keyboard.press("Escape");
    check("Escape takes the marks away", await inside().evaluate(() => CSS.highlights.size === 0));
    await where.close();
}

/* Saved while the page is still being loaded: it is shown whole, and once. */
export async function savedWhileLoading() {
    const where = await anotherPage(), file = join(given.monthReport, "revenue.csv"), as = readFileSync(file, "utf8");
    let asked = 0, arrives, answered;
    const late = new Promise((now) => answered = now), held = new Promise((now) => arrives = now);
    await where.route(/\/page\?v=/, async (route) => {
        if (asked++) return route.continue();
        const response = await route.fetch();
        answered();
        await held;
        await route.fulfill({ response });
    });
    await where.goto(given.monthAddress);
    await late;
    await where.evaluate(() => { hear.page = ((own) => (e) => { window.heard = e.v; own(e); })(hear.page); });
    writeFileSync(file + ".new", as.replace('"1,385",125', '"1,395",135').replace('"12,147",547', '"12,157",557'));
    renameSync(file + ".new", file);
    await where.waitForFunction(() => window.heard, null, WAIT);
    await where.waitForTimeout(200);
    check("what is being loaded is not written into", await where.evaluate(() => frame.contentDocument.body.textContent) === "");
    arrives();
    await where.waitForFunction(() => opened, null, WAIT);
    await shows("£557,000", where);
    await where.waitForFunction(isWhole, null, WAIT);
    const changed = await where.textContent("#changes");
    check("what was saved while the page was loading is listed: " + changed, changed.includes("12,157"));
    check("and leads to where it is", await where.evaluate(() => changes.every((c) => frame.contentDocument.contains(c.at))));
    writeFileSync(file, as);
    await shows("£547,000", where);
    await where.close();
}

/* A date is saved: its cell and its picture are marked, and listed once each. */
export async function pictureMoves() {
    const where = await anotherPage(), file = join(given.pictureReport, "timetable.csv"), as = readFileSync(file, "utf8");
    const inside = () => where.frames().find((f) => f.url().includes("/page"));
    await where.goto(given.pictureAddress);
    await state("Right", where);
    await where.waitForFunction(() => document.getElementById("frame").contentDocument?.querySelector("[role=img]"), null, WAIT);
    writeFileSync(file, as.replace("September 2018", "October 2018"));
    await where.waitForFunction(() => document.querySelectorAll("#changes li").length > 1, null, WAIT);
    const changed = await where.$$eval("#changes li", (list) => list.map((x) => x.textContent));
    check("a cell and a picture are listed: " + changed.join("; "), changed.length === 2 && changed.every((x) => x.includes("October 2018")));
    check("the picture is marked", await inside().evaluate(() => document.getAnimations().some((a) => a.effect.target.role === "img")));
    writeFileSync(file, as);
    await where.close();
}

/* Arms that come, or go, are news; the size of the PDF, which they change, is none. */
export async function armsAreNews() {
    const where = await anotherPage(), file = join(given.templates, "house/example.xml"), as = readFileSync(file, "utf8");
    const listed = (words) => where.waitForFunction((w) => document.getElementById("changes").textContent === w, words, WAIT)
        .catch(async () => check("listed is " + words + ", and not: " + await where.textContent("#changes"), false));
    await where.goto(given.monthAddress);
    await state("Right", where);
    await where.waitForFunction(() => opened, null, WAIT);
    writeFileSync(file, as.replace(/<logo [^>]*>/, ""));
    await listed("Arms of the borough: a tree above water → (nothing)");
    writeFileSync(file, as);
    await listed("(nothing) → Arms of the borough: a tree above water");
    writeFileSync(file, as.replace("example-logo.png", "other.png"));
    await state("1 fault", where);
    writeFileSync(file, as);
    await state("Right", where);
    await where.close();
}
