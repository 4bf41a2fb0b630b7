"""Random programs of the safe dialect, most of them right by construction.

What comes in: a seed. What goes out: a Program, its text with `@` where the name of the program
is to stand, and the features that it was made of. The generator keeps a small abstract state while
it writes: what is live, owned, borrowed from what, checked, filled, so what it writes is right
unless it was told to make a fault. How many places there were for one is counted on a first
pass; a second pass of the same seed makes the fault at the place that was drawn.

    program(7).text     static int @rec_init(struct @rec *__inits ...  long @main(int a, ...
    program(7).features {'idiom:vector', 'fault:vector:stale-data'} """
import os
import random
import re

from faults import FAULTS, apply_fault
import idioms_more  # adds to them
from idioms import MODULES
from owners import Owners


class Program:
    def __init__(self, seed, text, features):
        self.seed, self.text, self.features = seed, text, features


# ---- the template language of idioms.py ---------------------------------------------------------
def parse_choices(text, at=0, nested=False):
    """Nodes up to the end, or up to // or }> of the choice that this is inside of."""
    nodes, start = [], at
    while at < len(text):
        if text.startswith('<{', at):
            nodes.append(text[start:at])
            at += 2
            alternatives = []
            while True:
                inner, at = parse_choices(text, at, True)
                alternatives.append(inner)
                if text.startswith('}>', at):
                    at += 2
                    break
                at += 2  # //
            nodes.append(alternatives)
            start = at
        elif nested and (text.startswith('}>', at) or text.startswith('//', at)):
            break
        else:
            at += 1
    nodes.append(text[start:at])
    return nodes, at


PARSED = {}


def parsed(text):
    if text not in PARSED:
        PARSED[text] = parse_choices(text)[0]
    return PARSED[text]


class Gen:
    """The random numbers of one program, and what became of them."""

    def __init__(self, seed, target):
        self.rng = random.Random(seed)
        self.target = target
        self.places = 0
        self.features = set()
        self.serial = 0

    def fault(self, what):
        self.places += 1
        if self.places - 1 != self.target:
            return False
        self.features.add('fault:' + what)
        return True

    def chance(self, percent):
        return self.rng.random() * 100 < percent

    def pick(self, *values):
        return values[self.rng.randrange(len(values))]

    def name(self, stem):
        self.serial += 1
        return f'{stem}{self.serial}'

    def expand(self, text, keys, owner):
        return self.expand_nodes(parsed(text), keys, owner)

    def expand_nodes(self, nodes, keys, owner):
        out = []
        for node in nodes:
            out.append(node if isinstance(node, str) else self.choose(node, keys, owner))
        return ''.join(out)

    def choose(self, alternatives, keys, owner):
        first = alternatives[0][0]
        named = re.match(r'(\w+)=', first)
        right, wrong = [], []
        for nodes in alternatives:
            mark = re.match(r'!([\w-]+) ?', nodes[0])
            if mark:
                wrong.append((mark.group(1), [nodes[0][mark.end():]] + nodes[1:]))
            else:
                right.append(nodes)
        if named:
            right[0] = [first[named.end():]] + right[0][1:]
            if named.group(1) not in keys:
                keys[named.group(1)] = self.rng.randrange(len(right))
            take = right[keys[named.group(1)]]
        else:
            take = right[self.rng.randrange(len(right))]
        for what, nodes in wrong:
            if self.fault(f'{owner}:{what}'):
                take = nodes
        return self.expand_nodes(take, keys, owner)


# ---- the state of a function that is being written ----------------------------------------------
class Thing:
    """An object with an end: owned memory, an array on the heap, an object of a module."""

    def __init__(self, name, release, **more):
        self.name, self.release = name, release
        self.module = more.get('module')
        self.pointer = more.get('pointer', name)
        self.keys = more.get('keys', {})
        self.locked = 0  # borrowed from outside the loop we are in
        self.at_end = more.get('at_end', False)  # released behind the label at the end
        self.outer = False


class Array:
    def __init__(self, name, elem, count, constant=None, thing=None):
        self.name, self.elem, self.count, self.constant, self.thing = name, elem, count, constant, thing


