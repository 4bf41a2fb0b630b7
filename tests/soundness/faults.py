"""Single faults, made in C text: what a tired programmer does to a right program.

One table, FAULTS: a name, a line that says what it is, and the edit. An edit is a regular
expression over one line with its replacement, or a function of the lines. Names that begin with `@`
(programs.py) count as names. What comes out need not be wrong, nor C: who calls looks. """
import re


class Fault:
    def __init__(self, name, what, sites):
        self.name, self.what = name, what
        self.sites = sites  # lines -> list of lists of lines


FAULTS = []


def trusted(lines):
    """What stands in __unsafe blocks: nobody promises anything of it."""
    out, depth = [], 0
    for line in lines:
        if depth or '__unsafe' in line:
            out.append(line)
            depth += line.count('{') - line.count('}')
    return out


def places(fault, text):
    """All texts with the fault at one place."""
    lines = text.split('\n')
    before = trusted(lines)
    for make in fault.sites(lines):
        changed = make()
        if trusted(changed) == before:
            yield '\n'.join(changed)


def apply_fault(fault, text, rng):
    """The text with the fault at one place, or None: there is no place for it."""
    some = list(places(fault, text))
    return rng.choice(some) if some else None


def fault(name, what):
    def note(sites):
        FAULTS.append(Fault(name, what, sites))
        return sites
    return note


def replaced(lines, i, *new):
    return lambda: lines[:i] + list(new) + lines[i + 1:]


def edit(name, what, pattern, new, where=None):
    """Each match of the pattern in a line is a place."""
    pattern = re.compile(pattern)

    def sites(lines):
        out = []
        for i, line in enumerate(lines):
            if where and not re.search(where, line) or line.lstrip().startswith(('/*', '*', '#', '//')):
                continue
            for m in pattern.finditer(line):
                out.append(replaced(lines, i, line[:m.start()] + m.expand(new) + line[m.end():]))
        return out
    FAULTS.append(Fault(name, what, sites))


NAME = r'[@\w]+'
PLACE = r'[@\w]+(?:(?:->|\.)\w+|\[[^][]*\])*'
RELEASE = re.compile(r'^\s*(free|fclose|close|[@\w]*(?:drop|free|put|destroy|release))\((.*)\);$')
STATEMENT = re.compile(r'^\s+[^{}#/*\s][^{}]*;$')
HEADS = ('return', 'goto', 'break', 'continue', 'case', 'default', 'else', 'for', 'while', 'if', 'do', 'switch', 'struct', 'union', 'enum')


def plain(line):
    """A statement of its own that jumps nowhere and declares nothing."""
    return bool(STATEMENT.match(line)) and not re.match(r'\s+(' + '|'.join(HEADS) + r')\b', line) \
        and not re.match(r'\s+(const |unsigned |static )*[@\w]+ \**[@\w]+( =|;|\[)', line)


def under_if(lines, i):
    """Is the line the whole body of an if, else or loop?"""
    return i > 0 and bool(re.match(r'\s*(\} )?(if|else|for|while)\b.*[^;{]$', lines[i - 1]))


def without(lines, i):
    indent = re.match(r'\s*', lines[i]).group()
    return replaced(lines, i, indent + ';') if under_if(lines, i) else replaced(lines, i)


def together(indent, *statements):
    return [indent + '{'] + [s for s in statements] + [indent + '}']


# ---- ownership -----------------------------------------------------------------------------------
@fault('delete-release', 'a free, fclose, close or drop is left out')
def _(lines):
    return [without(lines, i) for i, line in enumerate(lines) if RELEASE.match(line)]


@fault('duplicate-release', 'a release is made twice')
def _(lines):
    return [replaced(lines, i, line, line) for i, line in enumerate(lines) if RELEASE.match(line) and not under_if(lines, i)]


@fault('release-earlier', 'a release moves up over one statement')
def _(lines):
    return [lambda i=i: lines[:i - 1] + [lines[i], lines[i - 1]] + lines[i + 1:] for i in range(1, len(lines))
            if RELEASE.match(lines[i]) and STATEMENT.match(lines[i - 1]) and not under_if(lines, i) and not under_if(lines, i - 1)]


