/*
 * The README's picture of the preview: two faults, beside the last good version.
 *
 *   node picture.mjs ADDRESS DATA OUT
 *
 * ADDRESS is what `councilpress preview` says of a copy of
 * examples/cabinet-monitoring-2026-11; DATA is its revenue.csv, which is written
 * to. Run by tests/preview/picture.py.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../conformance/axe.mjs", import.meta.url));
const { chromium } = require("playwright-core");
const [address, file, out] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1440, height: 760 }, deviceScaleFactor: 1100 / 1440 });
const state = (words) => page.waitForFunction(
    (w) => document.getElementById("state").textContent === w, words, { timeout: 30000 });

await page.goto(address);
await page.waitForFunction(() => document.getElementById("sheets").firstChild, null, { timeout: 30000 });
await page.waitForTimeout(3000); // the PDF viewer does not say when it has drawn
const before = readFileSync(file, "utf8"), after = before.replace('"1,385"', '"1,395"');
if (before === after) throw new Error("no figure was changed");
writeFileSync(file, after);
await state("2 faults");
await page.waitForTimeout(1000);
await page.screenshot({ path: out });
await browser.close();