class Body:
    """Writes one function: `long name(int a, int b, const char *s, ... v, size_t n)`."""

    ELEMS = ('int', 'int', 'long', 'unsigned char', 'short', 'unsigned')

    def __init__(self, g, modules, helpers, params):
        self.g, self.modules, self.helpers = g, modules, helpers
        self.lines, self.depth = [], 1
        self.ints = [p for p in params if p in ('a', 'b')]
        self.assigned = []
        self.sizes = ['n'] if 'n' in params else []
        self.strings = ['s'] if 's' in params else []
        self.arrays = [Array('v', 'unsigned char', 'n')] if 'v' in params else []
        self.things, self.borrows = [], []  # borrows: [name, thing, use, nullable]
        self.style = g.pick('inline', 'inline', 'goto')
        self.top = []  # declarations for the goto style
        self.loops = 0
        self.used_end = False

    # -- output
    def out(self, text):
        for line in text.split('\n'):
            self.lines.append('    ' * self.depth + line)

    def leave_text(self, value='-1', keep=()):
        """What leaves the function from here, all that is owned released."""
        g = self.g
        live = [t for t in reversed(self.things) if t not in keep]
        out = []
        for t in live:
            if t.at_end:
                continue
            if g.fault('body:leak-at-exit'):
                continue
            if t.release:
                out.append(t.release)
        if self.style == 'goto':
            self.used_end = True
            out += [f'r = {value};', 'goto end;']
        else:
            out.append(f'return {value};')
        return out

    def leave(self, indent, keep=()):
        """As the body of an if."""
        parts = self.leave_text(keep=keep)
        if len(parts) == 1:
            return indent + parts[0]
        return None, parts

    def guard(self, condition, keep=()):
        """if (condition) leave;"""
        parts = self.leave_text(keep=keep)
        if len(parts) == 1:
            self.out(f'if ({condition})\n    {parts[0]}')
        else:
            self.out(f'if ({condition}) {{')
            for p in parts:
                self.out('    ' + p.replace('\n', '\n    '))
            self.out('}')

    # -- expressions
    def small(self):
        return str(self.g.rng.randrange(8))

    def atom(self):
        g = self.g
        if self.ints and g.chance(65):
            return g.pick(*self.ints)
        return self.small()

    def expr(self):
        g = self.g
        k = g.rng.randrange(8)
        if k < 3:
            return self.atom()
        if k < 5:
            return f'({self.atom()} & 15) {g.pick("+", "-", "*")} {self.small()}'
        if k < 6:
            return f'{self.atom()} % {g.rng.randrange(2, 9)}'
        if k < 7:
            return f'({self.condition()} ? {self.atom()} : {self.atom()})'
        return f'({self.atom()} | {self.small()})'

    def size(self):
        """An expression of type size_t."""
        g = self.g
        k = g.rng.randrange(4)
        if k == 0 and self.sizes:
            return g.pick(*self.sizes)
        if k == 1:
            return f'(size_t)({self.atom()} & 7)'
        return self.small()

    def condition(self):
        g = self.g
        k = g.rng.randrange(6)
        if k == 0 and self.sizes:
            return f'{g.pick(*self.sizes)} > {self.small()}'
        if k == 1 and self.strings:
            return f"{g.pick(*self.strings)}[0] == '{g.pick('a', 'b', 'x')}'"
        return f'{self.atom()} {g.pick("<", ">", "<=", "==", "!=", ">=")} {self.small()}'

    # -- numbers
    def new_int(self):
        g = self.g
        name = g.name('x')
        kind = g.pick('int', 'int', 'long', 'unsigned', 'short')
        value = self.expr()
        if kind == 'unsigned':
            value = f'(unsigned)({value}) & 255'
        if g.chance(60):
            if g.fault('body:uninit-number'):
                self.out(f'{kind} {name};')
            else:
                self.out(f'{kind} {name} = {value};')
        else:
            self.out(f'{kind} {name};')
            self.out(f'if ({self.condition()})\n    {name} = {value};')
            if not g.fault('body:uninit-on-a-path'):
                self.out(f'else\n    {name} = {self.small()};')
        self.ints.append(name)
        if kind != 'unsigned':
            self.assigned.append(name)

    def assign(self):
        if not self.assigned:
            return self.new_int()
        name = self.g.pick(*self.assigned)
        self.out(f'{name} = (({self.expr()}) & 63) {self.g.pick("+", "-")} {self.small()};')

    def add(self):
        self.out(f'r += {self.atom()};')

    # -- arrays
    def local_array(self):
        g = self.g
        name, elem, n = g.name('t'), g.pick(*self.ELEMS), g.rng.randrange(2, 9)
        how = g.rng.randrange(4)
        if how == 0:
            self.out(f'{elem} {name}[{n}] = {{{self.small()}}};')
        elif how == 1:
            self.out(f'{elem} {name}[{n}];')
            if not g.fault('body:uninit-array'):
                self.out(f'memset({name}, 0, sizeof {name});')
        else:
            last, i = n, g.name('i')
            first = 0
            if g.fault('body:half-filled'):
                last -= 1
            elif g.fault('body:first-not-filled'):
                first = 1
            elif g.fault('body:filled-beyond'):
                last += 1
            self.out(f'{elem} {name}[{n}];')
            self.out(f'for (size_t {i} = {first}; {i} < {last}; {i}++)\n    {name}[{i}] = {self.value(elem, i)};')
        self.arrays.append(Array(name, elem, str(n), n))

    def value(self, elem, i=None):
        text = self.g.pick('1', '(i & 1)' if i is None else i, self.atom())
        text = text.replace('(i & 1)', '2')
        return text if elem in ('int', 'long') and text != i else f'({elem})({text})'

    def heap_array(self):
        g = self.g
        name, elem = g.name('p'), g.pick(*self.ELEMS)
        constant, count = None, None
        k = g.rng.randrange(4)
        if k == 0 and self.sizes:
            count = g.name('m')
            self.out(f'size_t {count} = {g.pick(*self.sizes)} % 9 + 1;')
        elif k == 1:
            count = g.name('m')
            self.out(f'size_t {count} = (size_t)({self.atom()} & 7) + {g.pick(1, 2, 3)};')
        elif k == 2 and self.strings:
            count = g.name('m')
            self.out(f'size_t {count} = strlen({g.pick(*self.strings)}) + 1;')
        else:
            constant = g.rng.randrange(1, 9)
            count = str(constant)
        top = self.style == 'goto' and self.depth == 1 and self.loops == 0
        declare = f'{elem} *{name}'
        if top:
            self.top.append(f'{elem} *{name} = NULL;')
            declare = name
        zero = g.chance(30)
        size = f'{count} * sizeof *{name}'
        if g.fault('body:bytes-for-elements'):
            size = count
        elif g.fault('body:one-too-few'):
            size = f'({count} - 1) * sizeof *{name}'
        if zero:
            self.out(f'{declare} = calloc({count}, sizeof *{name});')
        else:
            self.out(f'{declare} = malloc({size});')
        if not g.fault('body:null-not-asked'):
            self.guard(g.pick(f'{name} == NULL', f'!{name}'))
        if not zero:
            i = g.name('i')
            if g.chance(70):
                start, to, less = 0, count, '<'
                if g.fault('body:one-round-more'):
                    less = '<='
                elif g.fault('body:heap-first-not-filled'):
                    start = 1
                elif g.fault('body:heap-half-filled'):
                    to = f'{count} / 2'
                self.out(f'for (size_t {i} = {start}; {i} {less} {to}; {i}++)\n    {name}[{i}] = {self.value(elem, i)};')
            else:
                if not g.fault('body:heap-not-filled'):
                    self.out(f'memset({name}, {g.pick(0, 1)}, {count} * sizeof *{name});')
        t = Thing(name, f'free({name});', at_end=top)
        self.things.append(t)
        self.arrays.append(Array(name, elem, count, constant, t))

    def any_array(self):
        return self.g.pick(*self.arrays) if self.arrays else None

    def index(self):
        a = self.any_array()
        if not a:
            return self.local_array()
        g, k = self.g, self.g.rng.randrange(7)
        if a.constant and k < 3:
            at = g.rng.randrange(a.constant)
            if g.fault('body:constant-beyond'):
                at = a.constant
            if k == 0 and a.name != 'v':
                self.out(f'{a.name}[{at}] = {self.value(a.elem)};')
            else:
                self.out(f'r += {a.name}[{at}];')
        elif k < 4:
            z = g.name('k')
            self.out(f'size_t {z} = {self.size()};')
            if g.fault('body:index-not-asked'):
                self.out(f'r += {a.name}[{z}];')
            elif g.fault('body:index-at-the-end'):
                self.out(f'if ({z} <= {a.count})\n    r += {a.name}[{z}];')
            elif g.chance(30):
                self.out(f'__checked({z} < {a.count});\nr += {a.name}[{z}];')
            else:
                self.out(f'if ({z} < {a.count})\n    r += {a.name}[{z}];')
        elif k < 5:
            i = self.atom()
            if g.fault('body:sign-not-asked'):
                self.out(f'if ({i} < (int){a.count})\n    r += {a.name}[{i}];')
            elif a.constant:
                self.out(f'if ({i} >= 0 && {i} < {a.count})\n    r += {a.name}[{i}];')
            else:
                self.out(f'if ({i} >= 0 && (size_t){i} < {a.count})\n    r += {a.name}[{i}];')
        else:
            z = self.size()
            if a.name == 'v':
                self.out(f'if (n > 0)\n    r += v[{z} % n];')
            else:
                m = a.count if not g.fault('body:modulus-one-more') else f'({a.count} + 1)'
                self.out(f'r += {a.name}[{z} % {m}];')

    def walk(self):
        a = self.any_array()
        if not a:
            return self.heap_array()
        g, k = self.g, self.g.rng.randrange(7)
        const = 'const ' if a.name == 'v' else g.pick('const ', '')
        i, q = g.name('i'), g.name('q')
        more = '<=' if g.fault('body:walk-one-more') else '<'
        if k == 0:
            self.out(f'for (size_t {i} = 0; {i} {more} {a.count}; {i}++)\n    r += {a.name}[{i}];')
        elif k == 1:
            self.out(f'for ({const}{a.elem} *{q} = {a.name}; {q} {more} {a.name} + {a.count}; {q}++)\n    r += *{q};')
        elif k == 2:
            self.out(f'size_t {i} = {a.count};\nwhile ({i} > 0) {{\n    {i}--;\n    r += {a.name}[{i}];\n}}')
        elif k == 3:
            step = '+ 1' if not g.fault('body:next-not-asked') else ''
            self.out(f'for (size_t {i} = 0; {i} {step} < {a.count}; {i}++)\n    r += {a.name}[{i} + 1] - {a.name}[{i}];')
        elif k == 4:
            self.out(f'size_t {i} = 0;\nwhile ({i} < {a.count} && {a.name}[{i}] != {self.small()})\n    {i}++;')
            if g.fault('body:not-found-not-asked'):
                self.out(f'r += {a.name}[{i}];')
            else:
                self.out(f'if ({i} < {a.count})\n    r += {a.name}[{i}];')
        elif k == 5:
            self.out(f'const {a.elem} *{q} = {a.name};\nsize_t {i} = {a.count};\nwhile ({i} > 0) {{\n    r += *{q};\n    {q}++;\n    {i}--;\n}}')
        else:
            z = g.name('k')
            self.out(f'size_t {z} = 0;\nfor (size_t {i} = 0; {i} < {a.count}; {i}++)\n    if ({a.name}[{i}] > {a.name}[{z}])\n        {z} = {i};')
            if a.name == 'v':
                self.out(f'if (n > 0)\n    r += v[{z}];')
            else:
                self.out(f'r += {a.name}[{z}];')

    def copy(self):
        target = [a for a in self.arrays if a.name != 'v']
        if not target:
            return self.heap_array()
        g = self.g
        to = g.pick(*target)
        sources = [a for a in self.arrays if a.elem == to.elem and a is not to]
        if not sources:
            return self.walk()
        source = g.pick(*sources)
        z = g.name('k')
        self.out(f'size_t {z} = {source.count};')
        if not g.fault('body:copy-not-cut'):
            self.out(f'if ({z} > {to.count})\n    {z} = {to.count};')
        if g.chance(60):
            i = g.name('i')
            self.out(f'for (size_t {i} = 0; {i} < {z}; {i}++)\n    {to.name}[{i}] = {source.name}[{i}];')
        else:
            self.out(f'memcpy({to.name}, {source.name}, {z} * sizeof *{to.name});')

    def grow(self):
        """realloc of an array whose owner is at hand."""
        g = self.g
        mine = [a for a in self.arrays if a.thing and a.thing in self.things and not a.thing.outer and a.name == a.thing.name]
        if not mine or self.loops:
            return self.heap_array()
        a = g.pick(*mine)
        p, m, i = g.name('p'), g.name('m'), g.name('i')
        self.out(f'size_t {m} = {a.count} + {g.pick(1, 4)};')
        if g.fault('body:realloc-over-itself'):
            self.out(f'{a.name} = realloc({a.name}, {m} * sizeof *{a.name});')
            self.guard(f'{a.name} == NULL', keep=(a.thing,))
        elif g.fault('body:realloc-old-kept'):
            self.out(f'{a.elem} *{p} = realloc({a.name}, {m} * sizeof *{p});')
            self.guard(f'{p} == NULL')
            self.out(f'r += {a.name}[0];\n{a.name} = {p};')
        else:
            self.out(f'{a.elem} *{p} = realloc({a.name}, {m} * sizeof *{p});')
            if not g.fault('body:realloc-not-asked'):
                self.guard(f'{p} == NULL')
            self.out(f'{a.name} = {p};')
        if g.fault('body:grown-not-filled'):
            pass
        else:
            self.out(f'for (size_t {i} = {a.count}; {i} < {m}; {i}++)\n    {a.name}[{i}] = 0;')
        a.count, a.constant = m, None
        self.arrays = [x for x in self.arrays if x is a or x.thing is not a.thing]

    def helper(self):
        if not self.helpers:
            return self.index()
        g = self.g
        name, takes = g.pick(*self.helpers)
        if takes == 'counted':
            fits = [a for a in self.arrays if a.elem == 'unsigned char'] or None
            if not fits:
                return self.walk()
            a = g.pick(*fits)
            count = a.count
            if g.fault('body:count-one-more'):
                count += ' + 1'
            if g.chance(30) and a.constant:
                self.out(f'r += {name}({a.name} + 1, {a.constant - 1}, {self.atom()});')
            else:
                self.out(f'r += {name}({a.name}, {count}, {self.atom()});')
        elif takes == 'owners':
            self.out(f'r += {name}(s, n);')
        elif takes == 'mixer':
            self.out(f'r += {name}({self.atom()}, {self.atom()});')

    # -- strings
    def text(self):
        g, k = self.g, self.g.rng.randrange(7)
        s = g.pick(*self.strings) if self.strings else '"text"'
        if k == 0:
            name, n = g.name('c'), g.rng.randrange(6, 20)
            size = f'sizeof {name}' if not g.fault('body:print-too-long') else f'{n + 8}'
            self.out(f'char {name}[{n}];\nsnprintf({name}, {size}, "%s-%d", {s}, {self.atom()});')
            self.strings.append(name)
        elif k == 1:
            name, n, i = g.name('c'), g.rng.randrange(4, 12), g.name('i')
            self.out(f'char {name}[{n}];\nsize_t {i} = 0;')
            bound = f'{i} < sizeof {name} - 1'
            if g.fault('body:no-room-for-the-end'):
                bound = f'{i} < sizeof {name}'
            self.out(f"while ({bound} && {s}[{i}] != '\\0') {{\n    {name}[{i}] = {s}[{i}];\n    {i}++;\n}}")
            if not g.fault('body:no-end'):
                self.out(f"{name}[{i}] = '\\0';")
            self.strings.append(name)
        elif k == 2:
            name = g.name('d')
            top = self.style == 'goto' and self.depth == 1 and self.loops == 0
            if top:
                self.top.append(f'char *{name} = NULL;')
            self.out(f'{"" if top else "char *"}{name} = strdup({s});')
            if not g.fault('body:null-not-asked'):
                self.guard(f'{name} == NULL')
            self.things.append(Thing(name, f'free({name});', at_end=top))
            self.strings.append(name)
        elif k == 3:
            q = g.name('q')
            end = f"*{q} != '\\0'" if not g.fault('body:beyond-the-end') else f"*{q} != 'z'"
            self.out(f'for (const char *{q} = {s}; {end}; {q}++)\n    r += *{q};')
        elif k == 4:
            n = g.name('n')
            self.out(f'size_t {n} = strlen({s});')
            if g.fault('body:empty-not-asked'):
                self.out(f'r += {s}[{n} - 1];')
            else:
                self.out(f'if ({n} > 0)\n    r += {s}[{n} - 1];')
            self.sizes.append(n)
        elif k == 5:
            q = g.name('q')
            self.out(f"const char *{q} = strchr({s}, 'a');")
            if g.fault('body:null-not-asked'):
                self.out(f'r += {q}[0];')
            else:
                self.out(f'if ({q} != NULL)\n    r += {q}[0];')
        else:
            self.out(f'if ({s}[0] != 0 && {s}[1] != 0)\n    r += {s}[{g.pick(1, 2)}];')

    # -- objects of modules
    def fill(self, text, thing=None, **more):
        g = self.g
        text = g.expand(text, thing.keys if thing else more.get('keys', {}), thing.module.name if thing else more.get('owner', 'call'))
        # A name of its own for the statement's local
        text = text.replace('$n', g.name('y'))
        text = text.replace('$i', self.atom()).replace('$z', self.size())
        text = text.replace('$s', g.pick(*self.strings) if self.strings else '"text"')
        if thing:
            text = text.replace('$o->', thing.pointer.replace('&', '') + ('.' if thing.pointer[0] == '&' else '->'))
            text = text.replace('*$o = ', thing.pointer.replace('&', '') + ' = ')
            text = text.replace('$o', thing.pointer)
        return text

    def emit(self, text, thing=None):
        """With $LEAVE as the body of an if."""
        head, sep, tail = text.partition('    $LEAVE')
        if not sep:
            return self.out(text)
        keep = () if thing is None else (thing,)
        parts = self.leave_text(keep=keep)
        if len(parts) > 1:
            head = head.rstrip('\n') + ' {\n'
            body = '\n'.join('    ' + p for p in parts) + '\n}'
        else:
            body = '    ' + parts[0]
        self.out(head + body + tail)

    def new_object(self):
        g = self.g
        fits = [m for m in self.modules if m[0].kind]
        if not fits:
            return self.heap_array()
        m, keys = g.pick(*fits)
        o = g.name('o')
        failing = '$LEAVE' in (m.make or '')
        top = self.style == 'goto' and self.depth == 1 and self.loops == 0 and m.kind == 'heap'
        if m.kind == 'heap':
            t = Thing(o, m.drop.replace('$o', o), module=m, pointer=o, keys=keys, at_end=top)
            if top:
                self.top.append(f'struct {m.struct} *{o} = NULL;')
            self.out(f'{"" if top else "struct " + m.struct + " *"}{o} = ' + self.fill(m.make, t) + ';')
            if not g.fault('body:null-not-asked'):
                self.guard(f'{o} == NULL')
        else:
            t = Thing(o, m.drop.replace('$o', '&' + o), module=m, pointer='&' + o, keys=keys)
            text = self.fill(m.make, t)
            if text.startswith(f'{o} = (struct') and g.chance(50):
                self.out('struct ' + m.struct + ' ' + re.sub(r'= \(struct @\w+\)', '= ', text))
            else:
                self.out(f'struct {m.struct} {o};')
                if '$LEAVE' in text and g.fault('body:made-or-not'):
                    text = re.sub(r'if \((.*) != 0\)\n +\$LEAVE', r'(void)\1;', text)
                if g.fault('body:not-made'):
                    pass
                else:
                    self.emit(text)
        del failing
        self.things.append(t)

    def object(self):
        fits = [t for t in self.things if t.module]
        if not fits:
            return self.new_object()
        g = self.g
        t = g.pick(*fits)
        text, mutates = g.pick(*t.module.ops)
        if mutates and t.locked:
            return self.add()
        if mutates and any(b[1] is t for b in self.borrows):
            if not g.fault('body:stale-borrow'):
                self.borrows = [b for b in self.borrows if b[1] is not t]
        text = self.fill(text, t)
        if re.search(r'\by\d+\b', text):
            self.out('{')
            self.depth += 1
            self.emit(text)
            self.depth -= 1
            self.out('}')
        else:
            self.emit(text)

    def call(self):
        g = self.g
        fits = [(m, k) for m, k in self.modules if m.calls]
        if not fits:
            return self.object()
        m, keys = g.pick(*fits)
        text = self.fill(g.pick(*m.calls), keys=keys, owner=m.name)
        if re.search(r'\by\d+\b', text):
            self.out('{\n    ' + text.replace('\n', '\n    ') + '\n}')
        else:
            self.out(text)

    def borrow(self):
        g = self.g
        fits = [t for t in self.things if t.module and t.module.borrows]
        if not fits:
            return self.object()
        t = g.pick(*fits)
        kind, made, used, nullable = g.pick(*t.module.borrows)
        kind = self.fill(kind, t)
        b = g.name('b')
        self.out(f'{kind}{"" if kind.endswith("*") else " "}{b} = {self.fill(made, t)};')
        use = used.replace('$b', b)
        if nullable and g.chance(40):
            self.guard(f'{b} == NULL')
            nullable = False
        self.borrows.append([b, t, use, nullable])
        self.use_borrow(self.borrows[-1])

    def use_borrow(self, b=None):
        g = self.g
        if b is None:
            if not self.borrows:
                return self.borrow()
            b = g.pick(*self.borrows)
        if b[3] and not g.fault('body:null-not-asked'):
            self.out(f'if ({b[0]} != NULL)\n    r += {b[2]};')
        else:
            self.out(f'r += {b[2]};')

    def release(self):
        """The end of something before the function's."""
        g = self.g
        fits = [t for t in self.things if not t.outer and t.release]
        if not fits:
            return self.heap_array()
        t = g.pick(*fits)
        self.out(t.release)
        freed_array = [a for a in self.arrays if a.thing is t]
        if g.fault('body:double-free'):
            self.out(t.release)
        elif g.fault('body:use-after-free'):
            if freed_array:
                self.out(f'r += {freed_array[0].name}[0];')
            elif t.module:
                self.out(self.fill(t.module.ops[-1][0], t).replace('$LEAVE', 'return 0;'))
        if t.at_end:
            if not g.fault('body:freed-again-at-the-end'):
                self.out(f'{t.name} = NULL;')
        self.forget(t)

    def forget(self, t):
        self.things.remove(t)
        self.arrays = [a for a in self.arrays if a.thing is not t]
        self.strings = [s for s in self.strings if s != t.name]
        self.borrows = [b for b in self.borrows if b[1] is not t]

    def alias(self):
        """Another name for an array, or one of two."""
        g = self.g
        fits = [a for a in self.arrays if a.name != 'v']
        if not fits:
            return self.local_array()
        a = g.pick(*fits)
        q = g.name('q')
        others = [x for x in fits if x.elem == a.elem and x.constant and a.constant and x is not a]
        if others and g.chance(60):
            b = g.pick(*others)
            n = min(a.constant, b.constant)
            if g.fault('body:larger-of-two'):
                n = max(a.constant, b.constant)
            self.out(f'{a.elem} *{q} = {self.condition()} ? {a.name} : {b.name};')
            self.arrays.append(Array(q, a.elem, str(n), n, a.thing or b.thing))
            if a.thing and b.thing:  # gone with either: no name for it from here on
                self.out(f'r += {q}[0];')
                self.arrays.pop()
        else:
            self.out(f'{a.elem} *{q} = {a.name};')
            self.arrays.append(Array(q, a.elem, a.count, a.constant, a.thing))

    def escape(self):
        """A pointer to something of an inner block."""
        g = self.g
        q, x = g.name('q'), g.name('x')
        y = g.name('x')
        self.out(f'int {x} = {self.expr()};\nconst int *{q} = &{x};')
        if g.fault('body:use-after-scope'):
            self.out(f'if ({self.condition()}) {{\n    int {y} = {self.small()};\n    {q} = &{y};\n    r += *{q};\n}}\nr += *{q};')
        else:
            self.out(f'if ({self.condition()}) {{\n    int {y} = {self.small()};\n    {q} = &{y};\n    r += *{q};\n    {q} = &{x};\n}}\nr += *{q};')
        self.ints.append(x)

    def conditional_release(self):
        g = self.g
        fits = [t for t in self.things if not t.outer and not t.at_end and t.release
                and (t.release.startswith('free(') or (t.module and t.module.kind == 'heap'))]
        if not fits or self.loops:
            return self.heap_array()
        t = g.pick(*fits)
        arrays = [a for a in self.arrays if a.thing is t]
        self.out(f'if ({self.condition()}) {{\n    {t.release}')
        if not g.fault('body:freed-in-a-branch'):
            self.out(f'    {t.name} = NULL;')
        self.out('}')
        if arrays:
            if g.fault('body:used-after-a-branch'):
                self.out(f'r += {arrays[0].name}[0];')
            else:
                self.out(f'if ({t.name} != NULL)\n    r += {t.name}[0];')
        self.forget(t)
        self.things.append(Thing(t.name, t.release))

    # -- control flow
    def block(self, count):
        g = self.g
        keep = (list(self.ints), list(self.assigned), list(self.sizes), list(self.strings),
                list(self.arrays), list(self.borrows))
        mine = list(self.things)
        outer = [t.outer for t in self.things]
        for t in self.things:
            t.outer = True
        self.depth += 1
        for _ in range(count):
            self.statement()
        for t in reversed([t for t in self.things if t not in mine]):
            if t.release and not g.fault('body:leak-in-a-block'):
                self.out(t.release)
            self.forget(t)
        self.depth -= 1
        for t, o in zip(mine, outer):
            t.outer = o
        alive = [b for b in keep[5] if b in self.borrows]
        self.ints, self.assigned, self.sizes, self.strings, self.arrays = keep[:5]
        self.borrows = alive

    def branch(self):
        g = self.g
        self.out(f'if ({self.condition()}) {{')
        self.block(g.rng.randrange(1, 3))
        if g.chance(35):
            self.out('} else {')
            self.block(g.rng.randrange(1, 3))
        self.out('}')

    def loop(self):
        g = self.g
        i = g.name('i')
        kind = g.rng.randrange(3)
        if kind == 0:
            self.out(f'for (int {i} = 0; {i} < {g.rng.randrange(1, 6)}; {i}++) {{')
        elif kind == 1:
            self.out(f'int {i} = {g.rng.randrange(1, 5)};\nwhile ({i} > 0) {{')
        else:
            self.out(f'int {i} = 0;\ndo {{')
        locked = {b[1] for b in self.borrows}
        for t in locked:
            t.locked += 1
        self.loops += 1
        if kind == 0:
            self.ints.append(i)
        else:
            self.out(f'    {i}{"--" if kind == 1 else "++"};')
        self.block(g.rng.randrange(1, 4))
        if kind == 0:
            self.ints.remove(i)
        if g.chance(25):
            self.out(f'    if ({self.condition()})\n        break;')
        self.loops -= 1
        for t in locked:
            t.locked -= 1
        self.out('}' if kind != 2 else f'}} while ({i} < {g.rng.randrange(1, 5)});')

    def switch(self):
        g = self.g
        self.out(f'switch ({self.atom()}) {{')
        for k in range(g.rng.randrange(2, 4)):
            self.out(f'case {k}: {{')
            self.block(1)
            self.out('    break;\n}' if g.chance(85) else '}')
        self.out('default:\n    break;\n}')

    def early(self):
        self.guard(self.condition())

    def pick_statement(self):
        table = [(self.new_int, 8), (self.assign, 5), (self.add, 4), (self.local_array, 6), (self.heap_array, 7),
                 (self.index, 10), (self.walk, 8), (self.copy, 4), (self.grow, 3), (self.helper, 4), (self.text, 9),
                 (self.alias, 3), (self.escape, 2), (self.early, 4), (self.release, 4), (self.conditional_release, 3)]
        if self.modules:
            table += [(self.new_object, 7), (self.object, 22), (self.call, 8), (self.borrow, 7), (self.use_borrow, 5)]
        if self.depth < 4:
            table += [(self.branch, 7), (self.loop, 5), (self.switch, 2)]
        total = sum(w for _, w in table)
        k = self.g.rng.randrange(total)
        for f, w in table:
            k -= w
            if k < 0:
                return f

    def statement(self):
        f = self.pick_statement()
        self.g.features.add('statement:' + f.__name__)
        f()

    def write(self, head, count):
        for _ in range(count):
            self.statement()
        for t in reversed(self.things):
            if not t.at_end and t.release and not self.g.fault('body:leak-at-the-end'):
                self.out(t.release)
        tail = []
        if self.style == 'goto':
            if self.used_end:
                tail.append('end:')
            tail += [f'    {t.release}' for t in reversed(self.ends())]
        tail.append('    return r;')
        return '\n'.join([head, '{', '    long r = 0;'] + ['    ' + d for d in self.top] + self.lines + tail + ['}', ''])

    def ends(self):
        """Everything that was declared at the top is released at the end, null or not."""
        names = [re.match(r'(.*)\*(\w+) = NULL', d) for d in self.top]
        out = []
        for m in names:
            kind = m.group(1).strip()
            release = f'free({m.group(2)});'
            for mod, _ in self.modules:
                if mod.kind == 'heap' and kind == f'struct {mod.struct}':
                    release = mod.drop.replace('$o', m.group(2))
            if not self.g.fault('body:leak-at-the-end'):
                out.append(Thing(m.group(2), release))
        return out


