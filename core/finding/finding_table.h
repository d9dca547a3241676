/*
 * finding_table.h - every finding: id, level, code, cause, cure.
 *
 * Included where FINDING is defined; has no guard for that reason. In the
 * order of the codes, which are stable: scripts rely on them.
 *
 * FINDING_OF_CELL: what checks say of a cell, to which a report may own up
 * (`acknowledge`); whoever makes no difference defines FINDING alone.
 */
#ifndef FINDING_OF_CELL
#define FINDING_OF_CELL FINDING
#endif
/* clang-format off */
FINDING(ACKNOWLEDGED_AWAY, WARNING, "acknowledged-away",
        "An acknowledgement in report.xml names a fault that is not there.",
        "Remove the acknowledge element, or correct its code or place.")
FINDING_OF_CELL(ACROSS, ERROR, "across",
        "A figure of a row is not what the other figures of the row give.",
        "Correct the row, or acknowledge a fault that was published.")
FINDING(AS_AT, WARNING, "as-at",
        "Data is of a day after the report's, of a period before or after the report's, or of another day than other data; or the period before is not before the report's.",
        "Put this period's file in its place, or correct `as-at`, `period` or `previous`.")
FINDING(ASSUMED, NOTE, "assumed",
        "Said under -v: how data was read where it does not say so itself.",
        "Nothing, if it is right; otherwise say it in the data element.")
FINDING(BAD_ATTRIBUTE, ERROR, "bad-attribute",
        "An attribute is not one that its element takes.",
        "Use one of the attributes that the message lists.")
FINDING(BAD_CHARACTER, ERROR, "bad-character",
        "A text has a control character (U+0080 to U+009F among them), a sign that turns its direction, or a character that was lost, has no meaning, or cannot be seen.",
        "Type what is meant, or remove it; the message says what it may have been.")
FINDING(BAD_DATE, ERROR, "bad-date",
        "A date does not exist, has its month first, or disagrees with its weekday.",
        "Write the day first, or as 2018-03-23; correct the day or the weekday.")
FINDING(BAD_ELEMENT, ERROR, "bad-element",
        "An element or a piece of text stands where it may not.",
        "Use one of the elements that the message lists, or move it.")
FINDING(BAD_ENCODING, ERROR, "bad-encoding",
        "A file is no text of a character set that can be read, is in two of them, or holds a NUL byte.",
        "Save it again as CSV UTF-8, or as XML in UTF-8; or say `encoding`.")
FINDING(BAD_EXPRESSION, ERROR, "bad-expression",
        "What stands between {{ and }} cannot be read.",
        "Write a name, optionally [row], .column and |pipe.")
FINDING(BAD_FIGURE, ERROR, "bad-figure",
        "A cell that must hold a figure holds something else.",
        "Correct the cell; a spreadsheet error or 1.2E+05 must be mended where the file was made.")
FINDING(BAD_OFFICE_FILE, ERROR, "bad-office-file",
        "A workbook or Word file is damaged, locked with a password, or of another format than its name says.",
        "Open it in the program that made it and save it again as .xlsx, .ods or .docx, without a password.")
FINDING(BAD_PICTURE, ERROR, "bad-picture",
        "A picture is damaged, or neither PNG nor JPEG.",
        "Copy it again, or open it and save it as PNG (maps, drawings) or JPEG (photographs).")
FINDING(BAD_STYLE, ERROR, "bad-style",
        "The style sheet loads something, is not closed, or could not stand in a page.",
        "Take it out, or close it, at the place named; see docs/templates.md.")
FINDING(BAD_VALUE, ERROR, "bad-value",
        "An attribute or field has a value that it cannot have.",
        "Use one of the values that the message lists.")
FINDING(BAD_XML, ERROR, "bad-xml",
        "The file is not well-formed XML, or has a DOCTYPE or an entity.",
        "Correct it at the place named; write &amp; for &.")
FINDING(BAD_YEAR, ERROR, "bad-year",
        "A financial year is malformed or breaks the sequence of its columns.",
        "Write 2012/13, and neighbouring years in order.")
FINDING_OF_CELL(BALANCE, ERROR, "balance",
        "A balance carried forward is not what its year gives, or is not brought forward as it was.",
        "Correct the balance or the rows above it, or acknowledge a fault that was published.")
FINDING_OF_CELL(BEFORE, WARNING, "before",
        "A figure of the time before, or a balance brought forward, is not what the data of that time says.",
        "Correct it, or say why it was restated; or acknowledge what was published.")
