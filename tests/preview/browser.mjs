/*
 * The preview's page in Chromium: what an editor sees after each save.
 *
 *   node browser.mjs ADDRESS REPORT SAVES LONG-ADDRESS LONG-REPORT PID
 *        NEW-ADDRESS NEW-REPORT PAGES
 *
 * ADDRESS is what `councilpress preview REPORT` says; REPORT is a copy of
 * examples/schools-partnership that is written to; LONG-REPORT is the same with
 * some 200 pages; PID is the first preview's process; NEW-REPORT is one that was broken from the
 * first on. The shell as it is in each state is written to the folder PAGES, for
 * Nu. Says what is wrong, a line each; nothing when all is right.
 * Times are no fault: they go to standard error. Run by
 * tests/preview/browser.py.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(new URL("../conformance/axe.mjs", import.meta.url));
const { chromium } = require("playwright-core");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [address, folder, saves, longAddress, longFolder, pid, newAddress, newFolder, pages] = process.argv.slice(2);
const REPORT = join(folder, "report.xml"), DATA = join(folder, "directors.csv");
const WAIT = { timeout: 30000 };
const before = readFileSync(REPORT, "utf8"), data = readFileSync(DATA, "utf8");
const PHRASE = "makes no profit";

const check = (what, right) => { if (!right) console.log(what); };

const start = () => chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const browser = await start();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
page.on("pageerror", (error) => check("the script failed: " + error.message, false));

const text = (id) => page.textContent("#" + id);
const frame = () => page.frames().find((f) => f.url().includes("/page"));
const state = (want) => page.waitForFunction(
    (w) => document.getElementById("state").textContent === w, want, WAIT);
const shows = (words) => page.waitForFunction((w) => {
    const d = document.getElementById("frame").contentDocument;
    return d && d.body && d.body.textContent.includes(w);
}, words, WAIT);
const save = (words) => writeFileSync(REPORT, words);

async function opens() {
    await page.goto(address);
    await state("Right");
    await shows(PHRASE);
    check("the address may be opened twice from the bar only with its token",
        (await page.request.get(address.replace(/[0-9a-f]{32}/, "0".repeat(32)))).status() === 404 ||
        (await page.request.get(address.replace(/[0-9a-f]{32}/, "0".repeat(32)))).status() === 403);
}

/* The frame holds what build writes, and jumps leave nothing in it. */
async function bytesStay() {
    const shown = () => frame().evaluate(() => document.documentElement.outerHTML);
    const first = await shown();
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
async function cellsLeadBack() {
    const cells = frame().locator("table:has(caption:text-is('Directors of the company')) td, table:has(caption:text-is('Directors of the company')) tbody th");
    for (let i = 0; i < Math.min(20, await cells.count()); i++) {
        const want = "directors.csv, cell " + "AB"[i % 2] + (2 + Math.floor(i / 2));
        await cells.nth(i).click();
        await page.waitForFunction((w) => document.getElementById("origin").textContent === "Comes from " + w + ".", want, { timeout: 3000 })
            .catch(async () => check("cell " + i + " comes from " + want + ", and not: " + await text("origin"), false));
    }
}

/* Runs in the page: whether what is shown, whatever came of it by events, is
   what the server has. */
async function isWhole() {
    const d = document.getElementById("frame").contentDocument, now = await (await fetch(n + "/page")).text();
    return d.documentElement.outerHTML === new DOMParser().parseFromString(now, "text/html").documentElement.outerHTML;
}

/* What differs comes in its event: where the page is never asked for to hold
   that against it, it is the same. */
async function changesComeByEvents() {
    await page.evaluate(() => {
        window.own = whole;
        window.asked = [];
        whole = async (fresh, more) => { asked.push(more); };
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
    check("a small change asks for no page", await page.evaluate(() => asked.every((more) => more)));
    await page.evaluate(() => whole = own);
    save(before);
    await shows(PHRASE);
    await page.waitForFunction(isWhole, null, WAIT);
    await state("Right");
}

/* A save is shown; the place of who reads stays, and the change is listed. */
async function savesAreShown() {
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
    check("and marked", await frame().evaluate(() => document.getAnimations().length > 0));
}

/* Before anything has come, and of a report that was never right: mended, it
   appears by itself. */
async function begins() {
    await page.route("**/page.js", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.text()).replace('new SharedWorker("stream.js").port', "{ postMessage() {} }") });
    });
    await page.goto(newAddress);
    await everyWidth("first");
    check("the first state says that it connects", await text("state") === "Connecting");
    await page.unroute("**/page.js");
    await page.goto("about:blank");
    await page.goto(newAddress);
    await state("1 fault");
    check("there is no page yet", await page.isVisible("#nothing") && await page.isHidden("#frame")
        && (await text("words")).startsWith("There is no page yet."));
    await everyWidth("none");
    writeFileSync(join(newFolder, "report.xml"), before);
    await state("Right");
    await shows(PHRASE);
    check("and then there is", await page.isHidden("#nothing"));
    await everyWidth("right");
}