# ---- functions that are handed several pointers into structures that may be the same ---------------
class Mixer:
    """Loads and stores through pointers that may alias. What is known of a field holds for the
    pointer that it was asked through, until a store that may be to the same field."""

    def __init__(self, g):
        self.g = g
        self.size = g.pick(3, 4, 8)
        self.pointers = ['p', 'q'] + (['w'] if g.chance(40) else [])
        self.facts = set()  # (pointer, field)
        self.lines, self.depth = [], 1
        self.nested = g.chance(50)

    def out(self, text):
        for line in text.split('\n'):
            self.lines.append('    ' * self.depth + line)

    def types(self):
        n = self.size
        return f'''enum @tag {{ @IS_NUMBER, @IS_INDEX }};

struct @mix {{
    int i;
    unsigned u;
    int t[{n}];
    const int *_Nullable at;
    size_t n;
    int *_Nullable __counted_by(n) v;
    enum @tag tag;
    union {{
        long number __tagged_by(tag, @IS_NUMBER);
        const int *one __tagged_by(tag, @IS_INDEX);
    }} as;
}};

'''

    def kill(self, field, pointer, holds):
        """A store to the field through the pointer; `holds`: what is known stays true of it."""
        if not holds:
            others = {f for f in self.facts if f[1] == field and f[0] != pointer}
            if others and self.g.fault('mix:other-name'):
                pass
            else:
                self.facts -= others
            self.facts.discard((pointer, field))
        else:
            self.facts.add((pointer, field))

    def statement(self):
        g, n = self.g, self.size
        p, q = g.pick(*self.pointers), g.pick(*self.pointers)
        k = g.rng.randrange(22)
        if k < 6:  # ask, and use inside
            field = g.pick('i', 'u', 'at', 'n', 'tag', 'v')
            test = {'i': f'{p}->i >= 0 && {p}->i < {n}', 'u': f'{p}->u < {n}', 'at': f'{p}->at != NULL',
                    'n': f'{p}->n > 0 && {p}->v != NULL', 'v': f'{p}->v != NULL && {p}->n > 1', 'tag': f'{p}->tag == @IS_INDEX'}[field]
            if field == 'v':
                field = 'n'
            if field == 'i' and g.fault('mix:sign-not-asked'):
                test = f'{p}->i < {n}'
            if field in 'iu' and g.fault('mix:off-by-one'):
                test = test.replace(f'< {n}', f'<= {n}')
            before = set(self.facts)
            if self.depth < 4 and g.chance(75):
                self.out(f'if ({test}) {{')
                self.facts.add((p, field))
                self.depth += 1
                for _ in range(g.rng.randrange(1, 4)):
                    self.statement()
                self.use(p, field)
                self.depth -= 1
                self.out('}')
                self.facts &= before
            else:
                not_test = {'i': f'{p}->i < 0 || {p}->i >= {n}', 'u': f'{p}->u >= {n}', 'at': f'{p}->at == NULL',
                            'n': f'{p}->n == 0 || {p}->v == NULL', 'tag': f'{p}->tag != @IS_INDEX'}[field]
                self.out(f'if ({not_test})\n    return r;')
                self.facts.add((p, field))
        elif k < 10 and self.facts:
            self.use(*g.pick(*sorted(self.facts)))
        elif k < 13:
            if g.chance(50):
                value, holds = str(g.rng.randrange(n)), True
            else:
                value, holds = g.pick('a', 'b', f'{q}->i'), False
            field = g.pick('i', 'u')
            if field == 'u' and not holds:
                value = f'(unsigned){value}'
            self.out(f'{p}->{field} = {value};')
            self.kill(field, p, holds)
        elif k < 14:
            self.out(f'{p}->at = NULL;')
            self.kill('at', p, False)
        elif k < 15:
            self.out(f'{p}->tag = @IS_NUMBER;\n{p}->as.number = a;')
            self.kill('tag', p, False)
        elif k < 16:
            self.out(f'{p}->v = NULL;\n{p}->n = 0;')
            self.kill('n', p, False)
        elif k < 17:
            self.out(f'{p}->t[{g.rng.randrange(n)}] = {g.pick("a", "b", f"{q}->i")};')
        elif k < 18 and self.depth < 3:
            i = g.name('i')
            before = set(self.facts)
            if not g.fault('mix:known-before-the-loop'):
                self.facts = set()
            self.out(f'for (int {i} = 0; {i} < {g.rng.randrange(1, 4)}; {i}++) {{')
            self.depth += 1
            for _ in range(g.rng.randrange(1, 4)):
                self.statement()
            self.depth -= 1
            self.out('}')
            self.facts = set() if self.facts <= before else self.facts & before
        elif k < 19 and len(self.pointers) < 4:
            w = g.name('c')
            same = g.chance(40)
            self.out(f'struct @mix *{w} = ' + (f'{p};' if same else f'a > {g.rng.randrange(4)} ? {p} : {q};'))
            for field in ('i', 'u', 'at', 'n', 'tag'):
                if (p, field) in self.facts and (same or (q, field) in self.facts):
                    self.facts.add((w, field))
            if self.depth == 1:
                self.pointers.append(w)
            else:
                self.facts = {f for f in self.facts if f[0] != w}
        elif k < 20:
            self.out(f'@touch({p}, a);')
            self.facts = {f for f in self.facts if f[0] == p and g.fault('mix:known-before-the-call')}
        elif k < 21:
            self.out(f'*{p} = *{q};')
            gained = {(p, f) for (o, f) in self.facts if o == q}
            if p != q:
                for field in ('i', 'u', 'at', 'n', 'tag'):
                    if (q, field) not in self.facts:
                        self.kill(field, p, False)
            self.facts |= gained
        else:
            w = g.name('z')
            if g.chance(50):
                self.out(f'int *{w} = &{p}->i;\n*{w} = {g.pick("a", "b")};')
                self.kill('i', p, False)
                if g.fault('mix:through-a-pointer'):
                    self.facts.add((p, 'i'))
            else:
                self.out(f'*z = {g.pick("a", "b", "9")};')
                if not g.fault('mix:out-parameter'):
                    self.facts = {f for f in self.facts if f[1] != 'i'}

    def use(self, p, field):
        if (p, field) not in self.facts:
            return
        self.out({'i': f'r += {p}->t[{p}->i];', 'u': f'{p}->t[{p}->u] = (int)r;' if self.g.chance(30) else f'r += {p}->t[{p}->u];',
                  'at': f'r += *{p}->at;', 'n': f'r += {p}->v[{p}->n - 1];', 'tag': f'r += *{p}->as.one;'}[field])

    def write(self):
        g, n = self.g, self.size
        names = list(self.pointers)
        for _ in range(g.rng.randrange(3, 9)):
            self.statement()
        for p, field in sorted(self.facts):
            self.use(p, field)
        takes = ', '.join(f'struct @mix *{p}' for p in names)
        text = self.types()
        text += f'''static void @touch(struct @mix *m, int a)
{{
    m->{g.pick('i', 'i')} = a;
    {g.pick('m->at = NULL;', 'm->u = 77;', 'm->v = NULL;' + chr(10) + '    m->n = 0;')}
}}

static long @mixed({takes}, int *z, int a, int b)
{{
    long r = 0;
''' + '\n'.join(self.lines) + '''
    return r;
}

static long @mixing(int a, int b)
{
    int one = 1;
    int few[2] = {3, 4};
    struct @mix x = {1, 1, {0}, &one, 2, few, @IS_INDEX, {.one = &one}};
    struct @mix y = {2, 0, {1, 2}, &one, 0, NULL, @IS_NUMBER, {.number = 70}};
    (void)y;
'''
        args = [g.pick('&x', '&x', '&y') for _ in names]
        z = g.pick('&one', '&x.i', '&y.i', '&x.t[0]')
        text += f'    long r = @mixed({", ".join(args)}, {z}, a, b);\n'
        if g.chance(50):
            text += f'    r += @mixed({", ".join(g.pick("&x", "&y") for _ in names)}, &x.i, b, a);\n'
        return text + '    return r;\n}\n\n'


