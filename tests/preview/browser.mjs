/*
 * The preview's page in Chromium: what an editor sees after each save.
 *
 *   node browser.mjs GIVEN
 *
 * GIVEN is a file of JSON that names previews and the reports that they show:
 * copies of examples, which are written to (desk.mjs). The shell as it is in
 * each state is written to the folder `pages`, for Nu and for the eye. Says what
 * is wrong, a line each; nothing when all is right. Times are no fault: they
 * go to standard error. Run by tests/preview/browser.py.
 */
import { mkdirSync } from "node:fs";
import { browser, check, given } from "./desk.mjs";
import { guideIsTrue } from "./guide.mjs";
import * as many from "./many.mjs";
import * as paper from "./paper.mjs";
import * as reading from "./reading.mjs";
import * as states from "./states.mjs";

mkdirSync(given.pages, { recursive: true });
const steps = [states.begins, reading.opens, reading.bytesStay, reading.cellsLeadBack, reading.figuresLeadBack, reading.placesAreCopied, states.another, reading.changesComeByEvents,
    reading.selectionStays, reading.savesAreShown, reading.oneCellMovesAll, reading.savedWhileLoading, reading.pictureMoves, reading.armsAreNews, states.faultsKeepTheLastGood, states.coloursAreForced, states.warns,
    states.isNotBuilt, states.isLost, states.houseIsTooPale, guideIsTrue, paper.pdfWaits, states.isOpen, states.goes, many.timed, many.sevenPages, states.ends];
for (const step of steps)
    if (!given.only || given.only.includes(step.name))
        await step().catch((error) => check(step.name + ": " + error.message.split("\n")[0], false));
await browser.close();
process.exit(); // and with it what did not close
