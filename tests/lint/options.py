#!/usr/bin/env python3
"""The manual page and the completions have what the tables of cmd/ say.

    options.py [OBJECTS]            prove it (build/release: where option_list is)
    options.py [OBJECTS] --write    write the lists that are made from them

Of the manual page these are the synopsis, the commands and the options: what
each is called, that each has an entry, and in it the values that there are. The
words of an entry that is there stay; a new one begins with the sentence of its
row. Of a completion it is what stands between BEGIN and END.
"""
import itertools
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
MANUAL = ROOT / "docs/man/councilpress.1"
COMPLETION = ROOT / "docs/completion"
BEGIN = "# What follows is made from cmd/option_table.c: make options.\n"
END = "# As far as here.\n"


def tables(objects):
    """Commands and options, each a dict as tests/lint/option_list.c says."""
    done = subprocess.run([objects / "tests/lint/option_list"], check=True,
                          capture_output=True, encoding="utf-8")
    found = json.loads(done.stdout)
    return found["commands"], found["options"]


def names(option):
    """As they are typed: -o, --output."""
    return ([f"-{option['letter']}"] if option["letter"] else []) + \
        [f"--{option['name']}"]


def filled(option, sentence=str):
    """Its sentence, with the values it speaks of."""
    text = sentence(option["help"])
    if option["values"]:
        *most, last = option["values"]
        text = text.replace("{values}", f"{', '.join(most)} or {last}")
        text = text.replace("{all}", last)
    return text


def brief(option, sentence=str):
    """What a shell has room for: what examples and defaults leave."""
    return re.split(r" \(|; |: | such as ", filled(option, sentence))[0]


def capital(text):
    """A name of a value stays as it is typed."""
    return text if text.startswith("{") else text[:1].upper() + text[1:]


# ------------------------------------------------------------ manual page

def synopsis(commands):
    lines = []
    for c in commands:
        lines += [".Nm councilpress", f".Cm {c['name']}", ".Op Ar option ..."]
        for word in c["arguments"].split():
            bare = word.strip("[].").lower()
            many = " ..." if "..." in word else ""
            lines.append(f".{'Op ' if '[' in word else ''}Ar {bare}{many}")
    return "".join(line + "\n" for line in lines)


def item(option):
    """.It Fl o , Fl -output Ar dir"""
    flags = " , ".join("Fl " + name[1:] for name in names(option))
    value = ""
    if option["argument"]:
        value = " Ar " + option["argument"].replace("=", " Ns = Ns Ar ")
    return f".It {flags}{value}\n"


# .Cm a ,
# .Cm b
# or
# .Cm c
LIST_OF_VALUES = re.compile(r"(?:\.Cm \S+ ,\n)*\.Cm \S+\nor\n\.Cm \S+")


def with_values(words, row):
    """The entry WORDS with the values that there are now."""
    values = row.get("values")
    if not values:
        return words
    *most, last = [".Cm " + value for value in values]
    return LIST_OF_VALUES.sub(" ,\n".join(most) + f"\nor\n{last}", words)


def entries(text, item_of, rows, words_of):
    """The list TEXT with an entry for each of ROWS, in their order."""
    old = {}
    for entry in re.split(r"(?m)^(?=\.It )", text)[1:]:
        line, _, words = entry.partition("\n")
        old[re.search(r"(?:Fl -|Cm )([a-z-]+)(?: Ar .*)?$", line).group(1)] = \
            words
    return "".join(
        item_of(row) + with_values(
            old.get(row["name"]) or words_of(row) + ".\n", row)
        for row in rows)


def manual(text, commands, options):
    before, rest = text.split(".Sh SYNOPSIS\n")
    _, rest = rest.split(".Sh DESCRIPTION\n")
    text = before + ".Sh SYNOPSIS\n" + synopsis(commands) + \
        ".Sh DESCRIPTION\n" + rest

    def replace(begin, item_of, rows, words_of):
        head, rest = text.split(begin)
        items, tail = rest.split(".El\n", 1)
        return head + begin + entries(items, item_of, rows, words_of) + \
            ".El\n" + tail

    text = replace(".Bl -tag -width templates\n",
                   lambda c: f".It Cm {c['name']}\n", commands,
                   lambda c: capital(c["help"]))
    return replace("The options are as follows:\n.Bl -tag -width Ds\n", item,
                   options, lambda o: filled(o, capital))


# ------------------------------------------------------------ completions

def choices(patterns_and_words):
    """The lines of a case in sh."""
    return [f"    {' | '.join(patterns)}) {words} ;;"
            for patterns, words in patterns_and_words]


def takes_names(command):
    return command["arguments"].strip("[].") == "NAME"


