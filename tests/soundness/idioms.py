"""Idioms of safe C, from which programs.py composes programs.

What goes out: a list of modules. A module is C text in a small template language, and what an
object of it can do:

    @name              a name of this program's own
    <{a//b//c}>        one of these; nested at will
    <{key=a//b}>       the same choice wherever the key stands in one module
    <{right//!what wrong}>   the second only where the program is to have the fault `what`

`value` modules have objects in variables (made, dropped), `heap` modules hand out owned pointers.
In what an object can do, $o is a pointer to it, $O the object, $i an int, $z a size_t, $s a
string, $LEAVE leaves the function; `r` is the function's result. `mut` says that borrows of the
object end there. Everything without `!` is right by construction; that is what the list of false
rejections (run --rejected) rests on. """


class Module:
    def __init__(self, name, text, **api):
        self.name, self.text = name, text
        self.struct = api.get('struct')
        self.kind = api.get('kind')  # 'value', 'heap' or None: functions only
        self.make = api.get('make')
        self.drop = api.get('drop')
        self.ops = api.get('ops', [])  # (text, mutates)
        self.borrows = api.get('borrows', [])  # (type, made by, used by, may be null)
        self.calls = api.get('calls', [])  # statements that need no object
        self.owned_string = api.get('owned_string')


MODULES = []


def module(*args, **api):
    MODULES.append(Module(*args, **api))


module('vector', '''
struct @vec {
    <{T=int//long//unsigned char}> *__own _Nullable __counted_by(cap)<{fill= __filled(len)//}> data;
    size_t len, cap;
} __invariant(len <= cap);

static void @vec_init(struct @vec *__inits v)
{
    v->data = NULL;
    v->len = 0;
    <{v->cap = 0;//!forgotten-field}>
}

static int @vec_grow(struct @vec *v)
{
    <{if (v->cap > SIZE_MAX / sizeof(<{T=int//long//unsigned char}>) / 2 - 8)//if (v->cap > 10000)}>
        return -1;
    size_t cap = <{v->cap + v->cap / 2 + 8//2 * v->cap + 4//v->cap + 8}>;
    <{T=int//long//unsigned char}> *p = realloc(v->data, cap * sizeof *p);
    <{if (p == NULL)
        return -1;//!unchecked-realloc}>
    <{fill=//for (size_t i = <{v->cap//v->len}>; i < cap; i++)
        p[i] = 0;}>
    <{v->data = p;
    v->cap = cap;//v->cap = cap;
    v->data = p;//!cap-without-data v->data = p;
    v->cap = cap + 1;//!stale-data v->cap = cap;}>
    return 0;
}

static int @vec_push(struct @vec *v, <{T=int//long//unsigned char}> x)
{
    <{if (v->len == v->cap && @vec_grow(v) != 0)
        return -1;//if (v->len >= v->cap) {
        if (@vec_grow(v) != 0)
            return -1;
    }}>
    <{__checked(v->len < v->cap);//if (v->len >= v->cap)
        return -1;//!no-room-check}>
    <{v->data[v->len] = x;
    v->len++;//v->data[v->len++] = x;//!len-first v->len++;
    v->data[v->len] = x;//!len-only v->len++;}>
    return 0;
}

static int @vec_pop(struct @vec *v, <{T=int//long//unsigned char}> *__inits __when(return == 0) x)
{
    <{if (v->len == 0)
        return -1;//!empty-not-asked//!fails-with-success if (v->len == 0)
        return 0;}>
    <{v->len--;
    *x = v->data[v->len];//*x = v->data[--v->len];//*x = v->data[v->len - 1];
    v->len--;//!off-by-one *x = v->data[v->len];
    v->len--;}>
    return 0;
}

static long @vec_sum(const struct @vec *v)
{
    long s = 0;
    for (size_t i = 0; i <{<//!one-round-more <=//!cap-for-len < v->cap + 0 *}> v->len; i++)
        s += v->data[i];
    return s;
}

static <{T=int//long//unsigned char}> @vec_get(const struct @vec *v, size_t i)
{
    <{__checked(i < v->len);//if (i >= v->len)
        return 0;//!unchecked-index//!wrong-bound if (i > v->len)
        return 0;}>
    return v->data[i];
}

static void @vec_cut(struct @vec *v, size_t n)
{
    <{if (n < v->len)
        v->len = n;//!len-raised v->len = n;}>
}

static <{T=int//long//unsigned char}> *_Nullable @vec_at(struct @vec *__lifetimebound<{ __noinvalidate//}> v, size_t i)
{
    return i < v->len ? &v->data[i] : NULL;
}

static void @vec_drop(struct @vec *__drops v)
{
    free(v->data);
    <{//!double-free-in-drop free(v->data);}>
}
''', struct='@vec', kind='value', make='@vec_init($o);', drop='@vec_drop($o);', ops=[
    ('if (@vec_push($o, <{1//(unsigned char)$i//7}>) != 0)\n    $LEAVE', True),
    ('(void)@vec_push($o, 3);', True),
    ('for (int k = 0; k < 9; k++)\n    if (@vec_push($o, (unsigned char)k) != 0)\n        break;', True),
    ('r += @vec_sum($o);', False),
    ('if ($o->len > 2)\n    r += @vec_get($o, 2);', False),
    ('@vec_cut($o, $z);', True),
    ('if ($o->len > 0)\n    r += $o->data[0];', False),
    ('if ($z < $o->len)\n    r += $o->data[$z];', False),
    ('for (size_t k = 0; k < $o->len; k++)\n    $o->data[k] = 1;', False),
], borrows=[('<{T=int//long//unsigned char}> *', '@vec_at($o, $z)', '*$b', True)])

module('names', '''
struct @person {
    char *__own __null_terminated name;
    unsigned age;
};

struct @people {
    struct @person *__own _Nullable __counted_by(cap) __filled(len) at;
    size_t len, cap;
} __invariant(len <= cap);

static int @person_init(struct @person *__inits __when(return == 0) p, const char *name, unsigned age)
{
    char *copy = strdup(name);
    <{if (copy == NULL)
        return -1;//!null-not-asked}>
    p->name = copy;
    <{p->age = age;//!forgotten-field}>
    return 0;
}

static void @person_drop(struct @person *__drops p)
{
    <{free(p->name);//!leak-in-drop}>
}

static void @people_init(struct @people *__inits v)
{
    <{v->at = NULL;
    v->len = 0;
    v->cap = 0;//*v = (struct @people){NULL, 0, 0};}>
}

static int @people_push(struct @people *v, const char *name, unsigned age)
{
    if (v->len == v->cap) {
        if (v->cap > 10000)
            return -1;
        size_t cap = v->cap + 4;
        struct @person *p = realloc(v->at, cap * sizeof *p);
        if (p == NULL)
            return -1;
        v->at = p;
        v->cap = cap;
    }
    <{if (@person_init(&v->at[v->len], name, age) != 0)
        return -1;//struct @person one;
    if (@person_init(&one, name, age) != 0)
        return -1;
    v->at[v->len] = one;//!unfilled-element (void)@person_init(&v->at[v->len], name, age);//!copied-owner struct @person one;
    if (@person_init(&one, name, age) != 0)
        return -1;
    v->at[v->len] = one;
    @person_drop(&one);}>
    v->len++;
    return 0;
}

static int @people_pop(struct @people *v, struct @person *__inits __when(return == 0) out)
{
    if (v->len == 0)
        return -1;
    <{v->len--;//!still-counted}>
    *out = v->at[<{v->len//!still-counted v->len - 1}>];
    return 0;
}

static const struct @person *_Nullable @people_find(const struct @people *__lifetimebound v, const char *name)
{
    for (size_t i = 0; i < v->len; i++)
        if (strcmp(v->at[i].name, name) == 0)
            return &v->at[i];
    return NULL;
}

static void @people_drop(struct @people *__drops v)
{
    <{while (v->len > 0) {
        v->len--;
        @person_drop(&v->at[v->len]);
    }//for (size_t i = 0; i < v->len; i++)
        @person_drop(&v->at[i]);//!one-is-left for (size_t i = 1; i < v->len; i++)
        @person_drop(&v->at[i]);//!elements-leak}>
    free(v->at);
}
''', struct='@people', kind='value', make='@people_init($o);', drop='@people_drop($o);', ops=[
    ('if (@people_push($o, $s, 3) != 0)\n    $LEAVE', True),
    ('(void)@people_push($o, $s, 1);', True),
    ('struct @person $n;\nif (@people_pop($o, &$n) == 0) {\n    r += $n.age;\n    @person_drop(&$n);\n}', True),
    ('for (size_t k = 0; k < $o->len; k++)\n    r += $o->at[k].age;', False),
    ('if ($o->len > 0)\n    r += (long)strlen($o->at[0].name);', False),
], borrows=[('const struct @person *', '@people_find($o, $s)', '$b->age', True)])

