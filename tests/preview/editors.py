"""How editors save a file, as it was seen of each."""
import os
import time


def rename_over(path, text):
    other = path.with_name(".new")
    other.write_text(text, encoding="utf-8")
    os.rename(other, path)


def remove_first(path, text):
    path.unlink()
    path.write_text(text, encoding="utf-8")


def in_place(path, text):
    path.write_text(text, encoding="utf-8")


def nano(path, text):
    with open(path, "w", encoding="utf-8") as f:
        f.flush()
        time.sleep(0.002)
        f.write(text)


def vim(path, text):
    probe = path.with_name("4913")
    probe.touch()
    probe.unlink()
    swap = path.with_name("." + path.name + ".swp")
    swap.write_text("b0VIM", encoding="utf-8")
    backup = path.with_name(path.name + "~")
    os.rename(path, backup)
    nano(path, text)
    backup.unlink()
    swap.unlink()


def sed(path, text):
    other = path.with_name("sedAbCdEf")
    other.write_text(text, encoding="utf-8")
    os.rename(other, path)


def libreoffice(path, text):
    lock = path.with_name(".~lock." + path.name + "#")
    lock.write_text(",me,", encoding="utf-8")
    other = path.with_name("lu4711abcd.tmp")
    other.write_text(text, encoding="utf-8")
    os.rename(other, path)
    time.sleep(0.0004)
    with open(path, "a", encoding="utf-8"):
        pass
    lock.unlink()


def remove_write(path, text):
    path.unlink()
    time.sleep(0.0023)
    path.write_text(text, encoding="utf-8")


def slow_writer(path, text):
    with open(path, "w", encoding="utf-8") as f:
        for at in range(0, len(text), len(text) // 5 + 1):
            f.write(text[at:at + len(text) // 5 + 1])
            f.flush()
            time.sleep(0.015)
