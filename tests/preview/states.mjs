/*
 * Steps of the preview's test: each state in words, at every width.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AXE, PHRASE, WAIT, anotherPage, before, check, folder, frame, given, page, save, says, shows, state, text } from "./desk.mjs";

const SIZES = given.whole ? [[1440, 900], [1024, 768], [375, 800], [320, 256]] : [[1440, 900], [375, 800]];
/* How who looks wants to see it. */
const WISHES = given.whole ? [{}, { colorScheme: "dark" }, { contrast: "more" }, { colorScheme: "dark", contrast: "more" }, { forcedColors: "active" }] : [{}, { colorScheme: "dark" }];
const AS_IT_IS = { colorScheme: "light", contrast: "no-preference", forcedColors: "none" };

/* Before anything has come, and of a report that was never right: mended, it
   appears by itself. */
export async function begins() {
    await page.route("**/page.js", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.text()).replace('new SharedWorker("stream.js").port', "{ postMessage() {} }") });
    });
    await page.goto(given.newAddress);
    await everyWidth("first");
    check("the first state says that it connects", await text("state") === "Connecting");
    await page.unroute("**/page.js");
    await page.goto("about:blank");
    await page.goto(given.newAddress);
    await state("1 fault");
    check("there is no page yet", await page.isVisible("#nothing") && await page.isHidden("#frame")
        && (await text("words")).startsWith("There is no page yet."));
    await everyWidth("none");
    writeFileSync(join(given.newReport, "report.xml"), before);
    await state("Right");
    await shows(PHRASE);
    check("and then there is", await page.isHidden("#nothing"));
    await everyWidth("right");
}