module('list', '''
struct @node {
    int value;
    <{own=char *__own __null_terminated text;//}>
    struct @node *__own _Nullable next;
};

struct @list {
    struct @node *__own _Nullable head;
    <{count=size_t count;//}>
};

static int @list_push(struct @list *l, int value)
{
    struct @node *n = malloc(sizeof *n);
    if (n == NULL)
        return -1;
    <{own=n->text = strdup("node");
    if (n->text == NULL) {
        <{free(n);//!leak-on-error}>
        return -1;
    }//}>
    n->value = value;
    <{n->next = l->head;//!lost-rest n->next = NULL;//!forgotten-field}>
    l->head = n;
    <{count=l->count++;//}>
    return 0;
}

static int @list_pop(struct @list *l, int *__inits __when(return == 0) value)
{
    struct @node *n = l->head;
    if (n == NULL)
        return -1;
    *value = n->value;
    <{own=free(n->text);//}>
    <{count=l->count--;//}>
    <{l->head = n->next;
    free(n);//struct @node *next = n->next;
    free(n);
    l->head = next;//!use-after-free free(n);
    l->head = n->next;//!dangling-head free(n);//!lost-rest l->head = NULL;
    free(n);}>
    return 0;
}

static long @list_sum(const struct @list *l)
{
    long s = 0;
    <{for (const struct @node *n = l->head; n != NULL; n = n->next)
        s += n->value;//const struct @node *n = l->head;
    while (n != NULL) {
        s += n->value;
        n = n->next;
    }//!one-node-more const struct @node *n = l->head;
    while (n != NULL) {
        n = n->next;
        s += n->value;
    }}>
    return s;
}

static struct @node *_Nullable @list_find(struct @list *__lifetimebound __noinvalidate l, int value)
{
    struct @node *n = l->head;
    while (n != NULL && n->value != value)
        n = n->next;
    return n;
}

<{reverse=static void @list_reverse(struct @list *l)
{
    struct @node *done = NULL;
    struct @node *todo = l->head;
    while (todo != NULL) {
        struct @node *next = todo->next;
        todo->next = done;
        done = todo;
        todo = next;
    }
    l->head = done;
}//static void @list_reverse(struct @list *l)
{
    (void)l;
}//static void @list_reverse(struct @list *l)
{
    if (l->head != NULL)
        l->head->value++;
}}>

static void @list_drop(struct @list *__drops l)
{
    struct @node *n = l->head;
    while (n != NULL) {
        <{struct @node *next = n->next;//}>
        <{own=free(n->text);//}>
        <{free(n);
        n = next;//!use-after-free free(n);
        n = n->next;//!leak-of-nodes n = next;}>
    }
}
'''.replace('<{struct @node *next = n->next;//}>', 'struct @node *next = n->next;'),
       struct='@list', kind='value', make='*$o = (struct @list){NULL<{count=, 0//}>};', drop='@list_drop($o);', ops=[
    ('if (@list_push($o, $i) != 0)\n    $LEAVE', True),
    ('(void)@list_push($o, 2);', True),
    ('int $n;\nif (@list_pop($o, &$n) == 0)\n    r += $n;', True),
    ('r += @list_sum($o);', False),
    ('@list_reverse($o);', True),
    ('if ($o->head != NULL)\n    r += $o->head->value;', False),
    ('if ($o->head != NULL && $o->head->next != NULL)\n    r += $o->head->next->value;', False),
], borrows=[('struct @node *', '@list_find($o, $i)', '$b->value', True)])

module('record', '''
struct @title {
    char *__own __null_terminated text;
    <{two=char *__own _Nullable __null_terminated note;//}>
    size_t len;
};

static int @title_init(struct @title *__inits __when(return == 0) t, const char *text)
{
    char *copy = strdup(text);
    if (copy == NULL)
        return -1;
    t->text = copy;
    <{two=<{t->note = NULL;//!forgotten-field}>//}>
    t->len = strlen(<{text//copy}>);
    return 0;
}

static int @title_set(struct @title *t, const char *text)
{
    char *copy = strdup(text);
    if (copy == NULL)
        return -1;
    <{free(t->text);
    t->text = copy;//char *old = t->text;
    t->text = copy;
    free(old);//!overwritten-owner t->text = copy;//!freed-owner-kept free(t->text);
    free(copy);//!text-first t->text = copy;
    free(t->text);}>
    t->len = strlen(t->text);
    return 0;
}

<{two=static int @title_note(struct @title *t, const char *text)
{
    <{char *copy = strdup(text);
    if (copy == NULL)
        return -1;
    free(t->note);
    t->note = copy;//free(t->note);
    t->note = strdup(text);
    if (t->note == NULL)
        return -1;//!text-of-itself free(t->note);
    t->note = strdup(t->note);}>
    return 0;
}

static const char *_Nullable @title_get(const struct @title *t)
{
    return t->note;
}//static const char *_Nullable @title_get(const struct @title *t)
{
    return t->text;
}}>

static void @title_swap(struct @title *a, struct @title *b)
{
    <{char *x = a->text;
    a->text = b->text;
    b->text = x;//struct @title x = *a;
    *a = *b;
    *b = x;//!half-a-swap a->text = b->text;//!whole-copy *a = *b;//!freed-other free(a->text);
    a->text = b->text;}>
}

static void @title_drop(struct @title *__drops t)
{
    free(t->text);
    <{two=<{free(t->note);//!leak-in-drop}>//}>
}
''', struct='@title', kind='value', make='if (@title_init($o, $s) != 0)\n    $LEAVE', drop='@title_drop($o);', ops=[
    ('if (@title_set($o, $s) != 0)\n    $LEAVE', True),
    ('r += (long)strlen($o->text);', False),
    ('<{two=(void)@title_note($o, "note");//r += $o->len > 3;}>', True),
    ('if (@title_get($o) != NULL)\n    r++;', False),
    ('r += $o->text[0];', False),
    ('if ($o->text[0] != 0)\n    r += $o->text[1];', False),
    ('struct @title $n;\nif (@title_init(&$n, "other") == 0) {\n    @title_swap($o, &$n);\n    @title_drop(&$n);\n}', True),
], borrows=[('const char *', '$o->text', '*$b', False), ('const char *', '@title_get($o)', '*$b', True)])

