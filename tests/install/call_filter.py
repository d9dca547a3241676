"""A unit's SystemCallFilter=, as the kernel gets it from systemd.

Starting the service needs root and namespaces (boot.sh), so the filter is made
here from what the unit says and what `systemd-analyze syscall-filter` says
its groups are, and a process takes it on before it runs the program.
"""
import ctypes
import errno
import re
import struct
import subprocess

PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, MODE_FILTER = 22, 38, 2
LOAD, IF_EQUAL, RETURN = 0x20, 0x15, 0x06  # BPF_LD|W|ABS, BPF_JMP|JEQ|K
ALLOW, ERRNO = 0x7FFF0000, 0x00050000


def output(*words, text=""):
    return subprocess.run(words, input=text, encoding="utf-8", check=True,
                          stdout=subprocess.PIPE).stdout


def members(name):
    """Of a group, those of the groups in it included."""
    found = set()
    for line in output("systemd-analyze", "syscall-filter",
                       name).splitlines()[1:]:
        word = line.strip()
        if word.startswith("@"):
            found |= members(word)
        elif word and not word.startswith("#"):
            found.add(word)
    return found


def calls_of(unit_text):
    """Names of the calls that the unit allows, systemd.exec(5)."""
    allowed = members("@default")
    for line in re.findall(r"(?m)^SystemCallFilter=(.*)$", unit_text):
        words = line.lstrip("~").split()
        named = set().union(*(members(w) if w.startswith("@") else {w}
                              for w in words))
        allowed = allowed - named if line.startswith("~") else allowed | named
    return allowed


def numbers():
    """Of every call of this machine, by name."""
    text = output("cc", "-E", "-dM", "-", text="#include <sys/syscall.h>\n")
    return {name: int(n) for name, n in
            re.findall(r"(?m)^#define __NR_(\w+) (\d+)$", text)}


class Filter:
    """What is not allowed fails with EPERM."""

    def __init__(self, unit_text):
        known = numbers()
        code = [struct.pack("HBBI", LOAD, 0, 0, 0)]  # seccomp_data.nr
        for name in sorted(calls_of(unit_text) & known.keys()):
            code.append(struct.pack("HBBI", IF_EQUAL, 0, 1, known[name]))
            code.append(struct.pack("HBBI", RETURN, 0, 0, ALLOW))
        code.append(struct.pack("HBBI", RETURN, 0, 0, ERRNO | errno.EPERM))
        self.code = ctypes.create_string_buffer(b"".join(code))
        self.program = struct.pack("HxxxxxxP", len(code),
                                   ctypes.addressof(self.code))
        self.libc = ctypes.CDLL(None, use_errno=True)

    def __call__(self):
        """For this process and what it runs; as a preexec_fn."""
        if self.libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 or \
                self.libc.prctl(PR_SET_SECCOMP, MODE_FILTER, self.program) != 0:
            raise OSError(ctypes.get_errno(), "no filter")
