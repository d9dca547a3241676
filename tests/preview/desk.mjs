/*
 * What the steps of the preview's test share: a browser, a page that shows the
 * report, and how to ask it. Run by tests/preview/browser.mjs with the name of
 * a file of JSON (tests/preview/browser.py).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(new URL("../conformance/axe.mjs", import.meta.url));
const { chromium } = require("playwright-core");
export const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/* address, report, saves, whole, longAddress, longReport, pid, newAddress,
   newReport, monthAddress, monthReport, pictureAddress, pictureReport, templates,
   guide, ours, sampleAddress, sampleReport, program, built, pages */
export const given = JSON.parse(readFileSync(process.argv[2], "utf8"));
export const address = given.address, folder = given.report;
const REPORT = join(folder, "report.xml");
export const WAIT = { timeout: 30000 };
export const before = readFileSync(REPORT, "utf8");
export const PHRASE = "makes no profit";

export const check = (what, right) => { if (!right) console.log(what); };

/* Where there is a screen, as browser.py starts one, the viewer of PDFs is that
   which a person sees. */
export const start = (headed = false) => chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"], headless: !headed });
export const browser = await start();
export async function anotherPage(where = browser) {
    const made = await where.newPage({ viewport: { width: 1440, height: 900 } });
    made.on("pageerror", (error) => check("the script failed: " + error.message, false));
    return made;
}
export const page = await anotherPage();

export const text = (id) => page.textContent("#" + id);
export const frame = () => page.frames().find((f) => f.url().includes("/page"));
export const state = (want, where = page) => where.waitForFunction(
    (w) => document.getElementById("state").textContent === w, want, WAIT);
export const says = (words, where = page) => where.waitForFunction(
    (w) => document.getElementById("words").textContent.includes(w), words, WAIT);
export const shows = (words, where = page) => where.waitForFunction(
    (w) => document.getElementById("frame").contentDocument?.body?.textContent.includes(w), words, WAIT);
export const save = (words) => writeFileSync(REPORT, words);

/* Clicks on WORDS of a sentence that the report in FRAME prints. */
export async function clickWords(frame, sentence, words) {
    const at = await frame.evaluate(([s, w]) => {
        const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), range = document.createRange();
        while (walk.nextNode() && !(walk.currentNode.data.includes(w) && walk.currentNode.parentElement.textContent.replace(/\s+/g, " ").includes(s)));
        const i = walk.currentNode.data.indexOf(w);
        walk.currentNode.parentElement.scrollIntoView({ block: "center" });
        range.setStart(walk.currentNode, i);
        range.setEnd(walk.currentNode, i + w.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
    }, [sentence, words]);
    const box = await (await frame.frameElement()).boundingBox();
    await frame.page().mouse.click(box.x + at.x, box.y + at.y);
}
