"""Many programs at a time: what corten says of each, and what the sanitizers say of those it accepts.

The programs of a batch stand in one file, so that starting the checker and the compilers costs
little. A program is accepted when no finding is in its lines. The accepted ones are compiled
twice, with AddressSanitizer and UndefinedBehaviorSanitizer and with MemorySanitizer (for what was not
initialised), and run by harness.c. Signed overflow is outside the guarantee (docs/soundness.md).

    Outcome.state   'rejected' with .rules   'accepted'   'violation' with .report   'not C' """
import collections
import os
import re
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
CORTEN = os.path.abspath(os.environ.get('CORTEN', os.path.join(TOP, 'build/corten')))
CLANG = os.environ.get('SOUND_CC', 'clang')
COMMON = ['-std=gnu11', '-O0', '-gline-tables-only', '-Wno-everything', '-Werror=return-type', '-fno-sanitize-recover=all', '-I' + os.path.join(TOP, 'include'), '-I' + HERE]
SANITIZERS = {
    'address': ['-fsanitize=address,undefined', '-fno-sanitize=signed-integer-overflow'],
    'memory': ['-fsanitize=memory', '-mllvm', '-msan-eager-checks=1'],
}
WRAPPED = ['malloc', 'calloc', 'realloc', 'free', 'strdup', 'open', 'close', 'fopen', 'fclose']
ENVIRONMENT = dict(os.environ, CORTEN_HOME=TOP, LC_ALL='C.UTF-8', NO_COLOR='1',
                   ASAN_OPTIONS='detect_leaks=0:detect_stack_use_after_return=1:allocator_may_return_null=1:quarantine_size_mb=16:symbolize=0',
                   MSAN_OPTIONS='allocator_may_return_null=1:symbolize=0', UBSAN_OPTIONS='print_stacktrace=0:symbolize=0')


class Outcome:
    def __init__(self):
        self.state, self.kind, self.report = 'accepted', '', ''
        self.lines = []  # findings: (line of the program, rule, text)


def layout(programs, path, level=True):
    """One file; returns for each program its first and last line."""
    out = ['#include "prelude.h"'] + (['#pragma corten safe'] if level else [])
    spans = []
    for i, text in programs:
        text = text.rstrip('\n').replace('@', f'p{i}_')
        spans.append((i, len(out) + 1, len(out) + text.count('\n') + 1))
        out += text.split('\n')
    with open(path, 'w', encoding='utf-8') as f:
        f.write('\n'.join(out) + '\n')
        if not level:
            for i, _ in programs:
                f.write(f'long p{i}_main();\n')
            f.write('long (*const table[])() = {' + ', '.join(f'p{i}_main' for i, _ in programs) + '};\n')
            f.write(f'const int table_size = {len(programs)};\n')
    return spans


def program_at(spans, line):
    for i, first, last in spans:
        if first <= line <= last:
            return i
    return None


class CheckerFailed(Exception):
    pass


def check(programs, path, outcomes):
    """Asks corten; findings are noted in the outcomes."""
    spans = layout(programs, path)
    done = subprocess.run([CORTEN, 'check', '--one-line', '--', 'cc', '-std=gnu11', '-I' + os.path.join(TOP, 'include'),
                           '-I' + HERE, '-c', path], env=ENVIRONMENT, capture_output=True, text=True, timeout=300, errors='replace')
    found = re.findall(r'^[^:\n]+:(\d+):\d+: error: (.*?)(?: \[([-a-z]+)\])?$', done.stdout + done.stderr, re.M)
    broken = {program_at(spans, int(line)) for line, _, rule in found if rule in ('syntax', '')} - {None}
    if broken:  # what is no C keeps the rest from being looked at
        for i in broken:
            outcomes[i].state = 'not C'
        return check([p for p in programs if p[0] not in broken], path, outcomes)
    if done.returncode not in (0, 1):
        raise CheckerFailed(f'exit code {done.returncode}\n{done.stderr[-2000:]}{done.stdout[-500:]}')
    first = {i: line for i, line, _ in spans}
    for line, text, rule in found:
        i = program_at(spans, int(line))
        if i is not None:
            outcomes[i].state = 'rejected'
            outcomes[i].lines.append((int(line) - first[i], rule, text))


