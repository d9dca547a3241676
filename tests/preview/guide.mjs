/*
 * A step of the preview's test: what the editors' guide says of the preview, one
 * sentence after another, done as it says. A sentence of its part "Look at it"
 * that nothing here does is a fault, and so is one here that the guide has not.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WAIT, anotherPage, check, clickWords, given, says, shows, state } from "./desk.mjs";

const REPORT = join(given.sampleReport, "report.xml");
const FORMAT = join(given.ours, "marlbrook-cabinet/template.xml"), HOUSE = join(given.ours, "house/marlbrook.xml");
let where, as, format, month;

const frame = (page = where) => page.frames().find((f) => f.url().includes("/page"));
const text = (id, page = where) => page.textContent("#" + id);
const save = (words) => writeFileSync(REPORT, words);
const told = (id, words, page = where) => page.waitForFunction(([i, w]) => document.getElementById(i).textContent.includes(w), [id, words], WAIT)
    .catch(async () => check(`the guide: ${id} says ${words}, and not: ${await text(id, page)}`, false));
async function find(place, page = where) {
    await page.fill("#from", place);
    await page.click("#back button");
    await page.waitForFunction(() => document.getElementById("back-said").textContent !== "", null, WAIT);
    return text("back-said", page);
}
const line = (file, words) => file.slice(0, file.indexOf(words)).split("\n").length;

/* Each sentence by its first words, and what is done about it. */
const SENTENCES = {
    async "`councilpress preview --templates ours reports/sample` opens"() {
        as = readFileSync(REPORT, "utf8");
        format = readFileSync(FORMAT, "utf8");
        const house = readFileSync(HOUSE, "utf8");
        await where.goto(given.sampleAddress);
        await shows("Marlbrook District Council", where);
        writeFileSync(HOUSE, house.replace("Marlbrook District", "Marlbrook Borough"));
        await shows("Marlbrook Borough Council", where);
        writeFileSync(HOUSE, house);
        writeFileSync(FORMAT, format.replace("</about>", "</about><section id=\"climate\" heading=\"The climate\"/>"));
        await shows("The climate", where);
        writeFileSync(FORMAT, format);
        save(as.replace("<p>Background</p>", "<p>How it came about.</p>"));
        await shows("How it came about.", where);
        save(as);
        await shows("Marlbrook District Council", where);
    },
    async "Keep it beside the editor"() {},
    async "A fault stands there"() {
        save(as.replace("<p>Background</p>", "<p>Background {{none.such}}</p>"));
        await state("1 fault", where);
        const fault = await where.textContent(".findings .error");
        check("the guide: a fault has its line: " + fault, fault.includes("report.xml, line " + line(as, "<p>Background</p>")));
        await where.click(".findings .error summary");
        check("the guide: and what it means", (await where.textContent(".findings .error .cause")).length > 20);
    },
    async "Until it is mended"() {
        check("the guide: the page is the last good one", (await frame().textContent("#background")).includes("Background"));
        check("the guide: with stripes", await where.evaluate(() => document.body.classList.contains("old")
            && getComputedStyle(document.getElementById("page")).borderImageSource.startsWith("repeating-linear-gradient")));
        save(as);
        await where.waitForFunction(() => !document.body.classList.contains("old"), null, WAIT);
    },
    async "What the save changed"() {
        save(as.replace("<p>Background</p>", "<p>Background of it all.</p>"));
        await told("changes", "Background of it all.");
        check("the guide: it is marked", await frame().evaluate(() => CSS.highlights.get("changed").size > 0));
        save(as);
        await where.waitForFunction(() => !document.getElementById("frame").contentDocument.body.textContent.includes("of it all"), null, WAIT);
    },
    async "Who has the editor in front"() {
        const top = () => frame().evaluate(() => document.scrollingElement.scrollTop);
        await where.evaluate(() => { document.hasFocus = () => false; });
        await frame().evaluate(() => scrollTo(0, 0));
        save(as.replace("title=\"Background papers\"", "title=\"A paper at the end\""));
        await shows("A paper at the end", where);
        await where.waitForFunction(() => !document.getElementById("return").hidden, null, WAIT);
        check("the guide: the change is in view", await top() > 500);
        await where.click("#return");
        check("the guide: and the way back leads back", await top() === 0);
        await where.evaluate(() => { delete document.hasFocus; });
        save(as);
        await where.waitForFunction(() => !document.getElementById("frame").contentDocument.body.textContent.includes("A paper at the end"), null, WAIT);
    },
    async "A click on anything printed"() {
        await frame().click("#background p");
        await told("origin", "Comes from report.xml, line " + line(as, "<p>Background</p>"));
        await frame().click(".facts dt");
        await told("origin", "template.xml, line ");
    },
    async "Of a figure in a sentence"() {
        month = await anotherPage();
        await month.goto(given.monthAddress);
        await shows("£547,000", month);
        await clickWords(frame(month), "nine services are", "nine");
        await told("origin", "“nine” is computed from revenue.csv, cells A2 to A10 ({{count(revenue)|words}}).", month);
    },
    async "\"Find a line or cell\""() {
        const at = await find("report.xml:" + line(as, "<p>Background</p>"));
        check("the guide: a line leads to where it is printed: " + at, at.startsWith("Shown: "));
        check("the guide: so does a cell", (await find("options.csv:B2")).startsWith("Shown: "));
        check("the guide: or to the sum that it is a part of", (await find("revenue.csv:B3", month)).startsWith("Shown: "));
        await month.close();
    },
    async "\"Facts\" counts"() {
        for (const fact of ["Pages", "Words", "Figures checked", "For a person to judge"]) await told("facts-part", fact);
    },
    async "Under \"Shown with\""() {
        await where.selectOption("#template", "cabinet-decision");
        await says("Shown with cabinet-decision; the report says marlbrook-cabinet.", where);
    },
    async "Nothing in it is changed."() {
        check("the guide: the report is as it was", readFileSync(REPORT, "utf8") === as);
        await where.selectOption("#template", "");
        await where.waitForFunction(() => !document.body.classList.contains("view"), null, WAIT);
    },
    async "After a field or a section"() {
        writeFileSync(FORMAT, format.replace("</about>", "</about><section id=\"climate\" remove=\"yes\"/>"));
        await state("1 fault", where);
        save(as.replace(/<section id="climate">[^]*?<\/section>/, ""));
        await where.waitForFunction(() => !document.body.classList.contains("old"), null, WAIT);
        writeFileSync(FORMAT, format);
        save(as);
    },
    async "Whoever wants files"() {
        const pages = mkdtempSync(join(tmpdir(), "guide-"));
        execFileSync(given.program, ["templates", "--templates", given.templates, "--templates", given.ours, "--check", "--pages", pages], { stdio: "ignore" });
        check("the guide: a page of each format", readdirSync(pages).some((name) => name.startsWith("marlbrook-cabinet")));
        execFileSync("rm", ["-r", pages]);
    },
};

/* The sentences of the part of the guide that is about the preview. */
function sentences() {
    const part = readFileSync(given.guide, "utf8").split("\n### 3. Look at it\n")[1].split("\n### ")[0];
    return part.split(/\n\n|\n- /).map((words) => words.replace(/\s+/g, " ").replace(/^- /, "").trim()).filter(Boolean)
        .flatMap((words) => words.split(/(?<=\.) (?=[A-Z"`])/));
}

export async function guideIsTrue() {
    where = await anotherPage();
    const firsts = Object.keys(SENTENCES), said = sentences();
    for (const first of firsts) check("the guide has no sentence: " + first, said.some((s) => s.startsWith(first)));
    for (const sentence of said) {
        const first = firsts.find((f) => sentence.startsWith(f));
        check("nothing tries what the guide says: " + sentence, first);
        if (first) await SENTENCES[first]().catch((error) => check(`the guide, "${first}": ${error.message.split("\n")[0]}`, false));
    }
    await where.close();
}
