"""A smaller program that still is accepted and still goes wrong in the same way.

A candidate is a set of lines that go or change: functions, statements, rows of statements. Those of a
round share a batch. Of the ones that still show the violation as many are taken at once as do so
together. """
import re

import batch


def balanced(lines):
    depth = 0
    for line in lines:
        depth += line.count('{') - line.count('}')
        if depth < 0:
            return False
    return depth == 0


def end_of(lines, i):
    """The line behind the statement that begins at i."""
    depth = 0
    for k in range(i, len(lines)):
        depth += lines[k].count('{') - lines[k].count('}')
        if depth <= 0 and lines[k].rstrip().endswith((';', '}', ':', '*/')):
            return k + 1
    return len(lines)


def inside(lines, at):
    return at < len(lines) and lines[at].startswith(' ') and not lines[at].lstrip().startswith('}')


def statements(lines, size):
    for at in range(len(lines)):
        end = at
        for _ in range(size):
            if inside(lines, end):
                end = end_of(lines, end)
        if end > at and balanced(lines[at:end]):
            yield dict.fromkeys(range(at, end))


def simpler(lines):
    """Blocks without their head, ifs without their condition, values that are numbers."""
    for i, line in enumerate(lines):
        if line.startswith(' ') and line.rstrip().endswith('{') and '__unsafe' not in line:
            k = end_of(lines, i) - 1
            if lines[k].strip() == '}':
                yield {i: None, k: None}
        if re.match(r'\s+(if|else|for|while)\b.*[^{;]$', line):
            yield {i: None}
        m = re.match(r'\s+(?:size_t|int|long) \w+ = (?!\d+;).*;$', line)
        if m:
            yield {i: re.sub(r'= .*;$', '= 1;', line)}
        for m in () if not line.startswith(' ') else re.finditer(r'(?<=[(=] )\(?[@\w.>-]+\)? [-+&|*%]+ |(, [^,()]+)(?=[,)])', line):
            yield {i: line[:m.start()] + line[m.end():]}


def functions(lines):
    start = None
    for i, line in enumerate(lines):
        if line and not line.startswith((' ', '}', '{', '#')) and start is None:
            start = i
        if start is not None and (line.startswith('}') or line.endswith(';') and line[:1].isalpha()):
            if not any('@main(' in gone for gone in lines[start:i + 1]):
                yield dict.fromkeys(range(start, i + 1))
            start = None


def changed(lines, change):
    return [change.get(i, line) for i, line in enumerate(lines) if change.get(i, line) is not None]


def reduce(text, kind, path, harness, sanitizers):
    lines = [line for line in text.split('\n') if line.strip()]

    def hold(changes):
        try:
            found = batch.evaluate(['\n'.join(changed(lines, c)) for c in changes], path, harness, sanitizers)
        except batch.CheckerFailed:
            return []
        return [c for c, o in zip(changes, found) if o.state == 'violation' and o.kind == kind]

    for size in (0, 8, 4, 2, 1, 0, 4, 2, 1):
        while True:
            some = list(functions(lines)) if size == 0 else list(statements(lines, size))
            if size == 1:
                some += simpler(lines)
            good = [c for k in range(0, len(some), 60) for c in hold(some[k:k + 60])]
            if not good:
                break
            # As many as go together: all, half of them, ..., the largest one alone.
            good.sort(key=len, reverse=True)
            steps, n = [], len(good)
            while n >= 1:
                together = {}
                for c in good[:n]:
                    if not any(i in together for i in c):
                        together.update(c)
                steps.append(together)
                n //= 2
            lines = changed(lines, (hold(steps) or [good[0]])[0])
    return '\n'.join(lines) + '\n'