@fault('release-much-earlier', 'a release moves up over several statements of its block')
def _(lines):
    out = []
    for i, line in enumerate(lines):
        if not RELEASE.match(line) or under_if(lines, i):
            continue
        indent = re.match(r'\s*', line).group()
        k = i
        while k > 0 and lines[k - 1].startswith(indent) and not re.match(r'\s*(case|default|\w+:)', lines[k - 1]):
            k -= 1
            if i - k >= 2 and re.match(r'\s*', lines[k]).group() == indent and lines[k].strip() not in ('}', '{') \
                    and not lines[k].lstrip().startswith(('}', 'else')) and not under_if(lines, k):
                out.append(lambda i=i, k=k: lines[:k] + [lines[i]] + lines[k:i] + lines[i + 1:])
    return out


@fault('release-in-a-branch', 'a release happens on some paths only')
def _(lines):
    out = []
    for i, line in enumerate(lines):
        if RELEASE.match(line) and not under_if(lines, i):
            out.append(replaced(lines, i, re.match(r'\s*', line).group() + 'if (rand() & 1)', '    ' + line))
    return out


@fault('release-for-drop', 'plain free in place of the destructor')
def _(lines):
    return [replaced(lines, i, re.sub(r'[@\w]+\(&?', 'free(', line, count=1)) for i, line in enumerate(lines)
            if RELEASE.match(line) and not line.lstrip().startswith('free(')]


edit('delete-null-store', 'what says that it owns nothing any more is left out', rf'^(\s+){PLACE} = (NULL|-1);$', r'\1;')
edit('plain-for-own', 'an owning parameter or result is declared as a borrow', r'\*__own ', '*')
edit('own-for-plain', 'a borrowed parameter is declared as owned', r'(struct [@\w]+ \*)(?=[a-z]\w*[,)])', r'\1__own ')


@fault('alias-for-copy', 'the same pointer in place of a copy')
def _(lines):
    return [replaced(lines, i, re.sub(r'strdup\(([^()]*)\)', r'(char *)\1', line)) for i, line in enumerate(lines) if 'strdup(' in line]


@fault('use-after-release', 'the statement before a release comes after it')
def _(lines):
    return [lambda i=i: lines[:i] + [lines[i + 1], lines[i]] + lines[i + 2:] for i in range(len(lines) - 1)
            if plain(lines[i]) and RELEASE.match(lines[i + 1]) and not under_if(lines, i)]


@fault('return-for-goto', 'return where all else is released behind a label')
def _(lines):
    return [replaced(lines, i, re.sub(r'goto \w+;', 'return 0;', line)) for i, line in enumerate(lines)
            if re.match(r'\s+goto (fail|end|out|done|error)', line)]


@fault('early-return', 'one return more, before a release')
def _(lines):
    return [replaced(lines, i, re.match(r'\s*', line).group() + 'if (sizeof(int) == 4)', re.match(r'\s*', line).group() + '    return 0;', line)
            for i, line in enumerate(lines) if RELEASE.match(line) and not under_if(lines, i)]


@fault('early-return-void', 'the same of a function without a result')
def _(lines):
    return [replaced(lines, i, re.match(r'\s*', line).group() + 'if (sizeof(int) == 4)', re.match(r'\s*', line).group() + '    return;', line)
            for i, line in enumerate(lines) if RELEASE.match(line) and not under_if(lines, i)]


# ---- checks --------------------------------------------------------------------------------------
@fault('delete-null-check', 'a test for null with its return or goto is left out')
def _(lines):
    out = []
    for i, line in enumerate(lines[:-1]):
        if re.match(rf'\s+if \((!{PLACE}|{PLACE} == NULL)\)$', line):
            out.append(lambda i=i: lines[:i] + lines[i + 2:])
    return out


@fault('delete-check', 'an if with its return, break or goto is left out')
def _(lines):
    return [lambda i=i: lines[:i] + lines[i + 2:] for i in range(len(lines) - 1)
            if re.match(r'\s+if \(.*\)$', lines[i]) and re.match(r'\s+(return|goto|break|continue)\b', lines[i + 1])]


@fault('delete-condition', 'what an if guards happens always')
def _(lines):
    return [lambda i=i: lines[:i] + [lines[i + 1]] + lines[i + 2:] for i in range(len(lines) - 1)
            if re.match(r'\s+if \(.*\)$', lines[i]) and STATEMENT.match(lines[i + 1]) and not re.match(r'\s+(return|goto|break|continue|else)\b', lines[i + 1])
            and not (i + 2 < len(lines) and lines[i + 2].lstrip().startswith('else'))]


