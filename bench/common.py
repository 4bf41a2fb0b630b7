"""What the scripts of bench/ share: where programs are, how a process is measured.

Time is what the processor spent (user and system, children included), as waiting is not work, and
on a machine that others use, too, waiting says nothing. Of several runs the least counts: a noisy
neighbour makes a run slower, never faster. Memory is the largest process's peak."""
import json
import math
import os
import resource
import shlex
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CORTEN = os.path.abspath(os.environ.get("CORTEN", os.path.join(TOP, "build", "corten")))
CORPORA = os.path.abspath(os.environ.get("CORTEN_CORPORA") or
                          os.path.join(os.environ.get("TMPDIR") or "/tmp", "corten-corpora"))
ONLY = {"sqlite3": ["sqlite3.c"]}  # the amalgamation alone, not its shell
MEMORY = 8 << 30


def ready(script):
    if not os.access(CORTEN, os.X_OK):
        sys.exit("%s: there is no %s: build first" % (script, CORTEN))
    os.environ.setdefault("CORTEN_HOME", TOP)


def database(name):
    """Where a program's compile database is; one of the kernel may stand in its build folder."""
    for path in (name + "/compile_commands.json", name + "-build/defplus/subset.json"):
        found = os.path.join(CORPORA, path)
        if os.path.exists(found):
            return found
    return None


class Unit:
    def __init__(self, entry):
        self.folder = entry["directory"]
        self.path = os.path.realpath(os.path.join(entry["directory"], entry["file"]))
        self.words = entry.get("arguments") or shlex.split(entry["command"])

    def flags(self):
        """Those that say how the source is to be read: no output, no input, no warnings."""
        out, skip = [], False
        for word in self.words[1:]:
            if skip:
                skip = False
            elif word in ("-o", "-MF", "-MT", "-MQ"):
                skip = True
            elif word in ("-c", "-MD", "-MMD", "-MP", "-MG") or \
                    word.startswith(("-W", "-pedantic", "-O", "-g")):
                continue
            elif not word.endswith(".c"):
                out.append(word)
        return out + ["-w"]


def units(name):
    """The compile database's sources, each once; None when the program is not here."""
    path = database(name)
    if not path:
        return None
    out, seen = [], set()
    for entry in json.load(open(path)):
        unit = Unit(entry)
        if unit.path in seen or not unit.path.endswith(".c"):
            continue
        if name in ONLY and os.path.basename(unit.path) not in ONLY[name]:
            continue
        seen.add(unit.path)
        out.append(unit)
    return out


def write_database(todo, folder):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "compile_commands.json"), "w") as f:
        json.dump([{"directory": u.folder, "file": u.path, "arguments": ["gcc", *u.flags(), "-c", u.path]}
                   for u in todo], f)
    return folder


def _limits(seconds):
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(seconds), math.ceil(seconds) + 1))


class Measured:
    """One process, or several after each other."""

    def __init__(self):
        self.seconds = 0.0   # of processor time
        self.peak = 0.0      # MiB
        self.late = 0        # processes that were ended at the limit
        self.trouble = None  # what else went wrong
        self.each = []       # seconds of each process


def run(folder, words, limit, good_codes=(0,)):
    """limit: processor seconds, after which the process is ended and counts with what it used."""
    m = Measured()
    child = subprocess.Popen(words, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL, preexec_fn=lambda: _limits(limit))
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    m.seconds, m.peak = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    if child.returncode not in good_codes and m.seconds >= 0.99 * limit:
        m.late = 1  # the compiler behind a driver was killed, or the process itself
    elif child.returncode < 0:
        m.trouble = "killed by signal %d" % -child.returncode
    elif child.returncode not in good_codes:
        m.trouble = "exit code %d" % child.returncode
    return m


def run_all(commands, limit, good_codes=(0,)):
    total = Measured()
    for folder, words in commands:
        m = run(folder, words, limit, good_codes)
        total.seconds += m.seconds
        total.each.append(m.seconds)
        total.peak = max(total.peak, m.peak)
        total.late += m.late
        total.trouble = m.trouble or total.trouble
    return total


def table(head, rows):
    """Markdown that reads well as plain text, too."""
    rows = [[str(c) for c in r] for r in rows]
    width = [max(len(r[i]) for r in [head, *rows]) for i in range(len(head))]
    numbers = [all(not r[i] or r[i][0] in "0123456789<>~-" for r in rows) for i in range(len(head))]

    def line(cells):
        return "| %s |" % " | ".join(c.rjust(w) if n else c.ljust(w) for c, w, n in zip(cells, width, numbers))
    rule = "| %s |" % " | ".join("-" * (w - 1) + (":" if n else "-") for w, n in zip(width, numbers))
    return "\n".join([line(head), rule, *map(line, rows)])