module('track', '''
struct @track {
    char *__own __null_terminated artist;
    char *__own<{nul= _Nullable//}> __null_terminated name;
    unsigned seconds;
};

static struct @track *__own _Nullable @track_new(const char *artist, const char *name)
{
    <{char *a = NULL, *n = NULL;
    struct @track *t = malloc(sizeof *t);
    if (t == NULL)
        return NULL;
    a = strdup(artist);
    if (a == NULL)
        goto fail;
    n = strdup(name);
    <{if (n == NULL)
        goto fail;//if (n == NULL)
        goto fail;//!null-not-asked}>
    t->artist = a;
    t->name = n;
    <{t->seconds = 0;//!forgotten-field}>
    return t;
fail:
    <{free(a);//!leak-on-error}>
    free(n);
    free(t);
    return NULL;//struct @track *t = calloc(1, sizeof *t);
    if (t == NULL)
        return NULL;
    char *a = strdup(artist);
    char *n = strdup(name);
    if (a == NULL || n == NULL) {
        free(a);
        free(n);
        <{free(t);//!leak-on-error}>
        return NULL;
    }
    t->artist = a;
    t->name = n;
    return t;//char *a = strdup(artist);
    if (a == NULL)
        return NULL;
    char *n = strdup(name);
    if (n == NULL) {
        <{free(a);//!leak-on-error}>
        return NULL;
    }
    struct @track *t = malloc(sizeof *t);
    if (t == NULL) {
        free(n);
        free(a);
        return NULL;
    }
    <{*t = (struct @track){a, n, 1};//*t = (struct @track){.artist = a, .name = n};//!one-text-twice *t = (struct @track){a, a, 1};
    free(n);}>
    return t;}>
}

static void @track_free(struct @track *__own _Nullable t)
{
    if (t == NULL)
        return;
    <{free(t->artist);
    free(t->name);
    free(t);//free(t->name);
    free(t->artist);
    free(t);//!holder-first free(t);
    free(t->artist);//!leak-in-drop free(t->artist);
    free(t);//!twice free(t->artist);
    free(t->artist);
    free(t);}>
}

static unsigned @track_play(struct @track *t, unsigned by)
{
    t->seconds += by;
    return t->seconds;
}

static unsigned @track_consume(struct @track *__own t)
{
    unsigned s = t->seconds;
    @track_free(t);
    return <{s//!use-after-move t->seconds}>;
}

static char *__own @track_take(struct @track *__own t)
{
    char *a = t->artist;
    free(t->name);
    <{free(t);//!leak-of-holder}>
    return a;
}
''', struct='@track', kind='heap', make='@track_new($s, "name")', drop='@track_free($o);', ops=[
    ('r += @track_play($o, (unsigned)$i);', False),
    ('r += $o->seconds;', False),
    ('r += (long)strlen($o->artist);', False),
    ('r += $o->artist[0];', False),
], borrows=[('const char *', '$o->artist', '*$b', False)])

module('value', '''
enum @kind { @NONE, @NUM, @TEXT, @PAIR };

struct @value {
    enum @kind kind;
    union {
        long num __tagged_by(kind, @NUM);
        <{own=char *__own __null_terminated text __tagged_by(kind, @TEXT)//const char *__static text __tagged_by(kind, @TEXT)}>;
        struct { int a, b; } pair __tagged_by(kind, @PAIR);
    } u;
};

static void @value_num(struct @value *__inits v, long n)
{
    <{v->kind = @NUM;
    v->u.num = n;//!wrong-tag v->kind = @TEXT;
    v->u.num = n;//!tag-without-member v->kind = @TEXT;}>
}

static int @value_text(struct @value *__inits __when(return == 0) v)
{
    <{own=char *copy = strdup("text");
    if (copy == NULL)
        return -1;
    v->kind = @TEXT;
    v->u.text = copy;//v->kind = @TEXT;
    v->u.text = "text";}>
    return 0;
}

static long @value_get(const struct @value *v)
{
    <{switch (v->kind) {
    case @NUM:
        return v->u.num;
    case @TEXT:
        return (long)strlen(v->u.text);
    case @PAIR:
        return v->u.pair.a + v->u.pair.b;
    case @NONE:
        break;
    }//if (v->kind == @NUM)
        return v->u.num;
    if (v->kind == @TEXT)
        return v->u.text[0];
    if (v->kind == @PAIR)
        return v->u.pair.b;//!fall-through long x = 0;
    switch (v->kind) {
    case @NUM:
        x += v->u.num;
    case @TEXT:
        x += v->u.text[0];
        break;
    default:
        break;
    }
    return x;//!wrong-test if (v->kind != @NUM)
        return v->u.text[0];}>
    return 0;
}

static void @value_drop(struct @value *__drops v)
{
    <{own=<{if (v->kind == @TEXT)
        free(v->u.text);//!leak-in-drop//!wrong-tag-freed if (v->kind != @NUM)
        free(v->u.text);}>//(void)v;}>
}

static void @value_set(struct @value *v, long n)
{
    <{own=<{if (v->kind == @TEXT)
        free(v->u.text);//!overwritten-owner}>//}>
    v->kind = @NUM;
    <{v->u.num = n;//!tag-without-member}>
}

static void @value_pair(struct @value *v, int a)
{
    <{@value_set(v, 0);
    v->kind = @PAIR;
    v->u.pair.a = a;
    v->u.pair.b = 1;//if (v->kind == @PAIR)
        v->u.pair.a = a;}>
}
''', struct='@value', kind='value', make='<{@value_num($o, $i);//if (@value_text($o) != 0)\n    $LEAVE}>', drop='@value_drop($o);', ops=[
    ('r += @value_get($o);', False),
    ('@value_set($o, $i);', True),
    ('@value_pair($o, $i);', True),
    ('if ($o->kind == @NUM)\n    r += $o->u.num;', False),
    ('if ($o->kind == @TEXT)\n    r += $o->u.text[0];', False),
])

module('ring', '''
struct @ring {
    <{T=int//unsigned char}> slot[<{N=8//5//16}>];
    size_t head, count;
} __invariant(head < <{N=8//5//16}> && count <= <{N=8//5//16}>);

static void @ring_init(struct @ring *__inits r)
{
    <{memset(r, 0, sizeof *r);//*r = (struct @ring){0};//for (size_t i = 0; i < <{N=8//5//16}>; i++)
        r->slot[i] = 0;
    r->head = 0;
    r->count = 0;//!forgotten-field r->head = 0;
    r->count = 0;}>
}

static int @ring_put(struct @ring *r, <{T=int//unsigned char}> x)
{
    <{if (r->count == <{N=8//5//16}>)
        return -1;//if (r->count >= <{N=8//5//16}>)
        return -1;//!full-not-asked}>
    <{r->slot[(r->head + r->count) % <{N=8//5//16}>] = x;//size_t at = r->head + r->count;
    if (at >= <{N=8//5//16}>)
        at -= <{N=8//5//16}>;
    r->slot[at] = x;//!no-wrap r->slot[r->head + r->count] = x;//!one-past-the-end size_t at = r->head + r->count;
    if (at > <{N=8//5//16}>)
        at -= <{N=8//5//16}>;
    r->slot[at] = x;}>
    r->count++;
    return 0;
}

static int @ring_get(struct @ring *r, <{T=int//unsigned char}> *__inits __when(return == 0) x)
{
    if (r->count == 0)
        return -1;
    *x = r->slot[r->head];
    r->count--;
    <{r->head = (r->head + 1) % <{N=8//5//16}>;//if (++r->head == <{N=8//5//16}>)
        r->head = 0;//!broken-invariant r->head++;//!wrong-wrap if (++r->head > <{N=8//5//16}>)
        r->head = 0;}>
    return 0;
}

static long @ring_sum(const struct @ring *r)
{
    long s = 0;
    for (size_t i = 0; i < <{r->count//<{N=8//5//16}>}>; i++)
        s += r->slot[<{(r->head + i) % <{N=8//5//16}>//i}>];
    return s;
}
''', struct='@ring', kind='value', make='@ring_init($o);', drop='', ops=[
    ('(void)@ring_put($o, 4);', True),
    ('if (@ring_put($o, (unsigned char)$i) != 0)\n    $LEAVE', True),
    ('<{T=int//unsigned char}> $n;\nif (@ring_get($o, &$n) == 0)\n    r += $n;', True),
    ('r += @ring_sum($o);', False),
    ('r += $o->slot[$o->head];', False),
])