FINDING(BELOW_TOTAL, WARNING, "below-total",
        "A row stands below the total of its table, and is in none.",
        "Put it above the total; another table belongs into a file of its own, what pays for a total is a line of the kind.")
FINDING(BLANK_CELL, WARNING, "blank-cell",
        "With `--accessibility`: cells of a table are blank, and nothing says why.",
        "Say it in a word: nil, not yet known, not applicable; or leave out a row or column that has nothing.")
FINDING(BLANK_HEADER, WARNING, "blank-header",
        "With `--accessibility`: a header cell of a table is blank, or a row has none though others do.",
        "Fill the cell: it names the cells of its row or column to whoever hears them.")
FINDING(BOLD_HEADING, WARNING, "bold-heading",
        "With `--accessibility`: a paragraph of a few bold words stands where a heading would.",
        "Write it as a heading, so that it can be jumped to.")
FINDING_OF_CELL(BOUND, WARNING, "bound",
        "A figure is beyond the bound that its row gives for it.",
        "Correct the figure or the bound; say in the text why it is so, where it is.")
FINDING(CALENDAR, ERROR, "calendar",
        "Working days are asked for that lie outside the days which the template's calendar knows of.",
        "Correct the date; or enter the bank holidays of the missing years in a calendar of your own.")
FINDING(CAPITALS, WARNING, "capitals",
        "With `--accessibility`: a heading, a paragraph or five words in a row are in capitals.",
        "Write them as in a sentence.")
FINDING(CHANGED, ERROR, "changed",
        "A file was written to, or was removed, while a report was made from it.",
        "Run again when nobody writes to it; nothing was made from half of it.")
FINDING(CHART_ALT, WARNING, "chart-alt",
        "The alternative text that an author gives a picture is longer than 300 characters: nobody can stop and go back in it.",
        "Say what is seen, its extremes and its change; the table has every figure.")
FINDING(CHART_BETTER, WARNING, "chart-better",
        "A picture has a good and a bad side, and the kind does not say which figures of the column are good.",
        "Say `better` in the column of the kind.")
FINDING(CHART_COLOURS, WARNING, "chart-colours",
        "Two colours that stand beside each other in `charts`, and so in charts, can hardly be told apart: less than 3:1 (WCAG 2.2, 1.4.11).",
        "Let dark colours and colours of middle brightness take turns.")
FINDING(CHART_CROWDED, WARNING, "chart-crowded",
        "A picture shows more than can be told apart.",
        "Draw the first and the rest as one (`top`, `other`), or as the kind of picture that the message names.")
FINDING(CHART_EMPTY, ERROR, "chart-empty",
        "A picture is asked for that would draw nothing.",
        "Ask for other columns or rows, or take it out.")
FINDING(CHART_FEW, WARNING, "chart-few",
        "A line of fewer than four points: it shows no course.",
        "Draw columns, or say it in a sentence.")
FINDING(CHART_ORDER, WARNING, "chart-order",
        "A line joins what has no order: its categories are no times.",
        "Draw bars or columns, or give the column of times the role `period`.")
FINDING(CHART_REST, WARNING, "chart-rest",
        "The rest of a picture, drawn as one, is more than twice as large as the largest that it names.",
        "Name more of them (`top`), or draw those that are named without the rest.")
FINDING(CHART_SIGNS, ERROR, "chart-signs",
        "Parts of one bar have different signs: stacked, they would not make up its total.",
        "Draw them as a waterfall or beside each other.")
FINDING(CHART_SUM, ERROR, "chart-sum",
        "A total that a picture shows is not the sum of what it draws.",
        "Add what is missing, correct the total, or acknowledge the fault of the total (`sum`) where it was published.")
FINDING(CHART_TITLE, WARNING, "chart-title",
        "The title of a picture has more than twelve words.",
        "Say what is seen in ten, and the rest in the subtitle.")
FINDING(CHART_UNITS, ERROR, "chart-units",
        "Figures of different units would stand on one scale.",
        "Draw a picture for each unit.")
FINDING(CMYK_PICTURE, WARNING, "cmyk-picture",
        "A picture is in CMYK, the colours of a printing press, and was turned into RGB.",
        "Save it as RGB (sRGB) to decide yourself how its colours look.")