/* Another template, and the internal copy, are chosen, and left again. */
export async function another() {
    const own = await frame().textContent("body");
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

/* While a file is broken the last good version stays, and says so. */
export async function faultsKeepTheLastGood() {
    await page.waitForTimeout(1100); // so that the two saves have other times
    save(before.replace(PHRASE, "makes & loses"));
    await state("1 fault");
    check("the last good version is named", /^This is the last good version, saved [\d:]+\. What you saved at [\d:]+ is not shown\.$/.test(await text("words")));
    check("the last good version is shown", (await frame().textContent("body")).includes("makes a loss"));
    check("what is not current is marked", await page.evaluate(() => document.body.classList.contains("old")));
    check("the title says so", (await page.title()).startsWith("1 fault"));
    await everyWidth("faults");
    for (const width of [1440, 1024, 375]) {
        await page.setViewportSize({ width, height: 800 });
        await page.keyboard.press("1");
        check(width + ": a key leads to the page", await page.evaluate(() => document.activeElement.id === "frame" && document.getElementById("page").checkVisibility()));
        await page.keyboard.press("3");
        check(width + ": and one to the findings", await page.evaluate(() => document.activeElement.id === "findings-head" && document.activeElement.checkVisibility()));
        check(width + ": whose view is the one that is chosen", await page.evaluate(() => document.querySelector("#views input:checked + label").checkVisibility() || !document.getElementById("views").checkVisibility()));
    }
    await page.setViewportSize({ width: 1440, height: 900 });
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

/* A page that is open, though nobody sees it, keeps the preview from ending. */
export async function isOpen() {
    const where = await anotherPage();
    await where.clock.install();
    await where.goto(given.monthAddress);
    await state("Right", where);
    await where.evaluate(() => Object.defineProperty(document, "hidden", { get: () => true }));
    const asks = where.waitForRequest(/page\.css$/, { timeout: 5000 }).then(() => true, () => false);
    await where.clock.fastForward("20:00");
    check("within twenty minutes it is heard of", await asks);
    await where.close();
}

/* A folder that goes, and comes back. */
export async function goes() {
    renameSync(folder, folder + "-away");
    await state("Folder gone");
    await everyWidth("gone");
    renameSync(folder + "-away", folder);
    await state("Right");
}

/* The end is said, in the title too. */
export async function ends() {
    process.kill(Number(given.pid), "SIGHUP");
    await page.waitForFunction(() => document.body.dataset.link === "ended", null, WAIT);
    await page.waitForFunction(() => document.getElementById("said").textContent === "The preview has ended", null, WAIT)
        .catch(() => check("who listens hears that it has ended", false));
    check("the title says that it has ended", (await page.title()).startsWith("The preview has ended"));
    check("and the way to go on is told", (await page.textContent("#strip .soft.when-ended")).includes("councilpress preview"));
    await everyWidth("ended");
}

/* Runs in the page: what makes it wider than its window, or nothing. */
function beyondThePage() {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return "";
    const beyond = [...document.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > width + 0.5);
    return beyond.map((e) => `${e.localName}#${e.id} to ${e.getBoundingClientRect().right}`).join(", ") || "nothing that has a box";
}

/* What is in front now: nothing moves sideways, and axe finds nothing. */
async function looksRight(where, at) {
    const wide = await where.evaluate(beyondThePage);
    check(at.join(", ") + ": the page moves sideways: " + wide, wide === "");
    await where.evaluate(AXE);
    const found = await where.evaluate(() => axe.run({ exclude: ["iframe"] }, { resultTypes: ["violations"] }));
    for (const rule of found.violations)
        check(at.join(", ") + ": axe: " + rule.id + " at " + rule.nodes[0].target, false);
    if (given.whole) await where.screenshot({ path: join(given.pages, at.join("-") + ".png") });
}

/* At each width, however it is wanted, in each of the views that there are to
   choose from. Nu looks at it later. */
export async function everyWidth(name, where = page) {
    writeFileSync(join(given.pages, name + ".html"), await where.content());
    for (const wish of WISHES) {
        await where.emulateMedia({ ...AS_IT_IS, ...wish });
        for (const [width, height] of SIZES) {
            const at = [name, width, ...Object.values(wish)];
            await where.setViewportSize({ width, height });
            const views = await where.locator("#views label").filter({ visible: true }).all();
            for (const view of views) {
                await view.click();
                await looksRight(where, [...at, await view.getAttribute("for")]);
            }
            if (views.length) await where.click("label[for=view-page]");
            else await looksRight(where, at);
        }
    }
    await where.emulateMedia(AS_IT_IS);
    await where.setViewportSize({ width: 1440, height: 900 });
}

/* Forced colours leave what is chosen and what is meant to be seen. */
export async function coloursAreForced() {
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.emulateMedia({ forcedColors: "active" });
    const colour = (what, property) => page.evaluate(([w, p]) => getComputedStyle(document.querySelector(w))[p], [what, property]);
    const ink = () => frame().evaluate(() => getComputedStyle(document.body).color + " on " + getComputedStyle(document.documentElement).colorScheme);
    check("the chosen view is seen", await colour("#views input:checked + label", "backgroundColor") !== await colour("#views input:not(:checked) + label", "backgroundColor"));
    save(before.replace(PHRASE, "makes {{none.such}} profit"));
    await state("1 fault");
    check("and what is meant in a line", await colour(".findings mark", "backgroundColor") !== await colour(".findings li", "backgroundColor"));
    check("and the stripes", (await colour("#page", "borderImageSource")).startsWith("repeating-linear-gradient"));
    save(before);
    await state("Right");
    await page.emulateMedia(AS_IT_IS);
    const light = await ink();
    await page.emulateMedia({ contrast: "more", colorScheme: "dark" });
    check("the report stays as on paper when all else is dark: " + await ink(), await ink() === light);
    check("more contrast leaves no soft words", await colour("#words", "color") === await colour("body", "color"));
    await page.emulateMedia(AS_IT_IS);
    await page.setViewportSize({ width: 1440, height: 900 });
}

/* A warning does not hinder the report. */
export async function warns() {
    const where = await anotherPage(), file = join(given.monthReport, "report.xml"), as = readFileSync(file, "utf8");
    await where.goto(given.monthAddress);
    await state("Right", where);
    writeFileSync(file, as.replace(/(kind="reserves" .*as-at=")2026-11-30/, "$12026-10-31"));
    await state("1 warning", where);
    check("with a warning it can be published", (await where.textContent("#words")).startsWith("It can be published. Saved "));
    await everyWidth("warnings", where);
    writeFileSync(file, as);
    await state("Right", where);
    await where.close();
}

/* A colour that nobody can read is a fault of the house, with one that would do. */
export async function houseIsTooPale() {
    const where = await anotherPage(), file = join(given.templates, "house/example.xml"), as = readFileSync(file, "utf8");
    await where.goto(given.monthAddress);
    await state("Right", where);
    writeFileSync(file, as.replace('accent="#00543c"', 'accent="#b0e0d0"'));
    await state("1 fault", where);
    const said = await where.textContent(".findings li");
    check("with the nearest that would do: " + said, /#[0-9a-f]{6}/.test(said.replace("#b0e0d0", "")));
    check("and its line", (await where.textContent(".findings .line mark")).length > 0);
    writeFileSync(file, as);
    await state("Right", where);
    await where.close();
}

const children = () => readFileSync(`/proc/${given.pid}/task/${given.pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);

/* What takes long is said, and what is ended costs this build alone. */
export async function isNotBuilt() {
    const send = (signal) => { for (const child of children()) process.kill(child, signal); };
    /* The page may be done before who builds it is stopped. */
    for (let i = 0; i < 10; i++) {
        save(before.replace(PHRASE, "makes a slow profit, " + i));
        for (const limit = Date.now() + 3000; !children().length && Date.now() < limit;);
        send("SIGSTOP");
        const building = await page.waitForFunction(() => document.getElementById("state").textContent === "Building", null, { timeout: 5000 }).catch(() => false);
        if (building) break;
        send("SIGCONT");
        await shows("makes a slow profit, " + i);
        await page.waitForTimeout(500);
    }
    await state("Building");
    await says("What you see is of");
    await everyWidth("building");
    send("SIGKILL");
    await state("Not built");
    check("it says why: " + await text("words"), (await text("words")).startsWith("councilpress stopped while it built this report (it was killed). This is the last good version, saved "));
    await everyWidth("not-built");
    save(before);
    await state("Right");
}

/* A preview that does not answer is tried again and again. */
export async function isLost() {
    const where = await anotherPage();
    await where.goto(given.newAddress);
    await state("Right", where);
    process.kill(given.newPid, "SIGKILL");
    await where.waitForFunction(() => document.body.dataset.link === "lost", null, WAIT);
    check("the title says so", (await where.title()).startsWith("Connection lost"));
    await where.waitForFunction(() => document.getElementById("said").textContent === "Connection lost", null, WAIT)
        .catch(() => check("who listens hears that", false));
    check("and what is seen", /^Trying again\. What you see is of [\d:]+\.$/.test(await where.textContent("#strip .soft.when-lost")));
    await everyWidth("lost", where);
    await where.close();
}