module('header', '''
struct @header {
    unsigned version, length;
    unsigned char kind;
};

static int @header_read(const unsigned char *__counted_by(n) p, size_t n,
                        struct @header *__inits __when(return == 0) out)
{
    <{if (n < 4)
        return -1;//if (n <= 3)
        return -1;//!too-short if (n < 3)
        return -1;//!not-asked}>
    <{if (p[0] != 1)
        return 1;//if (p[0] > 200)
        return -2;//!fails-with-success if (p[0] != 1)
        return 0;}>
    out->version = p[1];
    out->length = p[2];
    <{out->kind = p[3];//!forgotten-field}>
    return 0;
}

static long @body_sum(const unsigned char *__counted_by(n) p, size_t n)
{
    struct @header h;
    long s = 0;
    <{if (@header_read(p, n, &h) != 0)
        return -1;//int rc = @header_read(p, n, &h);
    if (rc != 0)
        return rc;//!result-not-asked (void)@header_read(p, n, &h);//!wrong-result int rc = @header_read(p, n, &h);
    if (rc < 0)
        return rc;}>
    <{size_t len = h.length;
    if (len > n - 4)
        len = n - 4;//size_t len = h.length;
    if (n - 4 < len)
        return -2;//!length-believed size_t len = h.length;//!wrapped-rest size_t len = h.length;
    if (len > n)
        return 0;}>
    for (size_t i = 0; i < len; i++)
        s += p[4 + i];
    return s + h.kind;
}

static unsigned @be16(const unsigned char *__counted_by(2) p)
{
    return (unsigned)p[0] * 256u + p[<{1//!off-by-one 2}>];
}

static long @fields(const unsigned char *__counted_by(n) p, size_t n)
{
    long s = 0;
    size_t at = 0;
    while (<{at < n && n - at >= 2//n - at >= 2//at + 1 < n//!one-byte-short at < n//!off-by-one n - at >= 1}>) {
        s += @be16(p + at);
        at += 2;
    }
    return s;
}
''', calls=['r += @body_sum(v, n);', 'r += @fields(v, n);',
            'struct @header $n;\nif (@header_read(v, n, &$n) == 0)\n    r += $n.length;',
            'if (n >= 2)\n    r += @be16(v);'])

module('view', '''
struct @view {
    const char *__counted_by(len) p;
    size_t len;
};

static struct @view @view_of(const char *s)
{
    return (struct @view){s, strlen(s)<{//!one-more  + 2}>};
}

static struct @view @view_head(struct @view v, size_t n)
{
    <{if (n > v.len)
        n = v.len;
    return (struct @view){v.p, n};//return (struct @view){v.p, n < v.len ? n : v.len};//!not-cut return (struct @view){v.p, n};}>
}

static struct @view @view_tail(struct @view v, size_t n)
{
    if (n > v.len)
        n = v.len;
    return (struct @view){v.p + n, v.len<{ - n//!length-kept}>};
}

static long @view_sum(struct @view v)
{
    long s = 0;
    for (size_t i = 0; i <{<//!one-round-more <=}> v.len; i++)
        s += v.p[i];
    return s;
}

static int @view_starts(struct @view v, char c)
{
    return <{v.len > 0 && v.p[0] == c//!empty-not-asked v.p[0] == c}>;
}

static size_t @view_find(struct @view v, char c)
{
    size_t i = 0;
    while (<{i < v.len && v.p[i] != c//!order v.p[i] != c && i < v.len}>)
        i++;
    return i;
}

<{//!local-view static struct @view @view_local(const char *s)
{
    char text[8];
    snprintf(text, sizeof text, "%s", s);
    return @view_of(text);
}}>

static long @view_owned(const char *s)
{
    char *copy = strdup(s);
    if (copy == NULL)
        return 0;
    struct @view v = @view_tail(@view_of(copy), 1);
    <{long r = @view_sum(v);
    free(copy);
    return r;//!use-after-free free(copy);
    return @view_sum(v);}>
}
''', calls=['r += @view_sum(@view_head(@view_tail(@view_of($s), 1), 4));', 'r += @view_owned($s);',
            'struct @view $n = @view_of($s);\nr += @view_starts($n, 97);',
            'struct @view $n = @view_of($s);\nr += (long)@view_find($n, 98);\nr += @view_sum(@view_tail($n, @view_find($n, 98)));'])

module('lexer', '''
struct @lexer {
    const char *at;
    <{line=unsigned line;//}>
};

struct @token {
    const char *__counted_by(len) text;
    size_t len;
};

static void @lexer_init(struct @lexer *__inits lx, const char *<{__captured_by(lx) //!not-captured }>input)
{
    lx->at = input;
    <{line=lx->line = 1;//}>
}

static struct @token @lexer_next(struct @lexer *lx)
{
    size_t n = 0;
    while (*lx->at == ' ')
        lx->at++;
    const char *start = lx->at;
    while (<{start[n] != '\\0' && start[n] != ' '//!beyond-the-end start[n] != ' '}>)
        n++;
    <{lx->at = start + n;//!step-over-the-end lx->at = start + n + 1;}>
    return (struct @token){start, n};
}

static long @words(const char *s)
{
    long count = 0;
    struct @lexer lx;
    @lexer_init(&lx, s);
    <{struct @token t = @lexer_next(&lx);
    while (t.len > 0) {
        count += t.text[0];
        t = @lexer_next(&lx);
    }//for (;;) {
        struct @token t = @lexer_next(&lx);
        if (t.len == 0)
            break;
        count += t.text[t.len - 1];
    }//!empty-not-asked struct @token t = @lexer_next(&lx);
    do {
        count += t.text[0];
        t = @lexer_next(&lx);
    } while (t.len > 0);}>
    return count;
}

static long @words_of_copy(const char *s)
{
    long count = 0;
    char *copy = strdup(s);
    if (copy == NULL)
        return 0;
    struct @lexer lx;
    @lexer_init(&lx, copy);
    struct @token t = @lexer_next(&lx);
    <{if (t.len > 0)
        count = t.text[0];
    free(copy);//!token-of-freed-text free(copy);
    if (t.len > 0)
        count = t.text[0];//!lexer-of-freed-text free(copy);
    t = @lexer_next(&lx);
    count = (long)t.len;}>
    return count;
}
''', calls=['r += @words($s);', 'r += @words_of_copy($s);',
            'struct @lexer $n;\n@lexer_init(&$n, $s);\nr += (long)@lexer_next(&$n).len;'])