FINDING(COPIED_COLUMN, WARNING, "copied-column",
        "Two columns that mean different things have the same figures in all rows.",
        "Correct the column that was copied, or leave it blank until its figures are known.")
FINDING_OF_CELL(CROSS_TOTAL, ERROR, "cross-total",
        "Two figures that a `check` of the report or its template says are the same are not.",
        "Correct the one that is wrong, or acknowledge a fault that was published.")
FINDING_OF_CELL(DATE_ORDER, ERROR, "date-order",
        "Of two days of a row the later comes first.",
        "Correct the day that is wrong.")
FINDING(DOUBTFUL, WARNING, "doubtful",
        "Data was read, but is perhaps not what was meant.",
        "Look at the cell; correct it, or say in the data element how it is meant.")
FINDING_OF_CELL(DUPLICATE, WARNING, "duplicate",
        "Two rows are the same in what should tell them apart.",
        "Remove one of them, if what it says was counted twice.")
FINDING(DUPLICATE_ID, ERROR, "duplicate-id",
        "Two things have the same id.",
        "Give one of them another.")
FINDING(ENCODING_DOUBT, WARNING, "encoding-doubt",
        "A file could be in more than one character set, which differ in a letter or a sign of currency, or is said to be in one that it is not in.",
        "Save it again as UTF-8, or say `encoding` where it is named.")
FINDING(EXEMPT, ERROR, "exempt",
        "Text of the published copy prints or refers to something that is internal.",
        "Mark the text copy=\"internal\", or rest it on what may be published.")
FINDING(FAINT_DRAWING, WARNING, "faint-drawing",
        "A colour of charts hardly differs from the page: less than 3:1 (WCAG 2.2, 1.4.11).",
        "Take the colour that the message proposes, or a darker one.")
FINDING(FAINT_TEXT, ERROR, "faint-text",
        "The colour of words hardly differs from what is behind them: less than 4.5:1, or 3:1 in large type (WCAG 2.2, 1.4.3).",
        "Take the colour that the message proposes, or one further from what is behind it.")
FINDING(FONT_LACKS, WARNING, "font-lacks",
        "A face of the house style has no minus, pound sign or dagger, or lacks letters of the report's language.",
        "Choose a face that has them: what a fallback gives looks unlike the rest.")
FINDING(FROZEN, ERROR, "frozen",
        "A report that was published, and is not to be written again, has lost its files, or they were edited.",
        "Bring them back from a backup; or take `frozen` away, so that they are made anew.")
FINDING(GUIDANCE, ERROR, "guidance",
        "Guidance for the author was left in the report.",
        "Replace it with the text it asks for, or remove it.")
FINDING(HIDDEN_CELLS, ERROR, "hidden-cells",
        "A workbook hides what would be read: a sheet, a row, a column, a cell under a merged one, or words in the colour of what is behind them.",
        "Show it or delete it in the workbook; or say hidden=\"leave-out\" or hidden=\"read\" in the data element.")
FINDING(HTML_ENTITY, WARNING, "html-entity",
        "A cell, or a text of XML, has a reference such as &amp; or &nbsp; as letters, which are printed so.",
        "Type the character itself.")
FINDING(LANGUAGE, WARNING, "language",
        "The code of a language is none, or no wording is of a language in which words are to be printed; with `--accessibility` also one that marks words as what they are anyway.",
        "Write en-GB, cy, gd and the like, on words in another language alone; or add a wording.")
FINDING(LAYOUT_TABLE, WARNING, "layout-table",
        "With `--accessibility`: a table has one column, or one row below its head.",
        "Print a list, or a sentence.")
FINDING(LEFT_OUT, NOTE, "left-out",
        "Said under -v: columns or rows of the data that nobody asked for are not read, or are not printed.",
        "Nothing, if that is right; otherwise name the column in columns, or map it.")
FINDING(LIMIT, ERROR, "limit",
        "The input is larger or deeper than the program reads.",
        "Split it, or raise --max-memory.")
FINDING(LONG_ALT, WARNING, "long-alt",
        "With `--accessibility`: an alternative text is longer than 250 characters, or 1,000 for a picture that is drawn from data.",
        "Say the gist there, the rest in a paragraph; print fewer rows as a picture.")
FINDING(LONG_EMPHASIS, WARNING, "long-emphasis",
        "With `--accessibility`: more than 25 words in a row are bold or italic.",
        "Stress the few words that matter.")