/* Another template, and the internal copy, are chosen, and left again. */
async function another() {
    const own = await frame().textContent("body");
    const says = (words) => page.waitForFunction((w) => document.getElementById("words").textContent.includes(w), words, WAIT);
    await page.selectOption("#template", "members-2010");
    await says("Shown with members-2010; the report says forum-2012.");
    check("the address says so", (await page.evaluate(() => location.hash)).includes("template=members-2010"));
    await page.selectOption("#copy", "internal");
    await says("Internal copy: not for publication.");
    await everyWidth("view");
    check("both choices stay chosen", await page.inputValue("#template") === "members-2010" && await page.inputValue("#copy") === "internal");
    await page.reload();
    await says("Internal copy: not for publication.");
    check("and after the page was loaded again", await page.inputValue("#template") === "members-2010");
    await page.selectOption("#copy", "published");
    await page.selectOption("#template", "");
    await state("Right");
    await shows(PHRASE);
    check("the report is as it was", await frame().textContent("body") === own);
}

/* A paragraph more moves nothing that stands, and a selected word stays. */
async function selectionStays() {
    await frame().evaluate((words) => {
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode() && !walk.currentNode.data.includes(words));
        const range = document.createRange(), at = walk.currentNode.data.indexOf(words);
        range.setStart(walk.currentNode, at);
        range.setEnd(walk.currentNode, at + words.length);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
    }, PHRASE);
    save(before.replace(/(<section id="[^"]+">\s*)<p>/g, "$1<p>One more.</p><p>"));
    await shows("One more.");
    check("a selected word stays selected", await frame().evaluate(() => getSelection().toString()) === PHRASE);
    save(before);
    await page.waitForFunction(() => !document.getElementById("frame").contentDocument.body.textContent.includes("One more."), null, WAIT);
    await state("Right");
}

/* While a file is broken the last good version stays, and says so. */
async function faultsKeepTheLastGood() {
    await page.waitForTimeout(1100); // so that the two saves have other times
    save(before.replace(PHRASE, "makes & loses"));
    await state("1 fault");
    check("the last good version is named", /^This is the last good version, saved [\d:]+\. What you saved at [\d:]+ is not shown\.$/.test(await text("words")));
    check("the last good version is shown", (await frame().textContent("body")).includes("makes a loss"));
    check("what is not current is marked", await page.evaluate(() => document.body.classList.contains("old")));
    check("the title says so", (await page.title()).startsWith("1 fault"));
    await everyWidth("faults");
    await page.keyboard.press("n");
    check("a key leads to the fault", await page.evaluate(() => document.activeElement.textContent.includes("report.xml, line")));
    await page.keyboard.press("Tab");
    check("the next to its place", await page.evaluate(() => document.activeElement.dataset.find?.startsWith("report.xml:")));
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => /^(Shown|Nothing)/.test(document.activeElement.textContent), null, WAIT);
    save(before);
    await state("Right");
    await shows(PHRASE);
}

/* Runs in the page: what makes it wider than its window, or nothing. */
function beyondThePage() {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return "";
    const beyond = [...document.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > width + 0.5);
    return beyond.map((e) => `${e.localName}#${e.id} to ${e.getBoundingClientRect().right}`).join(", ") || "nothing that has a box";
}

/* At each width: nothing moves sideways, and axe finds nothing. Nu looks at it
   later. */