module('font', '''
struct @font {
    unsigned refs;
    int size;
} __refcounted(@font_get, @font_put);

static struct @font *__own @font_get(struct @font *f)
{
    __unsafe {
        f->refs++;
        return f;
    }
}

static void @font_put(struct @font *__own f)
{
    __unsafe {
        if (--f->refs == 0)
            free(f);
    }
}

static struct @font *__own _Nullable @font_new(int size)
{
    struct @font *f = malloc(sizeof *f);
    if (f == NULL)
        return NULL;
    f->refs = 1;
    f->size = size;
    return f;
}

struct @label {
    struct @font *__own font;
    int width;
};

static int @label_init(struct @label *__inits __when(return == 0) l, struct @font *f)
{
    struct @font *mine = @font_get(f);
    if (mine->size < 4) {
        <{@font_put(mine);//!leak-on-error}>
        return -1;
    }
    <{l->font = mine;//!not-taken l->font = f;
    @font_put(mine);}>
    l->width = 2 * mine->size;
    return 0;
}

static void @label_drop(struct @label *__drops l)
{
    <{@font_put(l->font);//!leak-in-drop//!twice @font_put(l->font);
    @font_put(l->font);}>
}

static long @labels(int size)
{
    struct @label l;
    long r = 0;
    struct @font *f = @font_new(size);
    if (f == NULL)
        return 0;
    <{if (@label_init(&l, f) == 0) {
        r = l.font->size;
        @label_drop(&l);
    }
    @font_put(f);//int rc = @label_init(&l, f);
    @font_put(f);
    if (rc == 0) {
        r = l.font->size;
        @label_drop(&l);
    }//!put-then-use @font_put(f);
    r = f->size;//!not-put if (@label_init(&l, f) == 0)
        @label_drop(&l);}>
    return r;
}
''', calls=['r += @labels($i);', 'r += @labels(12);'])

module('callback', '''
struct @tally {
    long sum;
    int seen[4];
    size_t n;
} __invariant(n <= 4);

typedef void @visit_fn(struct @tally *t, int x);

static void @visit_add(struct @tally *t, int x)
{
    t->sum += x;
}

static void @visit_keep(struct @tally *t, int x)
{
    <{if (t->n < 4)
        t->seen[t->n++] = x;//if (t->n == 4)
        return;
    t->seen[t->n] = x;
    t->n++;//!full-not-asked t->seen[t->n++] = x;//!broken-invariant t->seen[t->n & 3] = x;
    t->n++;}>
}

static void @each(const int *__counted_by(n) v, size_t n, @visit_fn *fn, struct @tally *t)
{
    for (size_t i = 0; i < n; i++)
        fn(t, v[i]);
}

static int @twice(int x) { return x * 2; }
static int @half(int x) { return x / 2; }

static long @apply(int which, int x)
{
    <{int (*const table[2])(int) = {@twice, @half};
    __checked(which >= 0 && which < 2);
    return table[which](x);//int (*f)(int) = which != 0 ? @twice : @half;
    return f(x);//!unchecked-index int (*const table[2])(int) = {@twice, @half};
    return table[which & 3](x);}>
}

static long @run(int a)
{
    int v[5] = {1, 2, 3, 4, a};
    struct @tally t = {0, {0}, 0};
    @each(v, <{5//3//!one-too-many 6}>, @visit_keep, &t);
    @each(v, 5, @visit_add, &t);
    return t.sum + t.seen[0];
}
''', calls=['r += @run($i);', 'r += @apply($i & 1, 7);', 'r += @apply(1, $i);'])

module('arena', '''
struct @point {
    int x, y;
};

struct @arena {
    struct @point *__own __counted_by(cap) slot;
    size_t used, cap;
} __invariant(used <= cap);

static int @arena_init(struct @arena *__inits __when(return == 0) a, size_t cap)
{
    struct @point *p = <{calloc(cap, sizeof *p)//!too-small malloc(cap)}>;
    if (p == NULL)
        return -1;
    a->slot = p;
    a->used = 0;
    a->cap = cap;
    return 0;
}

static struct @point *_Nullable @arena_point(struct @arena *__lifetimebound __noinvalidate a, int x)
{
    <{if (a->used == a->cap)
        return NULL;//if (a->used >= a->cap)
        return NULL;//!full-not-asked}>
    struct @point *p = &a->slot[a->used++];
    p->x = x;
    p->y = 0;
    return p;
}

static void @arena_reset(struct @arena *a)
{
    a->used = 0;
}

static void @arena_drop(struct @arena *__drops a)
{
    free(a->slot);
}
''', struct='@arena', kind='value', make='if (@arena_init($o, 4) != 0)\n    $LEAVE', drop='@arena_drop($o);', ops=[
    ('if (@arena_point($o, $i) == NULL)\n    $LEAVE', False),
    ('@arena_reset($o);', True),
    ('if ($o->used > 0)\n    r += $o->slot[0].x;', False),
    ('r += (long)$o->cap;', False),
], borrows=[('struct @point *', '@arena_point($o, $i)', '$b->x', True)])

module('tree', '''
struct @tree {
    int key;
    struct @tree *__own _Nullable left, *__own _Nullable right;
};

static struct @tree *__own _Nullable @leaf(int key)
{
    struct @tree *t = malloc(sizeof *t);
    if (t == NULL)
        return NULL;
    t->key = key;
    t->left = NULL;
    <{t->right = NULL;//!forgotten-field//!shared-child t->right = t->left;}>
    return t;
}

static struct @tree *__own _Nullable @join(struct @tree *__own _Nullable l, struct @tree *__own _Nullable r, int key)
{
    struct @tree *t = malloc(sizeof *t);
    if (t == NULL) {
        <{@tree_free(l);
        @tree_free(r);//!leak-on-error @tree_free(l);}>
        return NULL;
    }
    <{t->key = key;
    t->left = l;
    t->right = r;//*t = (struct @tree){key, l, r};//!one-child-twice t->key = key;
    t->left = l;
    t->right = l;}>
    return t;
}

static void @tree_free(struct @tree *__own _Nullable t)
{
    if (t == NULL)
        return;
    <{@tree_free(t->left);
    @tree_free(t->right);
    free(t);//!holder-first struct @tree *right = t->right;
    @tree_free(t->left);
    free(t);
    right->key = 0;
    @tree_free(right);//!leak-in-drop @tree_free(t->left);
    free(t);}>
}

static long @tree_sum(const struct @tree *_Nullable t)
{
    <{if (t == NULL)
        return 0;
    return t->key + @tree_sum(t->left) + @tree_sum(t->right);//!null-not-asked return t->key + (t->left != NULL ? @tree_sum(t->left) : 0);}>
}

static const struct @tree *_Nullable @tree_find(const struct @tree *_Nullable t, int key)
{
    while (t != NULL && t->key != key)
        t = key < t->key ? t->left : t->right;
    return t;
}

static int @tree_add(struct @tree *t, int key)
{
    <{for (;;) {
        if (key < t->key) {
            if (t->left == NULL) {
                t->left = @leaf(key);
                return t->left != NULL ? 0 : -1;
            }
            t = t->left;
        } else {
            if (t->right == NULL) {
                t->right = @leaf(key);
                return t->right != NULL ? 0 : -1;
            }
            t = t->right;
        }
    }//if (key < t->key) {
        if (t->left != NULL)
            return @tree_add(t->left, key);
        t->left = @leaf(key);
        return 0;
    }
    if (t->right != NULL)
        return @tree_add(t->right, key);
    t->right = @leaf(key);
    return 0;//!overwritten-owner t->left = @leaf(key);
    return 0;}>
}
'''.replace('static struct @tree *__own _Nullable @join',
            'static void @tree_free(struct @tree *__own _Nullable t);\n\nstatic struct @tree *__own _Nullable @join'),
       struct='@tree', kind='heap', make='<{@leaf($i)//@join(@leaf(1), @leaf($i), 3)}>', drop='@tree_free($o);', ops=[
    ('r += @tree_sum($o);', False),
    ('if (@tree_add($o, $i) != 0)\n    $LEAVE', True),
    ('(void)@tree_add($o, 2);', True),
    ('r += $o->key;', False),
    ('if ($o->left != NULL)\n    r += $o->left->key;', False),
    ('@tree_free($o->left);\n$o->left = NULL;', True),
], borrows=[('const struct @tree *', '@tree_find($o, $i)', '$b->key', True)])

