"""Functions that move owners between members of structures that may be the same.

Each statement leaves every member owning something or null, whichever pointers are the same; what is
known of a member, or borrowed from it, holds until a statement that may change that member by any
name. A fault breaks one of these."""


class Owners:
    FIELDS = ('a', 'b', 'in.c')

    def __init__(self, g):
        self.g = g
        self.pointers = ['p', 'q']
        self.known = set()  # (pointer, field) that is not null
        self.borrowed = []  # (name, field, may be null)
        self.lines, self.depth, self.loops = [], 1, 0

    def out(self, text):
        for line in text.split('\n'):
            self.lines.append('    ' * self.depth + line)

    def changed(self, *fields):
        """Some object's members are changed."""
        if self.borrowed and self.g.fault('owners:stale-borrow'):
            return
        if self.known and self.g.fault('owners:stale-knowledge'):
            return
        self.known = {k for k in self.known if k[1] not in fields}
        self.borrowed = [b for b in self.borrowed if b[1] not in fields]

    def statement(self):
        g = self.g
        p, q = g.pick(*self.pointers), g.pick(*self.pointers)
        f, h = g.pick(*self.FIELDS), g.pick(*self.FIELDS)
        x = g.name('x')
        k = g.rng.randrange(20)
        if k < 2:
            self.out(f'char *{x} = strdup({g.pick("s", chr(34) + "new" + chr(34))});\nif ({x} == NULL)\n    return r;')
            if g.fault('owners:overwritten'):
                self.out(f'{p}->{f} = {x};')
            elif g.fault('owners:released-behind'):
                self.out(f'{p}->{f} = {x};\nfree({p}->{f});')
            else:
                self.out(f'free({p}->{f});\n{p}->{f} = {x};')
            self.changed(f)
            self.known.add((p, f))
        elif k < 4:
            self.out(f'free({p}->{f});')
            if not g.fault('owners:not-cleared'):
                self.out(f'{p}->{f} = NULL;')
            self.changed(f)
        elif k < 6:
            self.out(f'char *{x} = {q}->{h};')
            if not g.fault('owners:kept-and-moved'):
                self.out(f'{q}->{h} = NULL;')
            if not g.fault('owners:overwritten'):
                self.out(f'free({p}->{f});')
            self.out(f'{p}->{f} = {x};')
            self.changed(f, h)
        elif k < 8:
            self.out(f'char *{x} = {p}->{f};\n{p}->{f} = {q}->{h};')
            if g.fault('owners:half-a-swap'):
                self.out(f'free({x});')
            else:
                self.out(f'{q}->{h} = {x};')
            self.changed(f, h)
        elif k < 10:
            self.out(f'char *{x} = {p}->{f};')
            if not g.fault('owners:kept-and-moved'):
                self.out(f'{p}->{f} = NULL;')
            self.changed(f)
            self.out(f'@eat({x});')
            if g.fault('owners:use-after-move'):
                self.out(f'if ({x} != NULL)\n    r += {x}[0];')
        elif k < 11:
            self.out(f'if (@renew({p}, s) != 0)\n    return r;')
            self.changed('a')
        elif k < 12:
            # The whole of it, to a local and back.
            self.out(f'struct @cell {x} = *{p};')
            if g.fault('owners:copied'):
                self.out(f'@cell_drop(&{x});')
            else:
                self.out(f'*{p} = (struct @cell){{NULL, NULL, {{NULL, 1}}, 0}};\nr += @seen(&{x});\n@cell_drop(&{x});')
            self.changed(*self.FIELDS)
        elif k < 13:
            self.out(f'struct @cell {x} = *{p};\n*{p} = *{q};\n*{q} = {x};')
            self.changed(*self.FIELDS)
        elif k < 15:
            b = g.name('k')
            self.out(f'const char *{b} = {p}->{f};')
            self.borrowed.append((b, f, (p, f) not in self.known))
        elif k < 16:
            if self.loops == 0:
                self.out(f'if ({p}->{f} == NULL)\n    return r;')
                self.known.add((p, f))
        elif k < 18 and self.depth < 3:
            before = set(self.known), list(self.borrowed)
            if g.chance(40):
                i = g.name('i')
                if not g.fault('owners:stale-in-a-loop'):
                    self.known, self.borrowed = set(), []
                self.out(f'for (int {i} = 0; {i} < {g.rng.randrange(1, 4)}; {i}++) {{')
                self.loops += 1
                after = set(), []
            else:
                self.out(f'if (n {g.pick("> 3", "== 0", "& 1")}) {{')
                after = before
            self.depth += 1
            for _ in range(g.rng.randrange(1, 3)):
                self.statement()
            self.depth -= 1
            self.out('}')
            if after is not before:
                self.loops -= 1
            self.known = self.known & after[0]
            self.borrowed = [b for b in self.borrowed if b in after[1]]
        elif k < 19 and len(self.pointers) < 3 and self.depth == 1:
            self.out(f'struct @cell *w = n > 2 ? {p} : {q};')
            self.pointers.append('w')
        else:
            self.use()

    def use(self):
        g = self.g
        if self.borrowed and g.chance(60):
            b, _, null = g.pick(*self.borrowed)
            self.out(f'if ({b} != NULL)\n    r += {b}[0];' if null and not g.fault('owners:null-not-asked') else f'r += {b}[0];')
        elif self.known:
            p, f = g.pick(*sorted(self.known))
            self.out(f'r += {p}->{f}[0];')
        else:
            p, f = g.pick(*self.pointers), g.pick(*self.FIELDS)
            self.out(f'if ({p}->{f} != NULL)\n    r += {p}->{f}[0];' if not g.fault('owners:null-not-asked') else f'r += {p}->{f}[0];')

    def write(self):
        g = self.g
        for _ in range(g.rng.randrange(2, 7)):
            self.statement()
        for _ in range(3):
            self.use()
        own = 'char *__own _Nullable __null_terminated'
        return f'''struct @cell {{
    {own} a;
    {own} b;
    struct {{
        {own} c;
        int used;
    }} in;
    int n;
}};

static void @eat(char *__own _Nullable t)
{{
    free(t);
}}

static int @renew(struct @cell *c, const char *s)
{{
    char *t = strdup(s);
    if (t == NULL)
        return -1;
    free(c->a);
    c->a = t;
    return 0;
}}

static int @seen(const struct @cell *c)
{{
    return c->n + c->in.used;
}}

static void @cell_drop(struct @cell *__drops c)
{{
    free(c->a);
    free(c->b);
    free(c->in.c);
}}

static long @owned(struct @cell *p, struct @cell *q, const char *s, size_t n)
{{
    long r = 0;
''' + '\n'.join(self.lines) + f'''
    return r;
}}

static long @owning(const char *s, size_t n)
{{
    struct @cell x = {{strdup(s), NULL, {{NULL, 1}}, 2}};
    struct @cell y = {{NULL, strdup("y"), {{strdup(s), 0}}, 3}};
    long r = @owned(&x, {g.pick('&x', '&y', '&y')}, s, n);
    r += @owned({g.pick('&x', '&y')}, &y, "second", n);
    @cell_drop(&x);
    @cell_drop(&y);
    return r;
}}

'''