async function everyWidth(name) {
    writeFileSync(join(pages, name + ".html"), await page.content());
    for (const [width, height] of [[1440, 900], [1024, 768], [375, 800], [320, 256]]) {
        await page.setViewportSize({ width, height });
        const wide = await page.evaluate(beyondThePage);
        check(name + ", " + width + ": the page does not move sideways: " + wide, wide === "");
        await page.evaluate(AXE);
        const found = await page.evaluate(() => axe.run({ exclude: ["iframe"] }, { resultTypes: ["violations"] }));
        for (const rule of found.violations)
            check(name + ", " + width + ": axe: " + rule.id + " at " + rule.nodes[0].target, false);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
}

/* How light a picture is, from 0 to 255. */
async function lightness(png) {
    const blank = await browser.newPage();
    const light = await blank.evaluate(async (data) => {
        const image = await createImageBitmap(await (await fetch("data:image/png;base64," + data)).blob());
        const canvas = new OffscreenCanvas(image.width, image.height), context = canvas.getContext("2d");
        context.drawImage(image, 0, 0);
        const bytes = context.getImageData(0, 0, image.width, image.height).data;
        let sum = 0;
        for (let i = 0; i < bytes.length; i += 4) sum += bytes[i] + bytes[i + 1] + bytes[i + 2];
        return sum / (bytes.length / 4) / 3;
    }, png.toString("base64"));
    await blank.close();
    return light;
}

/* The PDF stays at its page, is never dark, and waits for who reads in it. */
async function pdfWaits() {
    const sheets = page.locator("#sheets"), last = () => page.evaluate(() => document.querySelector("#sheets iframe").src);
    await page.fill("#at", "4");
    await page.locator("#at").blur();
    await page.waitForTimeout(2500); // the PDF viewer does not say when it has drawn
    const still = await lightness(await sheets.screenshot()), first = await last(), shots = [];
    check("the PDF is at page 4", first.includes("#page=4&"));
    save(before.replace(PHRASE, "makes profit for a PDF"));
    for (let i = 0; i < 20; i++) {
        shots.push(await sheets.screenshot());
        await page.waitForTimeout(50);
    }
    check("a save makes another PDF, at page 4", await last() !== first && (await last()).includes("#page=4&"));
    for (const shot of shots)
        check("no frame is dark", await lightness(shot) > still - 40);
    await page.waitForFunction(() => document.querySelectorAll("#sheets iframe").length === 1, null, WAIT);
    const kept = await last(), box = await sheets.boundingBox();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForFunction(() => document.getElementById("sheets").contains(document.activeElement), null, WAIT);
    save(before);
    await page.waitForFunction(() => !document.getElementById("new-pdf").hidden, null, WAIT);
    check("who reads in the PDF is asked", await text("new-pdf") === "The PDF has changed. Show page 4" && await last() === kept);
    await page.click("#new-pdf");
    check("and gets it", await last() !== kept && await page.isHidden("#new-pdf"));
    await state("Right");
}

/* A folder that goes, and comes back. */
async function goes() {
    renameSync(folder, folder + "-away");
    await state("Folder gone");
    await everyWidth("gone");
    renameSync(folder + "-away", folder);
    await state("Right");
}

/* The end is said within a second, in the title too. */
async function ends() {
    process.kill(Number(pid), "SIGHUP");
    await page.waitForFunction(() => document.body.dataset.link === "ended", null, { timeout: 5000 });
    check("the title says that it has ended", (await page.title()).startsWith("The preview has ended"));
    check("and the way to go on is told", (await page.textContent("#strip .soft.when-ended")).includes("councilpress preview"));
    await everyWidth("ended");
}

const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync("/proc/" + pid + "/status", "utf8"))[1]);

/* Seven pages of one browser, all in sight, some of them with another template
   or as the internal copy, and another browser. A browser has six connections
   for one server: all its pages listen by one. */
async function openPages() {
    const context = await browser.newContext(), second = await start(), tabs = [];
    await context.addInitScript(() => {
        let behind = false;
        Object.defineProperty(document, "hidden", { get: () => behind });
        window.putBehind = (is) => { behind = is; document.dispatchEvent(new Event("visibilitychange")); };
    });
    const other = await second.newPage();
    await other.addInitScript(() => delete window.SharedWorker);
    await other.goto(address);
    for (let i = 0; i < 7; i++) {
        tabs.push(await context.newPage());
        await tabs[i].goto(address + ["", "#template=members-2010", "", "#copy=internal", "", "#n=0", ""][i], WAIT);
        await tabs[i].waitForFunction(() => document.body.dataset.link === "heard" && document.getElementById("words").textContent !== "", null, WAIT);
    }
    return { tabs, other, close: () => Promise.all([context.close(), second.close()]) };
}

/* Many saves before seven pages and two browsers: each shows the last, and its
   own copy; the template of one finds faults in it. One that is hidden hears nothing until it is in sight
   again; one that is closed takes nothing from the others. The second browser shares no workers. */