module('map', '''
struct @entry {
    char *__own __null_terminated key;
    int value;
    struct @entry *__own _Nullable next;
};

struct @map {
    struct @entry *__own _Nullable bucket[<{N=16//4//8}>];
};

static void @map_init(struct @map *__inits m)
{
    <{for (size_t i = 0; i < <{N=16//4//8}>; i++)
        m->bucket[i] = NULL;//*m = (struct @map){{NULL}};//!half-of-an-array for (size_t i = 1; i < <{N=16//4//8}>; i++)
        m->bucket[i] = NULL;}>
}

static size_t @slot_of(const char *key)
{
    unsigned h = 5381u;
    for (; *key != '\\0'; key++)
        h = h * 33u + (unsigned char)*key;
    return h % <{<{N=16//4//8}>//!one-slot-more (<{N=16//4//8}> + 1)}>;
}

static struct @entry *_Nullable @map_find(struct @map *__lifetimebound __noinvalidate m, const char *key)
{
    struct @entry *e = m->bucket[@slot_of(key)];
    while (<{e != NULL && strcmp(e->key, key) != 0//!null-not-asked strcmp(e->key, key) != 0}>)
        e = e->next;
    return e;
}

static int @map_set(struct @map *m, const char *key, int value)
{
    struct @entry *e = @map_find(m, key);
    if (e == NULL) {
        size_t i = @slot_of(key);
        e = malloc(sizeof *e);
        if (e == NULL)
            return -1;
        char *copy = strdup(key);
        if (copy == NULL) {
            <{free(e);//!leak-on-error}>
            return -1;
        }
        e->key = copy;
        <{e->next = m->bucket[i];//!lost-rest e->next = NULL;}>
        m->bucket[i] = e;
    }
    e->value = value;
    return 0;
}

static void @map_drop(struct @map *__drops m)
{
    for (size_t i = <{0//!one-is-left 1}>; i < <{N=16//4//8}>; i++) {
        struct @entry *e = m->bucket[i];
        while (e != NULL) {
            struct @entry *next = e->next;
            <{free(e->key);//!leak-in-drop}>
            free(e);
            e = next;
        }
    }
}
''', struct='@map', kind='value', make='@map_init($o);', drop='@map_drop($o);', ops=[
    ('if (@map_set($o, $s, $i) != 0)\n    $LEAVE', True),
    ('(void)@map_set($o, "key", 2);', True),
    ('if (@map_find($o, $s) != NULL)\n    r++;', False),
], borrows=[('struct @entry *', '@map_find($o, $s)', '$b->value', True)])

module('strbuf', '''
struct @strbuf {
    char *__own _Nullable __counted_by(cap) __filled(len) data;
    size_t len, cap;
} __invariant(len <= cap);

static void @strbuf_init(struct @strbuf *__inits b)
{
    *b = (struct @strbuf){NULL, 0, 0};
}

static int @strbuf_reserve(struct @strbuf *b, size_t extra)
{
    <{if (extra <= b->cap - b->len)
        return 0;//!wrong-room if (extra <= b->cap)
        return 0;}>
    <{if (b->len > 10000 || extra > 10000)
        return -1;//if (extra > SIZE_MAX - b->len)
        return -1;//!overflow-not-asked}>
    char *p = realloc(b->data, b->len + extra);
    if (p == NULL)
        return -1;
    b->data = p;
    b->cap = b->len + extra;
    return 0;
}

static int @strbuf_add(struct @strbuf *b, const char *__counted_by(n) s, size_t n)
{
    if (n == 0)
        return 0;
    if (@strbuf_reserve(b, n) != 0)
        return -1;
    <{__checked(b->data != NULL && n <= b->cap - b->len);//if (b->data == NULL || b->cap - b->len < n)
        return -1;//!room-not-asked}>
    <{memcpy(b->data + b->len, s, n);//for (size_t i = 0; i < n; i++)
        b->data[b->len + i] = s[i];//!one-byte-more memcpy(b->data + b->len, s, n + 1);}>
    b->len += n;
    return 0;
}

static long @strbuf_sum(const struct @strbuf *b)
{
    long s = 0;
    for (size_t i = 0; i < b-><{len//!cap-for-len cap}>; i++)
        s += b->data[i];
    return s;
}

static char *__own _Nullable __null_terminated @strbuf_text(const struct @strbuf *b)
{
    char *t = malloc(b->len<{ + 1//!no-room-for-the-end}>);
    if (t == NULL)
        return NULL;
    <{for (size_t i = 0; i < b->len; i++)
        t[i] = b->data[i];//if (b->len > 0)
        memcpy(t, b->data, b->len);}>
    <{t[b->len] = '\\0';//!no-end}>
    return t;
}

static void @strbuf_drop(struct @strbuf *__drops b)
{
    free(b->data);
}
''', struct='@strbuf', kind='value', make='@strbuf_init($o);', drop='@strbuf_drop($o);', ops=[
    ('if (@strbuf_add($o, $s, strlen($s)) != 0)\n    $LEAVE', True),
    ('(void)@strbuf_add($o, "abc", <{3//2//!one-too-many 5}>);', True),
    ('r += @strbuf_sum($o);', False),
    ('char *$n = @strbuf_text($o);\nif ($n != NULL) {\n    r += (long)strlen($n);\n    free($n);\n}', False),
    ('if ($o->len > 0)\n    r += $o->data[$o->len - 1];', False),
])

module('machine', '''
struct @vm {
    long stack[8];
    size_t sp;
} __invariant(sp <= 8);

static int @vm_push(struct @vm *m, long x)
{
    <{if (m->sp == 8)
        return -1;//if (m->sp >= sizeof m->stack / sizeof m->stack[0])
        return -1;//!full-not-asked//!off-by-one if (m->sp > 8)
        return -1;}>
    m->stack[m->sp++] = x;
    return 0;
}

static int @vm_pop(struct @vm *m, long *__inits __when(return == 0) x)
{
    <{if (m->sp == 0)
        return -1;//!empty-not-asked}>
    *x = m->stack[--m->sp];
    return 0;
}

static long @vm_run(const unsigned char *__counted_by(n) code, size_t n)
{
    struct @vm m = {{0}, 0};
    long a, b;
    for (size_t pc = 0; pc < n; pc++) {
        switch (code[pc] % 5) {
        case 0:
            if (@vm_push(&m, code[pc]) != 0)
                return -1;
            break;
        case 1:
            if (<{pc + 1 >= n//n - pc < 2//!operand-not-asked pc >= n}>)
                return -2;
            if (@vm_push(&m, code[++pc]) != 0)
                return -1;
            break;
        case 2:
            <{if (@vm_pop(&m, &a) != 0 || @vm_pop(&m, &b) != 0)
                return -3;//!either-asked if (@vm_pop(&m, &a) != 0 && @vm_pop(&m, &b) != 0)
                return -3;}>
            (void)@vm_push(&m, (a & 255) + (b & 255));
            break;
        case 3:
            if (@vm_pop(&m, &a) != 0)
                return -3;
            <{if (a == 0)
                return -4;//!zero-not-asked}>
            (void)@vm_push(&m, 1000 / a);
            break;
        default:
            break;
        }
    }
    return m.sp > 0 ? m.stack[m.sp - 1] : 0;
}
''', calls=['r += @vm_run(v, n);'])