def compile_one(programs, path, sanitizer, harness):
    """The programs that it was compiled of; what a compiler rejects is left out."""
    while programs:
        spans = layout(programs, path, level=False)
        binary = path[:-2] + '.' + sanitizer
        done = subprocess.run([CLANG, *COMMON, *SANITIZERS[sanitizer], path, harness[sanitizer], '-o', binary]
                              + [f'-Wl,--wrap={name}' for name in WRAPPED], capture_output=True, text=True, errors='replace')
        if done.returncode == 0:
            return binary, programs, []
        wrong = {program_at(spans, int(m)) for m in re.findall(re.escape(path) + r':(\d+):\d+: error', done.stderr)}
        wrong |= {int(m) for m in re.findall(r'undefined reference to `p(\d+)_', done.stderr)}
        wrong.discard(None)
        if not wrong:
            raise CheckerFailed(done.stderr[-3000:])
        kept = [p for p in programs if p[0] not in wrong]
        return (*compile_one(kept, path, sanitizer, harness)[:2], sorted(wrong)) if kept else (None, [], sorted(wrong))
    return None, [], []


def run(binary, programs, outcomes, sanitizer):
    start = 0
    while start < len(programs):
        done = subprocess.run([binary, str(start)], env=ENVIRONMENT, capture_output=True, timeout=600, stdin=subprocess.DEVNULL)
        text = done.stderr.decode('utf-8', 'replace')
        for m in re.finditer(r'^LEAK (\d+) (\d+)$', text, re.M):
            o = outcomes[programs[int(m.group(1))][0]]
            if o.state != 'violation':
                o.state, o.kind, o.report = 'violation', 'leak', f'leak on input {m.group(2)}'
        if re.search(r'^DONE$', text, re.M):
            return
        m = re.search(r'^(DIED|SLOW) (\d+) (\d+)$', text, re.M)
        if not m:
            raise CheckerFailed(f'{binary} ended with {done.returncode}: {text[-1500:]}')
        at = int(m.group(2))
        if m.group(1) == 'DIED':
            o = outcomes[programs[at][0]]
            what = re.search(r'(?:ERROR|WARNING): (\w+: .*)|runtime error: (.*)', text)
            o.state, o.report = 'violation', f'{what.group(0) if what else text[-300:]} on input {m.group(3)}'
            kind = re.search(r'Sanitizer: ([\w-]+)|runtime error: ([a-z ]+)', text)
            o.kind = (kind.group(1) or kind.group(2)).strip() if kind else 'abort'
        start = at + 1


def build_harness(scratch):
    out = {}
    for name, flags in SANITIZERS.items():
        out[name] = os.path.join(scratch, f'harness.{name}.o')
        subprocess.run([CLANG, *COMMON, *flags, '-c', os.path.join(HERE, 'harness.c'), '-o', out[name]], check=True)
    return out


def evaluate(texts, path, harness, sanitizers=('address', 'memory'), accept_all=False):
    """The outcomes of the programs, in their order."""
    outcomes = collections.defaultdict(Outcome)
    programs = list(enumerate(texts))
    check(programs, path, outcomes)
    accepted = [p for p in programs if accept_all and outcomes[p[0]].state != 'not C' or outcomes[p[0]].state == 'accepted']
    before = {i: outcomes[i].state for i, _ in programs}
    for sanitizer in sanitizers:
        binary, compiled, wrong = compile_one(accepted, path[:-2] + '_run.c', sanitizer, harness)
        for i in wrong:
            outcomes[i].state = 'not C'
        if binary:
            run(binary, compiled, outcomes, sanitizer)
            os.unlink(binary)
        # What has gone wrong once may harm its neighbours where only another sanitizer would see it.
        accepted = [p for p in compiled if outcomes[p[0]].state != 'violation']
    result = [outcomes[i] for i in range(len(texts))]
    for i, o in enumerate(result):
        o.accepted = before[i] == 'accepted'
    return result