FINDING(LONG_NOTE, WARNING, "long-note",
        "A note is longer than a page.",
        "Put it into the text, or into an appendix.")
FINDING(LONG_SECTION, WARNING, "long-section",
        "With `--accessibility`: more than 1,500 words of prose stand below one heading.",
        "Give it sub-headings.")
FINDING(LONG_TABLE, WARNING, "long-table",
        "A table has more rows than anybody reads.",
        "Print a summary: the CSV file itself travels inside the PDF.")
FINDING(MANGLED_TEXT, WARNING, "mangled-text",
        "A text was UTF-8 and was read as another character set before it came here: â€™ for ’.",
        "Type what the message says was meant, or export the text again as UTF-8.")
FINDING(MANY_COLUMNS, WARNING, "many-columns",
        "With `--accessibility`: a table has more than 12 columns.",
        "Leave columns out, or split the table into several.")
FINDING(MISSING, ERROR, "missing",
        "Something that must be there is not.",
        "Add it.")
FINDING(NO_CAPTION, WARNING, "no-caption",
        "With `--accessibility`: a table has no caption.",
        "Say in its caption what it shows.")
FINDING(NO_FILE, ERROR, "no-file",
        "A file that the report names cannot be opened or read.",
        "Correct the name, or put the file in the report's folder.")
FINDING(NO_GLYPH, ERROR, "no-glyph",
        "No font of the house style has a character of the text.",
        "Replace the character, or add a fallback font to the house style.")
FINDING(NO_ROWS, WARNING, "no-rows",
        "Data has headings, but nothing below them.",
        "Nothing, if there is nothing to tell; otherwise look at the file.")
FINDING(NO_VALUE, ERROR, "no-value",
        "A cell of a workbook holds an error, a formula that was never worked out, or a value that its format does not show.",
        "Mend the formula, open and save the workbook in Excel or LibreOffice, or give the cell another format.")
FINDING(NOT_CSV, ERROR, "not-csv",
        "A data file is a workbook, a ragged table, has its columns in two orders, or has an open quote.",
        "Export the sheet as CSV UTF-8; correct the record named.")
FINDING(NOT_USED, WARNING, "not-used",
        "Something was given and nobody will see it: nothing prints it, names it in an expression or sends it along.",
        "Print or name it, or remove it.")
FINDING(NOTE_MARK, WARNING, "note-mark",
        "A mark such as * or ¹ has no note below its table, or a note there has no mark.",
        "Write the missing one, or take the other away.")
FINDING(OF_DIFFERS, ERROR, "of-differs",
        "A header field says something else than that of the report that this one belongs to.",
        "Remove the field, which is then that of the other, or correct the other.")
FINDING(OF_FAULTS, ERROR, "of-faults",
        "The report that this one belongs to has faults, so that nothing can be taken from it.",
        "Check that report, and mend it first.")
FINDING(OLD_YEAR, WARNING, "old-year",
        "A title, heading or caption names an earlier financial year than the data that stands below it.",
        "Correct the words, or the as-at of the data.")
FINDING(OUTSIDE, ERROR, "outside",
        "A path leaves the report's folder.",
        "Copy the file into the report's folder and name it there.")
FINDING(PAGE_FILL, NOTE, "page-fill",
        "Said under -v: a page is less than 55% full because what follows does not fit on it, or the last one less than 15%.",
        "Move text before a large table or picture, let the table be smaller, or shorten the text by the lines of the last page.")
FINDING(PERIOD, ERROR, "period",
        "A heading names another period or year than the data has.",
        "Correct the heading, or the as-at of the data or the period of the report.")
FINDING(PREVIOUS, ERROR, "previous",
        "The period before cannot be compared with: it is not there, has a fault, is of another kind or for other readers.",
        "Correct `previous`, or build with a path that both reports lie below; ask `when=\"previous\"` where there may be none.")
FINDING(PRINTED_TWICE, WARNING, "printed-twice",
        "The template prints what the report gives once, the prose of a section, recommendations, papers, people, a second time.",
        "Take one of the two out, or give them `when` or `medium` by which no reader meets both. What is meant to stand twice is written once, in a piece, and used twice.")
FINDING_OF_CELL(PRODUCT, ERROR, "product",
        "An amount is not its units times its rate.",
        "Correct the row, or acknowledge a fault that was published.")
FINDING_OF_CELL(RAG, WARNING, "rag",
        "A colour is not what the figures of its row and the limits of its kind give.",
        "Correct the colour or the figures, or the limits in the kind where the council has others.")