module('pool', '''
#define @NIL <{N=16//7}>u
struct @pool {
    struct { int value; unsigned next; } item[<{N=16//7}>];
    unsigned first, used;
} __invariant(used <= <{N=16//7}>);

static void @pool_init(struct @pool *__inits p)
{
    memset(p, 0, sizeof *p);
    p->first = @NIL;
}

static int @pool_add(struct @pool *p, int value)
{
    <{if (p->used == @NIL)
        return -1;//!full-not-asked}>
    p->item[p->used].value = value;
    p->item[p->used].next = p->first;
    p->first = p->used++;
    return 0;
}

static long @pool_sum(const struct @pool *p)
{
    long s = 0;
    unsigned left = @NIL;
    for (unsigned i = p->first; <{i < @NIL//i != @NIL && i < p->used//!link-believed i != @NIL}> && left > 0; i = p->item[i].next) {
        s += p->item[i].value;
        left--;
    }
    return s;
}
''', struct='@pool', kind='value', make='@pool_init($o);', drop='', ops=[
    ('(void)@pool_add($o, $i);', True), ('r += @pool_sum($o);', False)])

module('bus', '''
struct @listener {
    const char *name;
    int heard;
};

struct @bus {
    struct @listener *_Nullable one;
};

static void @attach(struct @bus *b, struct @listener *<{__captured_by(b) //!not-captured }>l)
{
    b->one = l;
}

static void @fire(struct @bus *b)
{
    <{if (b->one != NULL)
        b->one->heard++;//!null-not-asked b->one->heard++;}>
}

static long @bus_trial(const char *s, int a)
{
    struct @listener outer = {s, 0};
    struct @bus b = {NULL};
    @attach(&b, &outer);
    if (a > 0) {
        struct @listener inner = {"inner", 1};
        <{@attach(&b, &inner);
        @fire(&b);
        @attach(&b, &outer);//b.one = NULL;
        @fire(&b);
        b.one = &outer;
        outer.heard += inner.heard;//!inner-kept @attach(&b, &inner);//!inner-stored b.one = &inner;}>
    }
    @fire(&b);
    return outer.heard;
}

static long @bus_heap(void)
{
    struct @bus b = {NULL};
    struct @listener *l = malloc(sizeof *l);
    if (l == NULL)
        return 0;
    *l = (struct @listener){"heap", 1};
    @attach(&b, l);
    <{@fire(&b);
    long r = l->heard;
    free(l);
    return r;//@attach(&b, l);
    b.one = NULL;
    free(l);
    @fire(&b);
    return 0;//!fired-after-free free(l);
    @fire(&b);
    return 0;}>
}
''', calls=['r += @bus_trial($s, $i);', 'r += @bus_heap();'])

module('grid', '''
struct @grid {
    size_t w, h;
    unsigned char *__own __counted_by(w * h) cell;
};

static int @grid_init(struct @grid *__inits __when(return == 0) g, size_t w, size_t h)
{
    <{if (w == 0 || h == 0 || w > 100 || h > 100)
        return -1;//!size-not-asked}>
    unsigned char *p = calloc(<{w * h//w, h//!sum-for-product w + h}><{, 1//}>);
    if (p == NULL)
        return -1;
    g->w = w;
    g->h = h;
    g->cell = p;
    return 0;
}

static int @grid_get(const struct @grid *g, size_t x, size_t y)
{
    <{if (x >= g->w || y >= g->h)
        return 0;
    __checked(y * g->w + x < g->w * g->h);//size_t at = y * g->w + x;
    __checked(at < g->w * g->h);//!one-side-asked if (x >= g->w)
        return 0;}>
    return g->cell[y * g->w + x];
}

static void @grid_drop(struct @grid *__drops g)
{
    free(g->cell);
}
'''.replace('calloc(<{w * h//w, h//!sum-for-product w + h}><{, 1//}>)', '<{calloc(w * h, 1)//!sum-for-product calloc(w + h, 1)}>'),
       struct='@grid', kind='value', make='if (@grid_init($o, 3, 4) != 0)\n    $LEAVE', drop='@grid_drop($o);', ops=[
    ('r += @grid_get($o, 1, $z);', False), ('r += @grid_get($o, $z, 2);', False)])

module('range', '''
static long @count(const unsigned char *__ended_by(end) p, const unsigned char *end, unsigned char b)
{
    long s = 0;
    while (p <{<//!=}> end) {
        if (*p == b)
            s++;
        p++;
        <{//!one-step-more if (*p == 0)
            p++;}>
    }
    return s;
}

static int @last(const unsigned char *__counted_by(n) p, size_t n)
{
    <{if (n == 0)
        return 0;
    return p[n - 1];//return n > 0 ? p[n - 1] : -1;//!empty-not-asked return p[n - 1];}>
}

static size_t @lower(const int *__counted_by(n) v, size_t n, int x)
{
    size_t lo = 0, hi = n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (v[mid] < x)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

static void @sort(int *__counted_by(n) v, size_t n)
{
    for (size_t i = 1; i < n; i++)
        for (size_t k = i; k > 0 && v[k - 1] > v[k]; k--) {
            int t = v[k - 1];
            v[k - 1] = v[k];
            v[k] = t;
        }
}

static long @sorted(int a, int b)
{
    int v[4] = {a, b, 3, 1};
    @sort(v, 4);
    size_t i = @lower(v, 4, 2);
    return <{i < 4 ? v[i] : 0//!end-not-asked v[i]}>;
}

static void @reverse(unsigned char *__counted_by(n) p, size_t n)
{
    for (size_t i = 0, j = n; i + 1 < j; i++) {
        j--;
        unsigned char t = p[i];
        p[i] = p[j];
        p[j] = t;
    }
}
''', calls=['r += @count(v, v + n, 1);', 'r += @last(v, n);', 'r += @sorted($i, 4);',
            'if (n > 2)\n    r += @count(v + 1, v + n - 1, 0);'])

module('handle', '''
static int __own_by(close, -1) @input(const char *path)
{
    return open(path, O_RDONLY);
}

static long @first(const char *path)
{
    unsigned char b;
    int fd = @input(path);
    if (fd == -1)
        return -1;
    <{if (read(fd, &b, 1) != 1) {
        <{close(fd);//!leak-on-error}>
        return -1;
    }
    close(fd);
    return b;//ssize_t got = read(fd, &b, 1);
    close(fd);
    return got == 1 ? b : 0;//!unread (void)!read(fd, &b, 1);
    close(fd);
    return b;//!closed-twice if (read(fd, &b, 1) != 1)
        close(fd);
    close(fd);
    return 0;}>
}
''', calls=['r += @first("/dev/zero");', 'r += @first("/dev/null");'])

