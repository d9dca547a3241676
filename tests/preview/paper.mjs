/*
 * Steps of the preview's test: the PDF beside the page, on a screen.
 */
import { PHRASE, WAIT, address, anotherPage, before, browser, check, given, save, start, state } from "./desk.mjs";

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

/* A jump, and who reads the web page, lead to the page of the PDF. */
async function leads(page) {
    const at = () => page.inputValue("#at"), frame = () => page.frames().find((f) => f.url().includes("/page"));
    await page.locator("#from").focus();
    await page.fill("#from", "directors.csv:A3");
    await page.click("#back button");
    await page.waitForFunction(() => document.getElementById("at").value !== "4", null, WAIT);
    const there = Number(await at());
    check("a jump leads to its page of the PDF: " + there, there > 4 && (await page.evaluate(() => document.querySelector("#sheets iframe").src)).includes("#page=" + there + "&"));
    await frame().evaluate(() => scrollTo(0, 0));
    await page.waitForTimeout(600);
    check("unasked the PDF follows nobody", Number(await at()) === there);
    await page.check("#follow");
    await page.waitForFunction(() => document.getElementById("at").value === "1", null, WAIT);
    await frame().evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
    await page.waitForFunction(() => document.getElementById("at").value > 2, null, WAIT);
}

/* A browser on a screen that does not end when it is told to is left to the end
   of all steps. */
const shut = (screen) => Promise.race([screen.close(), new Promise((done) => setTimeout(done, 10000))]);

/* The PDF stays at its page, is never dark, and waits for who reads in it. */
export async function pdfWaits() {
    const screen = given.screen ? await start(true) : browser, page = await anotherPage(screen);
    try {
        await waits(page);
        await leads(page);
    } finally {
        await page.close();
        if (screen !== browser) await shut(screen);
    }
}

async function waits(page) {
    const text = (id) => page.textContent("#" + id);
    await page.goto(address);
    await state("Right", page);
    await page.waitForFunction(() => document.querySelector("#sheets iframe"), null, WAIT);
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
    await state("Right", page);
}