FINDING_OF_CELL(RATE, WARNING, "rate",
        "An amount is by none of the rates that its kind of table knows: VAT of 25%.",
        "Correct the amount, or what it is of; an invoice of several rates may stand in a row for each, or be acknowledged.")
FINDING(RESPELT, WARNING, "respelt",
        "A row that is new has nearly the name of one that is gone since the period before.",
        "Spell it alike in both files, if it is one row.")
FINDING_OF_CELL(ROUNDING, WARNING, "rounding",
        "Figures that were each rounded by themselves do not add up as printed.",
        "A line under the table says so; look whether that is all it is.")
FINDING(RULE_FAILED, ERROR, "rule-failed",
        "The report does not do what a rule (`templates/rules/`) asks.",
        "Do what the message says; where the law does not ask it of this report, change or remove the rule in a file of rules of your own.")
FINDING(RULE_OPEN, NOTE, "rule-open",
        "Said under -v, and in the list of `check`: whether the report does what a rule asks cannot be computed, since a field says nothing. It has not passed.",
        "Give the field that the message names, or look yourself.")
FINDING(RULE_UNREAD, WARNING, "rule-unread",
        "Whether the report does what a rule asks cannot be computed: a calendar ends before the day that is asked about, or a field says what cannot be read. It has not passed.",
        "Correct the field, or give the calendar the holidays of further years; or look yourself.")
FINDING(RULE_WARNED, WARNING, "rule-warned",
        "The report does not do what a rule asks that only warns.",
        "Look whether it is right; do what the message says where it is not.")
FINDING(SAME_CAPTION, WARNING, "same-caption",
        "With `--accessibility`: two tables have the same caption.",
        "Say in each what sets it apart.")
FINDING(SAME_HEADING, WARNING, "same-heading",
        "With `--accessibility`: two headings under the same one have the same words.",
        "Say in each what sets it apart.")
FINDING(SAME_LINK, WARNING, "same-link",
        "With `--accessibility`: two links have the same words and lead to different addresses.",
        "Give each words of its own.")
FINDING(SAMPLE_WORDS, WARNING, "sample-words",
        "What `councilpress new` put there stands there still: a section that says its heading, a field its name, rows called as their columns are.",
        "Write what the report says, or take it out.")
FINDING_OF_CELL(SHARES, ERROR, "shares",
        "A share is not its amount's part of the total.",
        "Correct the share or its amount, or acknowledge a fault that was published.")
FINDING_OF_CELL(SIGN, ERROR, "sign",
        "A letter such as A or F, or the word in brackets of a heading, says "
        "otherwise than the sign of its figures.",
        "Correct the letter or the heading, or the sign.")
FINDING(SILENT_CELL, WARNING, "silent-cell",
        "With `--accessibility`: a cell of a table, or of its heads, holds an arrow, a tick, a dash or other signs alone, which no voice speaks.",
        "Write the word, or give the column choices whose titles are words.")
FINDING(SILENT_MINUS, WARNING, "silent-minus",
        "With `--accessibility`: a figure below nought was typed with a hyphen, which voices pass over: it is heard as one above.",
        "Write a minus sign, − (U+2212), or have the figure printed from data or a value.")
FINDING(SMALL_TEXT, WARNING, "small-text",
        "The body text is smaller than 12 points.",
        "Set the house style's body size to 12pt or more.")
FINDING(STALE, JUDGE, "stale",
        "With `--typed`: a sentence stood in the report that `previous` names as well, and names a month without its year.",
        "Bring it up to date, or write the year.")
FINDING_OF_CELL(STATUS, WARNING, "status",
        "A status and the days of its row disagree.",
        "Correct the status or the day.")
FINDING_OF_CELL(SUM, ERROR, "sum",
        "A total in the data is not the sum of its rows.",
        "Correct the total or the rows, or acknowledge a fault that was published.")
FINDING(TALL_CELL, WARNING, "tall-cell",
        "A row of a table is taller than a page and was split.",
        "Shorten the text of its tallest cell, or move it out of the table.")
FINDING_OF_CELL(TICKS, WARNING, "ticks",
                "Of columns to tick none is ticked in this row, or more than "
                "one.",
                "Tick the one that holds; what is not yet known may have a "
                "column of its own.")