# ---- whole programs ------------------------------------------------------------------------------
COUNTED_HEAD = 'static long @part{}(const unsigned char *__counted_by(n) v, size_t n, int a)'
MAIN_HEAD = 'long @main(int a, int b, const char *s, const unsigned char *__counted_by(n) v, size_t n)'


def write_program(g):
    out, modules, helpers = [], [], []
    kind = g.rng.randrange(10)
    if kind < 8:
        for m in g.rng.sample(MODULES, g.pick(1, 1, 2) if kind < 6 else 0):
            keys = {}
            out.append(g.expand(m.text, keys, m.name).strip('\n') + '\n\n')
            modules.append((m, keys))
            g.features.add('idiom:' + m.name)
    if kind >= 8 or g.chance(15):
        out.append(Mixer(g).write())
        helpers.append(('@mixing', 'mixer'))
        g.features.add('idiom:mix')
    if (kind < 2 and g.chance(60)) or g.chance(5):
        out.append(Owners(g).write())
        helpers.append(('@owning', 'owners'))
        g.features.add('idiom:owners')
    if g.chance(30):
        body = Body(g, [], [], ['a', 'v', 'n'])
        out.append(body.write(COUNTED_HEAD.format(1), g.rng.randrange(2, 6)) + '\n')
        helpers.append(('@part1', 'counted'))
    body = Body(g, modules, helpers, ['a', 'b', 's', 'v', 'n'])
    if helpers and g.chance(70):
        body.helper()
    for m, keys in modules:
        if m.kind:
            body.new_object()
        else:
            body.call()
    out.append(body.write(MAIN_HEAD, g.rng.randrange(2, 10)))
    return pruned(re.sub(r'\n[ \t]*(?=\n)', '\n', ''.join(out)))


