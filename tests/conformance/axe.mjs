/*
 * Looks at HTML files with axe-core in Chromium.
 *
 *   node axe.mjs < LIST
 *
 * LIST names a file a line. Each is shown at three widths and as on paper; for
 * each view a line of JSON is printed as soon as it is known:
 *
 *   {"file": ..., "view": ..., "faults": [{"rule": ..., "where": ...}, ...],
 *    "unsure": {RULE: PLACES, ...}, "regions": N}
 *
 * `faults` are violations of the WCAG 2.2 A and AA rules of axe, and what it
 * does not look at: a picture that the page's own policy forbids, a page that scrolls sideways at the narrowest width, and
 * what scrolls sideways without being a labelled region that can be focused
 * and moved by keyboard. `regions` counts those that can. `unsure` is what axe
 * leaves to a person.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const NARROWEST = 320; // WCAG 2.2, 1.4.10: CSS pixels
const VIEWS = [
    { name: "320", width: NARROWEST, media: "screen" },
    { name: "768", width: 768, media: "screen" },
    { name: "1280", width: 1280, media: "screen" },
    { name: "print", width: 768, media: "print" },
];
const AXE = readFileSync(
    createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// The next four run in the page.

async function axeResults(tags) {
    const found = await axe.run(document, {
        runOnly: tags, resultTypes: ["violations", "incomplete"],
        // Off unless asked for.
        rules: {
            "target-size": { enabled: true },
            "td-has-header": { enabled: true },
        },
    });
    const flat = list => list.flatMap(rule => rule.nodes.map(node =>
        ({ rule: rule.id, where: node.target.join(" ") })));
    return {
        faults: flat(found.violations),
        unsure: Object.fromEntries(found.incomplete.map(
            rule => [rule.id, rule.nodes.length])),
    };
}

function pictureFaults() {
    return [...document.images].filter(e => e.naturalWidth === 0)
        .map(e => ({ rule: "picture-not-shown", where: e.alt }));
}

function sidewaysFaults() {
    const page = document.documentElement;
    const scrolls = e => /auto|scroll/.test(getComputedStyle(e).overflowX);
    const inside = e => e.parentElement !== null &&
        (scrolls(e.parentElement) || inside(e.parentElement));
    const faults = page.scrollWidth > page.clientWidth ?
        [{ rule: "page-scrolls-sideways", where: "html" }] : [];
    for (const e of document.querySelectorAll("body *")) {
        const box = e.getBoundingClientRect();
        if (box.width > 1 && box.right > page.clientWidth + 1 && !inside(e))
            faults.push({
                rule: "reaches-beyond-the-page",
                where: e.tagName + "." + e.className,
            });
    }
    return faults;
}

/* Every element that scrolls sideways, marked so that it can be found again. */
function wideElements() {
    let count = 0;
    for (const e of document.querySelectorAll("body *")) {
        if (e.scrollWidth > e.clientWidth + 1 &&
            /auto|scroll/.test(getComputedStyle(e).overflowX))
            e.dataset.wide = String(count++);
    }
    return count;
}

async function regionFaults(page) {
    /* What is folded is seen once it is opened. */
    await page.evaluate(() => document.querySelectorAll("details").forEach(
        e => { e.open = true; }));
    const count = await page.evaluate(wideElements);
    const faults = [];
    for (let i = 0; i < count; i++) {
        const region = page.locator(`[data-wide="${i}"]`);
        const named = page.getByRole("region", { name: /\S/ }).and(region);
        if (await named.count() !== 1)
            faults.push({ rule: "wide-without-label", where: `wide ${i}` });
        await region.focus();
        await page.keyboard.press("ArrowRight");
        const moved = await page.waitForFunction(
            e => e.tabIndex >= 0 && document.activeElement === e &&
                e.scrollLeft > 0,
            await region.elementHandle(), { timeout: 3000 },
        ).then(() => true, () => false);
        if (!moved)
            faults.push({ rule: "wide-without-keyboard", where: `wide ${i}` });
    }
    return { faults, regions: count };
}

async function look(page, file, view) {
    const line = { file, view: view.name, regions: 0 };
    await page.emulateMedia({ media: view.media });
    await page.setViewportSize({ width: view.width, height: 900 });
    Object.assign(line, await page.evaluate(axeResults, TAGS));
    if (view.width === NARROWEST) {
        const wide = await regionFaults(page);
        line.faults.push(...await page.evaluate(pictureFaults),
                         ...await page.evaluate(sidewaysFaults),
                         ...wide.faults);
        line.regions = wide.regions;
    }
    return line;
}

async function main() {
    const files = readFileSync(0, "utf8").split("\n").filter(Boolean);
    const browser = await chromium.launch({
        executablePath: "/usr/bin/chromium", args: ["--no-sandbox"],
    });
    try {
        const page = await browser.newPage();
        for (const file of files) {
            await page.goto(pathToFileURL(file).href);
            await page.evaluate(AXE);
            for (const view of VIEWS)
                console.log(JSON.stringify(await look(page, file, view)));
        }
    } finally {
        await browser.close();
    }
}

main().catch(error => {
    console.error(`axe.mjs: ${error.message.split("\n")[0]}`);
    process.exitCode = 1;
});