def bash(commands, options):
    def of(rows):
        return "echo '" + " ".join(n for o in rows for n in names(o)) + "'"

    values = {}
    for option in options:
        if option["argument"]:
            words = "/" if option["folder"] else " ".join(option["values"])
            values.setdefault(f"echo '{words}'", []).extend(names(option))
    each = [c["name"] for c in commands]
    return [
        f"_councilpress_commands='{' '.join(each)}'",
        "",
        "_councilpress_options() # of a command; of all when there is none yet",
        "{",
        "    case $1 in",
        *choices([([name], of(o for o in options
                              if name in o["commands"] or not o["commands"]))
                  for name in each] + [(["*"], of(options))]),
        "    esac",
        "}",
        "",
        "_councilpress_values() # of an option that takes one; / for folders",
        "{",
        "    case $1 in",
        *choices([(patterns, words) for words, patterns in values.items()] +
                 [(["*"], "return 1")]),
        "    esac",
        "}",
        "",
        "_councilpress_takes() # what a command takes: names, or paths",
        "{",
        "    case $1 in",
        *choices([([c["name"]], "echo " + ("names" if takes_names(c) else
                                           "paths")) for c in commands]),
        "    esac",
        "}",
    ]


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


def zsh_spec(option):
    about = "[" + re.sub(r"([\]:\\])", r"\\\1", brief(option)) + "]"
    value = ""
    if option["argument"]:
        action = "_files -/" if option["folder"] else \
            f"({' '.join(option['values'])})" if option["values"] else ""
        value = f":{option['argument']}:{action}"
    long = f"--{option['name']}" + ("=" if value else "")
    if not option["letter"]:
        return quoted(("*" if option["repeats"] else "") + long + about + value)
    short = f"-{option['letter']}" + ("+" if value else "")
    hides = " ".join(names(option)) if option["commands"] else "- *"
    return f"'({hides})'{{{short},{long}}}{quoted(about + value)}"


def zsh(commands, options):
    each = [c["name"] for c in commands]
    lines = [f"local -a subcommands=({' '.join(each)}) specs",
             "local -a of_names=("
             f"{' '.join(c['name'] for c in commands if takes_names(c))})",
             "local command=${words[(r)(" + "|".join(each) + ")]}"]
    for goes_with, some in itertools.groupby(options, lambda o: o["commands"]):
        condition = "" if goes_with in ([], each) else \
            f"[[ $command == ({'|'.join(goes_with)}|) ]] && "
        lines += [condition + "specs+=(",
                  *("    " + zsh_spec(option) for option in some), ")"]
    return lines


def fish(commands, options):
    each = " ".join(c["name"] for c in commands)
    lines = ["function __fish_councilpress_with # one of these, or none yet",
             f"    not __fish_seen_subcommand_from {each}",
             "    or __fish_seen_subcommand_from $argv",
             "end", ""]
    for c in commands:
        lines.append("complete -c councilpress -n "
                     f"'not __fish_seen_subcommand_from {each}' -f "
                     f"-a {c['name']} -d {quoted(capital(c['help']))}")
        if takes_names(c):
            lines.append("complete -c councilpress -n "
                         f"'__fish_seen_subcommand_from {c['name']}' -f "
                         f"-a '(__fish_councilpress_names {c['name']})'")
    return lines + [fish_option(option, each) for option in options]


def fish_option(option, each):
    words = ["complete -c councilpress"]
    goes_with = " ".join(option["commands"])
    about = brief(option, capital)
    if goes_with not in ("", each):
        words.append(f"-n '__fish_councilpress_with {goes_with}'")
    if option["letter"]:
        words.append(f"-s {option['letter']}")
    words.append(f"-l {option['name']}")
    if option["folder"]:
        words.append("-r -f -a '(__fish_complete_directories)'")
    elif option["values"]:
        words.append(f"-x -a '{' '.join(option['values'])}'")
    elif option["argument"]:
        words.append("-x")
        about += f" ({option['argument']})"
    return " ".join(words + ["-d", quoted(about)])


def between(text, lines):
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    return before + BEGIN + "".join(line + "\n" for line in lines) + END + after


def faults(commands, options):
    """What the tables contradict themselves in."""
    for kind, found in (("command", [c["name"] for c in commands]),
                        ("option", [n for o in options for n in names(o)])):
        for name in sorted(found):
            if found.count(name) > 1:
                yield f"{kind} {name} stands there twice"
    for option in options:
        for other in option["others"]:
            if other not in [o["name"] for o in options]:
                yield f"--{option['name']} names --{other}, which is none"
        entry = MANUAL.read_text().split(item(option))[-1].split(".It ")[0]
        for value in option["values"]:
            if not re.search(rf"(?m)^\.Cm {re.escape(value)}( |$)", entry):
                yield (f"{MANUAL.name}: --{option['name']} does not name the "
                       f"value {value}")


def main():
    words = [w for w in sys.argv[1:] if w != "--write"]
    commands, options = tables(ROOT / pathlib.Path((words or ["build/release"])[0]))
    wanted = {MANUAL: manual(MANUAL.read_text(), commands, options)}
    for name, make in (("councilpress.bash", bash), ("_councilpress", zsh),
                       ("councilpress.fish", fish)):
        path = COMPLETION / name
        wanted[path] = between(path.read_text(), make(commands, options))
    old = [path for path in wanted if path.read_text() != wanted[path]]
    if "--write" in sys.argv:
        for path in old:
            path.write_text(wanted[path])
        return 0
    wrong = list(faults(commands, options))
    for line in wrong:
        print(line, file=sys.stderr)
    for path in old:
        print(f"{path.relative_to(ROOT)} is not what cmd/option_table.c and "
              "cmd/command_table.h say: make options", file=sys.stderr)
    if not old and not wrong:
        print(f"options: {len(options)}, in the manual page and in three "
              "completions")
    return 1 if old or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
