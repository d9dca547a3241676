/*
 * Steps of the preview's test: many saves, many pages, and how long they take.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PHRASE, WAIT, address, anotherPage, before, browser, check, folder, given, page, save, says, shows, start, state } from "./desk.mjs";

const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync("/proc/" + given.pid + "/status", "utf8"))[1]);

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
export async function sevenPages() {
    const { tabs, other, close } = await openPages();
    await tabs[6].evaluate(() => putBehind(true));
    await manySaves(given.saves);
    save(before.replace(PHRASE, "makes the last profit"));
    for (const tab of [other, tabs[0], ...tabs.slice(2, 6)]) await shows("makes the last profit", tab);
    await says("Shown with members-2010", tabs[1]);
    await says("Internal copy: not for publication.", tabs[3]);
    check("a page that is hidden waits", !(await tabs[6].evaluate(() => document.getElementById("frame").contentDocument.body.textContent)).includes("makes the last profit"));
    await tabs[6].evaluate(() => putBehind(false));
    await shows("makes the last profit", tabs[6]);
    await tabs[0].close();
    save(before.replace(PHRASE, "makes one more profit"));
    for (const tab of [other, ...tabs.slice(2)]) await shows("makes one more profit", tab);
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

/* Milliseconds from the end of a save to the event that tells of it, to where the
   page's script has put it in place, and to the frame that shows it, up to a
   sixtieth of a second later; the next save waits until the PDF of the last is
   drawn, as who writes does. The viewer of PDFs, which starts with the first,
   takes all of a machine for a second or two. */
async function painted(where, report, times) {
    const own = await anotherPage();
    const file = join(report, "report.xml"), as = readFileSync(file, "utf8"), taken = [];
    let sheet;
    await own.goto(where);
    await own.waitForFunction((w) => document.getElementById("frame").contentDocument?.body?.textContent.includes(w), PHRASE, { timeout: 120000 });
    await own.evaluate(() => {
        const real = window.show;
        window.when = () => performance.timeOrigin + performance.now();
        window.show = (e) => {
            window.told = when();
            const done = real(e);
            window.inPlace = when();
            return done;
        };
    });
    for (let i = 0; i < times; i++) {
        const words = "makes profit " + (100 + i);
        const seen = own.evaluate((w) => new Promise((done) => {
            const d = document.getElementById("frame").contentDocument;
            new MutationObserver((list, me) => {
                if (!list.some((m) => (m.target.data || m.target.textContent).includes(w))) return;
                me.disconnect();
                requestAnimationFrame(() => setTimeout(() => done(when())));
            }).observe(d, { subtree: true, childList: true, characterData: true });
        }), words);
        await own.waitForFunction((old) => {
            const sheets = document.querySelectorAll("#sheets iframe");
            return sheets.length === 1 && sheets[0].src !== old;
        }, sheet, WAIT);
        await own.waitForTimeout(i === 0 ? 2500 : 300);
        sheet = await own.evaluate(() => document.querySelector("#sheets iframe").src);
        writeFileSync(file, as.replace(PHRASE, words));
        const saved = performance.timeOrigin + performance.now();
        const painted = await seen;
        taken.push([...await own.evaluate(() => [told, inPlace]), painted].map((when) => when - saved));
    }
    writeFileSync(file, as);
    const pages = await own.textContent("#pages");
    await own.close();
    taken.sort((a, b) => a[2] - b[2]);
    const say = ([told, put, seen]) => seen.toFixed(0) + " ms (told after " + told.toFixed(0) + ", put in place after " + put.toFixed(0) + ")";
    console.error("preview: painted after a save, " + pages.replace("of ", "") + " pages: median " + say(taken[times >> 1])
        + "; slowest " + say(taken.at(-1)));
}

export async function timed() {
    await painted(address, folder, 15);
    await painted(given.longAddress, given.longReport, 7);
}