def pruned(text):
    """Without the functions that nothing calls: they could not go wrong."""
    lines = text.split('\n')
    functions = []  # name, first line, the line behind it
    for i, line in enumerate(lines):
        m = re.match(r'static [^=;({]*?(@\w+)\(', line)
        if m:
            end = i
            while not lines[end].endswith((';', '}')) or end > i and lines[end] != '}' and lines[end].startswith(' '):
                end += 1
            functions.append((m.group(1), i, end + 1))
    gone = set()
    while True:
        rest = '\n'.join(line for i, line in enumerate(lines) if i not in gone)
        unused = [(name, i, end) for name, i, end in functions if i not in gone
                  and not re.search(name + r'\b', rest.replace('\n'.join(lines[i:end]), ''))]
        if not unused:
            return re.sub(r'\n{3,}', '\n\n', rest)
        for _, i, end in unused:
            gone.update(range(i, end))


def program(seed, off=(), share=55):
    """The program of that seed; what uses all features of one of the sets in `off` is left out,
    and another drawn in its place. `share`: per cent that have a fault."""
    names = [seed] if '.' in str(seed) else [f'{seed}.{attempt}' for attempt in range(40)]
    for name in names:
        g = Gen(name, -1)
        text = write_program(g)
        draw = random.Random(name + '.fault')
        features = g.features
        if draw.random() * 100 < share:
            if draw.random() < 0.6 and g.places:
                g2 = Gen(name, draw.randrange(g.places))
                text, features = write_program(g2), g2.features
            else:
                fault = draw.choice(FAULTS)
                changed = apply_fault(fault, text, draw)
                if changed is not None:
                    text, features = changed, features | {'mutation:' + fault.name}
        if name == seed or not any(known <= features for known in off):
            return Program(name, text, features)
    raise SystemExit(f'seed {seed}: everything is switched off')


def known_features():
    """What tests/soundness/known switches off: sets of features."""
    out = []
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'known'), encoding='utf-8') as f:
        for line in f:
            if line.strip() and not line.startswith('#'):
                out.append(frozenset(line.split()[0].split('+')))
    return out
