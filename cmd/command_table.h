/*
 * command_table.h - every subcommand: id, function, how its arguments are
 * written, how many there are at least and at most, what is said when there
 * are not so many, and what it does.
 *
 * Included where COMMAND is defined; has no guard for that reason. To add one:
 * a row, and a file of its name with its function. Arguments called NAME are
 * completed with what the subcommand lists when it gets none, others with
 * paths. Then `make options`.
 */
/* clang-format off */
COMMAND(BUILD, build, "PATH...", 1, SIZE_MAX,
        "which report? give a report folder, or a folder of them",
        "write each report")
COMMAND(CHECK, check, "PATH...", 1, SIZE_MAX,
        "which report? give a report folder, or a folder of them",
        "make every check, write nothing")
COMMAND(MERGE, merge, "DIR", 1, 1, "merge takes one folder of outputs",
        "join the shards of a run that built into DIR")
COMMAND(PREVIEW, preview, "PATH...", 1, SIZE_MAX,
        "which report? give a report folder, or a folder of them",
        "show each report in the browser, and follow every save")
COMMAND(TEMPLATES, templates, "[NAME]", 0, 1,
        "templates takes one name",
        "list the templates, or what one of them asks for")
COMMAND(KINDS, kinds, "[NAME]", 0, 1,
        "kinds takes one name",
        "list the kinds of tables, or the headings and checks of one of them")
COMMAND(INSPECT, inspect, "FILE...", 1, SIZE_MAX,
        "which file? give CSV files, workbooks or XML files",
        "say what files of data hold, and which <data> reads them")
COMMAND(DIFF, diff, "OLD NEW", 2, 2,
        "diff takes two report folders, the older first",
        "say what changed in the data of a report")
COMMAND(NEW, new, "DIR", 1, 1, "new takes one folder, which it makes",
        "make a report folder of a template, to fill in")
/* clang-format on */