edit('negate-condition', 'a condition is turned around', r'\bif \((.*)\)( \{)?$', r'if (!(\1))\2')
edit('true-condition', 'a condition is taken for true', r'\bif \((.*)\)( \{)?$', r'if ((\1) || 1)\2')
edit('false-condition', 'a condition is taken for false', r'\bif \((.*)\)( \{)?$', r'if ((\1) && 0)\2')
edit('delete-checked', 'a __checked() is left out', r'^(\s+)__checked\(.*\);$', r'\1;')
edit('delete-conjunct', 'the second half of an && is left out', r' && [^&|()]*(?:\([^()]*\)[^&|()]*)*(?=\))', '')
edit('delete-first-conjunct', 'the first half of an && is left out', r'(?<=[(])[^&|()]* && ', '')
edit('or-for-and', '|| in place of &&', r' && ', ' || ')
edit('and-for-or', '&& in place of ||', r' \|\| ', ' && ')
edit('ignore-result', 'a result is not looked at', rf'\bif \(({NAME}\([^()]*(?:\([^()]*\)[^()]*)*\)) (?:!=|<|==) (?:0|-1)\)$', r'(void)\1; if (0)')
edit('wrong-result', 'the opposite result counts as success', rf'(\({NAME}\([^()]*(?:\([^()]*\)[^()]*)*\)) != 0\)', r'\1 == 0)')

# ---- bounds --------------------------------------------------------------------------------------
edit('less-or-equal', '<= in place of <', r' < (?!=)', ' <= ')
edit('greater-for-greater-or-equal', '> in place of >=', r' >= ', ' > ')
edit('greater-or-equal', '>= in place of >', r'(?<!-) > ', ' >= ')
edit('unequal-for-less', '!= in place of <', r' < ', ' != ')
edit('equal-for-greater-or-equal', '== in place of >=', r' >= ', ' == ')
edit('index-plus-one', 'an index is one too large', r'(?<=\w)\[([^][]+)\](?= =|;|\)| [-+<>!=&|]|\.)', r'[\1 + 1]', where=r'^\s+[^=]*')
edit('index-minus-one', 'an index is one too small', r'(?<=\w)\[([^][]+)\](?= =|;|\)| [-+<>!=&|]|\.)', r'[\1 - 1]', where=r'^\s')
edit('loop-from-one', 'a loop begins with the second element', r'(for \((?:size_t|int|unsigned) \w+ = )0;', r'\g<1>1;')
edit('smaller-allocation', 'one element or byte too few is allocated', r'\b(malloc|calloc)\(', r'\1(-1 + ')
edit('bytes-for-elements', 'sizeof is forgotten in a size', r' \* sizeof \*?\(?[\w ]+\)?(?=\))', '')
edit('size-of-pointer', 'the size of the pointer in place of the object\'s', r'sizeof \*(\w+)', r'sizeof \1')
edit('larger-count', 'a count that is handed over is one too large', rf'(\b{NAME}\([^()]*, [a-z]\w*)\)', r'\1 + 1)', where=r'^\s+[^#]*;$')
edit('delete-plus-one', 'no room for the last one, or the NUL', r' \+ 1(?=[);])', '')
edit('count-not-lowered', 'a counter stays as it is', rf'^(\s+)(?:{PLACE}--|--{PLACE});$', r'\1;')
edit('count-not-raised', 'a counter stays as it is', rf'^(\s+)(?:{PLACE}\+\+|\+\+{PLACE});$', r'\1;')
edit('wrong-counted-by', 'another field counts the elements', r'__counted_by\(cap\)', '__counted_by(len)')
edit('wrong-bound', 'the capacity in place of the length', r'\b(->|\.)len\b', r'\1cap', where=r'\bfor\b|\bif\b|\bwhile\b')
edit('delete-filled', 'an array counts as filled to its capacity', r' __filled\(\w+\)', '')
edit('delete-invariant', 'an invariant is not declared', r' __invariant\(.*\);', ';')
edit('modulus-one-more', 'an index modulo one too many', r' % (\d+)', r' % (\1 + 1)')
edit('delete-modulus', 'an index is not reduced', r' % (\d+|[a-z]\w*)(?=\])', '')