FINDING(TOO_LONG, WARNING, "too-long",
        "A section has more words than its template allows.",
        "Shorten it, or ask for another limit in the template.")
FINDING_OF_CELL(TREND, WARNING, "trend",
        "A trend is not what the figures of its row give.",
        "Correct the trend or the figures.")
FINDING(TYPED_FIGURE, JUDGE, "typed-figure",
        "With `--typed`: an amount or a percentage was typed in prose, and no figure of the data is the same.",
        "Write it as an expression, so that it follows the data; leave it where it comes from elsewhere.")
FINDING(TYPED_LIST, WARNING, "typed-list",
        "Lines or items of Markdown begin with marks that somebody typed: `i.`, `a)`, `(1)`. They stay lines, and are no list.",
        "Begin each with `1.` or `-`: the template has the marks.")
FINDING(TYPED_NUMBER, WARNING, "typed-number",
        "A number was typed before words of a heading or paragraph that the template numbers: both are printed.",
        "Take it away; what refers to it can be a `ref`, which follows when numbers move.")
FINDING(TYPED_REFERENCE, JUDGE, "typed-reference",
        "With `--typed`: the number of a section or paragraph was typed in prose.",
        "Write `<ref to=\"id\"/>`, in Word `{{ref(id)}}`, which prints the number that it has; leave it where another document is meant.")
FINDING(UNCHECKED, NOTE, "unchecked",
        "Said under -v: a check was not made, since the data lacks what it compares or the kind has none.",
        "Nothing, if it is right; otherwise give the data the column or the total.")
FINDING(UNCOMPARED, WARNING, "uncompared",
        "A row is not compared with the period before: it has no name, or several rows have its name.",
        "Give each row a name of its own, or one in its group; or compare a view that groups rows by their name.")
FINDING(UNKNOWN_BALANCE, WARNING, "unknown-balance",
        "A row is called as balances are, and its kind has no line called so: it is neither counted nor summed.",
        "Add its name to a line of the kind: `opening` or `closing` for a balance, `plain` for a row like any other.")
FINDING(UNKNOWN_NAME, ERROR, "unknown-name",
        "A template, section, kind, generator, column, value or reference is not known.",
        "Correct the name; the message gives the nearest one.")
FINDING(UNKNOWN_TOTAL, WARNING, "unknown-total",
        "A row looks like a total, and its kind has no line called so.",
        "Add its name to the line of that role in the kind, or name the row for what it is.")
FINDING(UNUSED_SERIES, NOTE, "unused-series",
        "Nothing in a template has a series of labels that it describes; lists of reports may, by their style.",
        "Remove the series, or name it where it was meant to be: `numbering`, `section`, `list`.")
FINDING(VAGUE_ALT, WARNING, "vague-alt",
        "With `--accessibility`: an alternative text is the name of a file, a word such as chart, or the caption again, or begins with image of.",
        "Say in a sentence what somebody who sees the picture learns.")
FINDING(VAGUE_HEADING, WARNING, "vague-heading",
        "With `--accessibility`: a heading says nothing of what follows it.",
        "Name what the section is about.")
FINDING(VAGUE_LINK, WARNING, "vague-link",
        "With `--accessibility`: the words of a link are its address, or such as here or read more.",
        "Name what the reader will find there.")
FINDING(VAGUE_TITLE, WARNING, "vague-title",
        "With `--accessibility`: the title is the name of a file, that of the template, or a word such as untitled.",
        "Give the report a title of its own.")
FINDING(WEAK_ALT, WARNING, "weak-alt",
        "The alternative text of a picture was made by a machine, or is the name of a file.",
        "Say what the picture tells.")
FINDING(WHICH_TABLE, ERROR, "which-table",
        "A workbook has several tables, and nothing says which is meant.",
        "Copy one of the ranges that the message names into the data element.")
FINDING(WIDE_TABLE, ERROR, "wide-table",
        "A table has more columns than fit across a page.",
        "Leave columns out, or split the table into several.")
FINDING(WIDE_WORD, WARNING, "wide-word",
        "A word is wider than its line and was broken.",
        "Put a space or a hyphen into it.")
FINDING(WORD_LEFTOVER, ERROR, "word-leftover",
        "A Word file has what is not meant for readers: a tracked change, a comment, hidden words, a control that nobody filled in, a field whose words are old.",
        "Accept or reject changes, delete comments and hidden words, write the words of fields.")
/* clang-format on */
#undef FINDING_OF_CELL