module('cache', '''
struct @job {
    int id;
    char *__own _Nullable __null_terminated text;
};

struct @cache {
    struct @job *__own _Nullable last;
    unsigned hits;
};

static struct @job *__own _Nullable @job_new(int id)
{
    struct @job *j = malloc(sizeof *j);
    if (j == NULL)
        return NULL;
    j->id = id;
    j->text = <{NULL//strdup("job")}>;
    return j;
}

static void @job_free(struct @job *__own _Nullable j)
{
    if (j == NULL)
        return;
    free(j->text);
    free(j);
}

static void @cache_put(struct @cache *c, struct @job *__own j)
{
    <{@job_free(c->last);
    c->last = j;//struct @job *old = c->last;
    c->last = j;
    @job_free(old);//!overwritten-owner c->last = j;//!put-and-freed @job_free(c->last);
    c->last = j;
    @job_free(j);//!moved-and-freed @job_free(c->last);
    c->last = j;
    free(j->text);}>
}

static struct @job *__own _Nullable @cache_take(struct @cache *c)
{
    struct @job *j = c->last;
    <{c->last = NULL;//!taken-and-kept}>
    return j;
}

static struct @job *_Nullable @cache_look(struct @cache *__lifetimebound __noinvalidate c)
{
    c->hits++;
    return c->last;
}

static void @cache_move(struct @cache *to, struct @cache *from)
{
    <{struct @job *j = @cache_take(from);
    if (j != NULL)
        @cache_put(to, j);//if (from->last != NULL) {
        struct @job *j = from->last;
        from->last = NULL;
        @job_free(to->last);
        to->last = j;
    }//!order-of-a-move @job_free(to->last);
    to->last = from->last;
    from->last = NULL;//!moved-and-kept @job_free(to->last);
    to->last = from->last;}>
}

static void @cache_drop(struct @cache *__drops c)
{
    @job_free(c->last);
}
''', struct='@cache', kind='value', make='*$o = (struct @cache){NULL, 0};', drop='@cache_drop($o);', ops=[
    ('struct @job *$n = @job_new($i);\nif ($n == NULL)\n    $LEAVE\n@cache_put($o, $n);<{//!use-after-move \nr += $n->id;//!double-free \n@job_free($n);}>', True),
    ('struct @job *$n = @cache_take($o);\nif ($n != NULL)\n    r += $n->id;\n@job_free($n);', True),
    ('<{@cache_move($o, $o);//struct @cache $n = {NULL, 0};\n@cache_move(&$n, $o);\n@cache_drop(&$n);//struct @cache $n = {@job_new(3), 0};\n@cache_move($o, &$n);\n@cache_drop(&$n);}>', True),
    ('if ($o->last != NULL)\n    r += $o->last->id;', False),
    ('r += $o->hits;', False),
], borrows=[('struct @job *', '@cache_look($o)', '$b->id', True)])

module('queue', '''
struct @item {
    int value;
    struct @item *__own _Nullable next;
};

struct @queue {
    struct @item *__own _Nullable first;
    struct @item *_Nullable last;
};

static int @queue_put(struct @queue *q, int value)
{
    struct @item *n = malloc(sizeof *n);
    if (n == NULL)
        return -1;
    n->value = value;
    n->next = NULL;
    <{if (q->last != NULL)
        q->last->next = n;
    else
        q->first = n;//if (q->first == NULL)
        q->first = n;
    else if (q->last != NULL)
        q->last->next = n;
    else {
        free(n);
        return -1;
    }//!overwritten-owner q->first = n;}>
    q->last = n;
    return 0;
}

static int @queue_get(struct @queue *q, int *__inits __when(return == 0) value)
{
    struct @item *n = q->first;
    if (n == NULL)
        return -1;
    *value = n->value;
    q->first = n->next;
    <{if (q->first == NULL)
        q->last = NULL;//!dangling-last}>
    free(n);
    return 0;
}

static void @queue_drop(struct @queue *__drops q)
{
    struct @item *n = q->first;
    while (n != NULL) {
        struct @item *next = n->next;
        free(n);
        n = next;
    }
}
''', struct='@queue', kind='value', make='*$o = (struct @queue){NULL, NULL};', drop='@queue_drop($o);', ops=[
    ('if (@queue_put($o, $i) != 0)\n    $LEAVE', True),
    ('int $n;\nif (@queue_get($o, &$n) == 0)\n    r += $n;', True),
    ('(void)@queue_put($o, 1);', True),
])

module('pair', '''
struct @part {
    int *__own __counted_by(n) v;
    size_t n;
};

struct @whole {
    struct @part a;
    struct @part b;
    int state;
};

static int @part_init(struct @part *__inits __when(return == 0) p, size_t n)
{
    <{if (n == 0 || n > 64)
        return -1;//!size-not-asked}>
    int *v = <{calloc(n, sizeof *v)//malloc(n * sizeof *v)//!too-small malloc(n)}>;
    if (v == NULL)
        return -1;
    <{for (size_t i = 0; i < n; i++)
        v[i] = (int)i;//memset(v, 0, n * sizeof *v);//!half-filled v[0] = 0;}>
    p->v = v;
    p->n = n;
    return 0;
}

static void @part_drop(struct @part *__drops p)
{
    free(p->v);
}

static long @part_sum(const struct @part *p)
{
    long s = 0;
    for (size_t i = 0; i < p->n; i++)
        s += p->v[i];
    return s;
}

static int @whole_init(struct @whole *__inits __when(return == 0) w, size_t n)
{
    if (@part_init(&w->a, n) != 0)
        return -1;
    if (@part_init(&w->b, n / 2 + 1) != 0) {
        <{@part_drop(&w->a);//!leak-on-error}>
        return -1;
    }
    <{w->state = 1;//!forgotten-field}>
    return 0;
}

static void @part_shrink(struct @part *p)
{
    <{if (p->n > 1)
        p->n--;//p->n = p->n / 2;//!count-raised p->n++;}>
}

static void @part_exchange(struct @part *a, struct @part *b)
{
    <{struct @part t = *a;
    *a = *b;
    *b = t;//int *v = a->v;
    size_t n = a->n;
    a->v = b->v;
    a->n = b->n;
    b->v = v;
    b->n = n;//!count-not-moved int *v = a->v;
    a->v = b->v;
    b->v = v;//!order-of-a-move free(a->v);
    a->v = b->v;
    a->n = b->n;
    b->v = NULL;}>
}

static void @whole_drop(struct @whole *__drops w)
{
    @part_drop(&w->a);
    <{@part_drop(&w->b);//!leak-in-drop//!twice @part_drop(&w->a);}>
}
''', struct='@whole', kind='value', make='if (@whole_init($o, 6) != 0)\n    $LEAVE', drop='@whole_drop($o);', ops=[
    ('r += @part_sum(&$o->a) + @part_sum(&$o->b);', False),
    ('@part_shrink(&$o->b);', True),
    ('@part_exchange(&$o->a, <{&$o->b//&$o->a}>);', True),
    ('if ($o->a.n > 2)\n    r += $o->a.v[2];', False),
    ('r += $o->state;', False),
])

module('table', '''
static const char *const @word_list[4] = {"zero", "one", "two", <{"three"//!missing-entry NULL}>};

static const char *__static @word(unsigned i)
{
    <{return i < 4 ? @word_list[i] : "many";//if (i >= 4)
        return "many";
    return @word_list[i];//return @word_list[i % 4];//!off-by-one return i <= 4 ? @word_list[i] : "many";}>
}

static unsigned @digit(char c)
{
    <{static const unsigned char map[10] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    if (c < '0' || c > '9')
        return 0;
    return map[c - '0'];//!one-side-asked static const unsigned char map[10] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    if (c > '9')
        return 0;
    return map[c - '0'];}>
}

static long @number(const char *s)
{
    long x = 0;
    while (*s >= '0' && *s <= '9' && x < 100000) {
        x = x * 10 + (long)@digit(*s);
        s++;
    }
    return x;
}

static int @hist(const unsigned char *__counted_by(n) p, size_t n)
{
    unsigned count[<{256//!off-by-one 255}>] = {0};
    for (size_t i = 0; i < n; i++)
        count[p[i]]++;
    return (int)count[0];
}

static char *__own _Nullable @copy(const char *s)
{
    size_t n = strlen(s);
    char *p = malloc(n<{ + 1//!no-room-for-the-end}>);
    if (p == NULL)
        return NULL;
    <{memcpy(p, s, n + 1);//for (size_t i = 0; i < n; i++)
        p[i] = s[i];
    p[n] = '\\0';//strcpy(p, s);//!no-end memcpy(p, s, n);}>
    return p;
}
''', calls=['r += @word((unsigned)$i)[0];', 'r += @number($s);', 'r += @hist(v, n);',
            'char *$n = @copy($s);\nif ($n != NULL)\n    r += $n[0];\nfree($n);'])