# ---- initialisation -------------------------------------------------------------------------------
edit('delete-initialiser', 'a variable is declared without its value', r'^(\s+(?:const )?(?:int|long|unsigned|short|size_t|char|struct [@\w]+) \**\w+) = [^;]*;$', r'\1;')
edit('delete-field-store', 'a field is not set', rf'^(\s+)(?:{NAME})(?:->|\.){PLACE} = [^;]*;$', r'\1;')
edit('delete-out-store', 'an out-parameter is not set', r'^(\s+)\*\w+ = [^;]*;$', r'\1;')
edit('delete-nul', 'the NUL at the end is not stored', r"^(\s+).*= '\\0';$", r'\1;')
edit('delete-memset', 'memory is not cleared', r'^(\s+)memset\(.*\);$', r'\1;')
edit('malloc-for-calloc', 'memory that is not zero', r'\bcalloc\(([^,()]+), ([^()]*(?:\([^()]*\))?)\)', r'malloc((\1) * (\2))')
edit('plain-for-inits', 'an out-parameter is declared as one that is filled', r'__inits (?:__when\([^()]*\) )?', '')
edit('no-when', 'an out-parameter that is filled on failure, too', r'__inits __when\([^()]*\)', '__inits')
edit('success-for-failure', 'success is returned on an error path', r'^(\s+)return -1;$', r'\1return 0;')

# ---- order, jumps, names --------------------------------------------------------------------------
@fault('swap-statements', 'two statements change places')
def _(lines):
    return [lambda i=i: lines[:i] + [lines[i + 1], lines[i]] + lines[i + 2:] for i in range(len(lines) - 1)
            if plain(lines[i]) and plain(lines[i + 1]) and not under_if(lines, i)]


@fault('delete-statement', 'a statement is left out')
def _(lines):
    return [without(lines, i) for i, line in enumerate(lines) if plain(line) and not RELEASE.match(line)]


@fault('duplicate-statement', 'a statement stands twice')
def _(lines):
    return [replaced(lines, i, line, line) for i, line in enumerate(lines) if plain(line) and not under_if(lines, i)]


@fault('statement-out-of-branch', 'the last statement of a block comes behind it')
def _(lines):
    return [lambda i=i: lines[:i] + [lines[i + 1], lines[i]] + lines[i + 2:] for i in range(len(lines) - 1)
            if plain(lines[i]) and lines[i + 1].strip() == '}' and lines[i + 1].startswith('    ') and not under_if(lines, i)]


edit('delete-break', 'a break is left out', r'^(\s+)break;$', r'\1;')
edit('delete-continue', 'a continue is left out', r'^(\s+)continue;$', r'\1;')
edit('break-for-continue', 'break in place of continue', r'\bcontinue;', 'break;')
edit('wrong-tag', 'another tag is stored or asked for', r'\b(kind|tag) (=|==|!=) (@?)(NUM|NUMBER|IS_NUMBER)\b', r'\1 \2 \3TEXT')
edit('delete-tag-store', 'a tag is not stored', rf'^(\s+){PLACE}(?:->|\.)(?:kind|tag) = [^;]*;$', r'\1;')
edit('swapped-arguments', 'two arguments change places', rf'\b({NAME})\((&?[@\w>.-]+), (&?[@\w>.-]+)([,)])', r'\1(\3, \2\4', where=r'^\s+.*;$')
edit('same-argument', 'the first argument is handed over twice', rf'\b({NAME})\((&[@\w>.-]+), (&[@\w>.-]+)([,)])', r'\1(\2, \2\4', where=r'^\s')
edit('other-pointer', 'next in place of the node itself', r'\bn->(value|key|text)\b', r'n->next->\1')
edit('plus-for-minus', '+ in place of -', r' - ', ' + ')
edit('minus-for-plus', '- in place of +', r'(?<=\w) \+ (?=\w)', ' - ')

# ---- borrows ---------------------------------------------------------------------------------------
edit('delete-captured', 'what is kept is declared as lent', r'__captured_by\(\w+\) ?', '')
edit('delete-lifetimebound', 'the result is declared as bound to nothing', r'__lifetimebound ?', '')
edit('noinvalidate', 'a function promises to move nothing', r'(struct [@\w]+ \*)(v|l|m|b|c)(?=,|\))', r'\1__noinvalidate \2')
edit('delete-nullable', 'what may be null is declared as never null', r' _Nullable', '')
edit('nullable', 'what is never null may be null', r'(\*__own|\*__lifetimebound) (?!_Nullable)', r'\1 _Nullable ')
edit('static-result', 'the result is declared as living for ever', r'^(static const \w+ \*)(?!__static)', r'\1__static ')