async function sevenPages() {
    const { tabs, other, close } = await openPages();
    const shows = (tab, words) => tab.waitForFunction((w) => document.getElementById("frame").contentDocument?.body?.textContent.includes(w), words, WAIT);
    const says = (tab, words) => tab.waitForFunction((w) => document.getElementById("words").textContent.includes(w), words, WAIT);
    await tabs[6].evaluate(() => putBehind(true));
    await manySaves(Number(saves));
    save(before.replace(PHRASE, "makes the last profit"));
    for (const tab of [other, tabs[0], ...tabs.slice(2, 6)]) await shows(tab, "makes the last profit");
    await says(tabs[1], "Shown with members-2010");
    await says(tabs[3], "Internal copy: not for publication.");
    check("a page that is hidden waits", !(await tabs[6].evaluate(() => document.getElementById("frame").contentDocument.body.textContent)).includes("makes the last profit"));
    await tabs[6].evaluate(() => putBehind(false));
    await shows(tabs[6], "makes the last profit");
    await tabs[0].close();
    save(before.replace(PHRASE, "makes one more profit"));
    for (const tab of [other, ...tabs.slice(2)]) await shows(tab, "makes one more profit");
    await close();
    save(before);
    await page.waitForFunction((w) => document.getElementById("frame").contentDocument.body.textContent.includes(w), PHRASE, WAIT);
    await state("Right");
}

/* Announcements of many saves: at most one in two seconds. */
async function manySaves(count) {
    await page.evaluate(() => {
        window.heard = 0;
        new MutationObserver(() => window.heard++).observe(document.getElementById("said"), { childList: true, characterData: true, subtree: true });
    });
    const begun = Date.now();
    let half;
    for (let i = 1; i <= count; i++) {
        if (i === count >> 1) half = memory();
        save(before.replace(PHRASE, "makes profit " + i));
        await shows("makes profit " + i);
    }
    check("memory stays as it is: " + half + " kB, then " + memory(), memory() < half + 1024);
    const seconds = (Date.now() - begun) / 1000;
    check("few announcements", await page.evaluate(() => window.heard) <= 1 + seconds / 2);
    for (let i = 0; i < 20; i++)
        save(before.replace(PHRASE, "makes profit again " + i));
    await shows("makes profit again 19");
    save(before);
    await shows(PHRASE);
    await state("Right");
}

/* Milliseconds from the end of a save to the frame that shows it; the next save
   waits until the PDF of the last is drawn, as who writes does. */
async function painted(where, report, times) {
    const own = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const file = join(report, "report.xml"), as = readFileSync(file, "utf8"), taken = [];
    let sheet;
    await own.goto(where);
    await own.waitForFunction((w) => document.getElementById("frame").contentDocument?.body?.textContent.includes(w), PHRASE, { timeout: 120000 });
    for (let i = 0; i < times; i++) {
        const words = "makes profit " + (100 + i);
        const seen = own.evaluate((w) => new Promise((done) => {
            const d = document.getElementById("frame").contentDocument;
            new MutationObserver((list, me) => {
                if (!list.some((m) => (m.target.data || m.target.textContent).includes(w))) return;
                me.disconnect();
                requestAnimationFrame(() => setTimeout(() => done(performance.timeOrigin + performance.now())));
            }).observe(d, { subtree: true, childList: true, characterData: true });
        }), words);
        await own.waitForFunction((old) => {
            const sheets = document.querySelectorAll("#sheets iframe");
            return sheets.length === 1 && sheets[0].src !== old;
        }, sheet, WAIT);
        await own.waitForTimeout(300);
        sheet = await own.evaluate(() => document.querySelector("#sheets iframe").src);
        writeFileSync(file, as.replace(PHRASE, words));
        const saved = performance.timeOrigin + performance.now();
        taken.push(await seen - saved);
    }
    writeFileSync(file, as);
    const pages = await own.textContent("#pages");
    await own.close();
    taken.sort((a, b) => a - b);
    console.error("preview: painted after a save, " + pages.replace("of ", "") + " pages: median "
        + taken[times >> 1].toFixed(0) + " ms, slowest " + taken.at(-1).toFixed(0) + " ms");
}

async function timed() {
    await painted(address, folder, 15);
    await painted(longAddress, longFolder, 7);
}

mkdirSync(pages, { recursive: true });
for (const step of [begins, opens, bytesStay, cellsLeadBack, another, changesComeByEvents, selectionStays, savesAreShown, faultsKeepTheLastGood, pdfWaits, goes, timed, sevenPages, ends])
    await step().catch((error) => check(step.name + ": " + error.message.split("\n")[0], false));
await browser.close();
