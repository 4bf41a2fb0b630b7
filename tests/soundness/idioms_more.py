"""More idioms, in the form that idioms.py describes: owners in arrays and globals, results through
pointers, texts, tables, records behind records."""
from idioms import module

module('slots', '''
struct @slots {
    char *__own _Nullable __null_terminated slot[<{N=12//3//8}>];
    unsigned used;
};

static void @slots_init(struct @slots *__inits t)
{
    for (unsigned i = 0; i < <{N=12//3//8}>; i++)
        t->slot[i] = NULL;
    t->used = 0;
}

static int @slots_set(struct @slots *t, unsigned i, const char *text)
{
    <{if (i >= <{N=12//3//8}>)
        return -1;//!unchecked-index//!wrong-bound if (i > <{N=12//3//8}>)
        return -1;}>
    char *copy = strdup(text);
    if (copy == NULL)
        return -1;
    <{free(t->slot[i]);//!overwritten-owner//!wrong-slot free(t->slot[0]);}>
    t->slot[i] = copy;
    return 0;
}

static char *__own _Nullable __null_terminated @slots_take(struct @slots *t, unsigned i)
{
    __checked(i < <{N=12//3//8}>);
    char *text = t->slot[i];
    <{t->slot[i] = NULL;//!taken-and-kept}>
    return text;
}

static void @slots_move(struct @slots *t, unsigned from, unsigned to)
{
    if (from >= <{N=12//3//8}> || to >= <{N=12//3//8}><{ || from == to//!same-slot}>)
        return;
    free(t->slot[to]);
    t->slot[to] = t->slot[from];
    <{t->slot[from] = NULL;//!moved-and-kept}>
}

static void @slots_drop(struct @slots *__drops t)
{
    for (unsigned i = <{0//!one-is-left 1}>; i < <{N=12//3//8}>; i++)
        free(t->slot[i]);
}
''', struct='@slots', kind='value', make='@slots_init($o);', drop='@slots_drop($o);', ops=[
    ('if (@slots_set($o, (unsigned)$z, $s) != 0)\n    $LEAVE', True),
    ('(void)@slots_set($o, 2, $s);', True),
    ('free(@slots_take($o, 2));', True),
    ('@slots_move($o, 1, (unsigned)$z);', True),
    ('if ($o->slot[1] != NULL)\n    r += $o->slot[1][0];', False),
])

module('memo', '''
static char *__own _Nullable __null_terminated @memo;
static const char *__static @mode = "plain";
static int @counter[4];
static const int *__static @best = &@counter[0];

static int @memo_set(const char *text)
{
    char *copy = strdup(text);
    if (copy == NULL)
        return -1;
    <{free(@memo);
    @memo = copy;//char *old = @memo;
    @memo = copy;
    free(old);//!overwritten-owner @memo = copy;//!freed-and-kept free(@memo);}>
    return 0;
}

static void @memo_clear(void)
{
    free(@memo);
    <{@memo = NULL;//!freed-and-kept}>
}

static size_t @memo_len(void)
{
    return <{@memo != NULL ? strlen(@memo) : 0//!null-not-asked strlen(@memo)}>;
}

static const char *__static @mode_of(int a)
{
    <{if (a > 2)
        @mode = "fast";//!argument-kept}>
    return @mode;
}

static void @bump(unsigned i, const char *s, const int *x)
{
    <{if (i < 4)
        @counter[i]++;//@counter[i & 3]++;//!unchecked-index @counter[i]++;}>
    <{@best = &@counter[3];//!argument-kept @best = x;//(void)x;}>
    (void)s;
}

static int @best_of(void)
{
    return *@best;
}
''', calls=['if (@memo_set($s) == 0)\n    r += (long)@memo_len();\n@memo_clear();', 'r += @mode_of($i)[0];',
            '{\n    int $n = $i;\n    @bump((unsigned)$z, $s, &$n);\n}\nr += @best_of();',
            'if (@memo_set($s) == 0 && @memo_set("again") == 0)\n    r++;\n@memo_clear();\nr += (long)@memo_len();'])

module('outs', '''
static int @dup(const char *s, char *__own *__inits __when(return == 0) out)
{
    char *copy = strdup(s);
    <{if (copy == NULL)
        return -1;//if (!copy)
        return 1;//!null-not-asked}>
    <{*out = copy;//!forgotten-out if (s[0] != 'x')
        *out = copy;
    else
        free(copy);}>
    return 0;
}

static int @two(int a, int *__inits x, int *__inits __when(return == 0) y)
{
    <{*x = a;//!forgotten-out if (a > 0)
        *x = a;}>
    if (a > 5)
        return -1;
    *y = a + 1;
    return 0;
}

static void @either(int a, int *__inits x)
{
    <{switch (a & 3) {
    case 0:
        *x = 1;
        break;
    case 1:
        *x = 2;
        break;
    default:
        *x = 3;
        break;
    }//!no-default switch (a & 3) {
    case 0:
        *x = 1;
        break;
    case 1:
        *x = 2;
        break;
    }}>
}

struct @pt { int x, y; };

static struct @pt @pt_make(int a)
{
    struct @pt p;
    p.x = a;
    <{p.y = 2;//!forgotten-field}>
    return p;
}

static long @outs(const char *s, int a)
{
    char *copy;
    int x, y;
    long r = 0;
    <{if (@dup(s, &copy) != 0)
        return -1;//!result-not-asked (void)@dup(s, &copy);}>
    r += copy[0];
    free(copy);
    <{if (@two(a, &x, &y) == 0)
        r += y;
    r += x;//if (@two(a, &x, &y) != 0)
        return r + x;
    r += y;//!result-not-asked if (@two(a, &x, &y) == 0)
        r++;
    r += y;}>
    @either(a, &x);
    r += x;
    struct @pt p = @pt_make(a);
    return r + p.x + p.y;
}
''', calls=['r += @outs($s, $i);', 'int $n;\n@either($i, &$n);\nr += $n;'])

module('box', '''
struct @box {
    int *__own _Nullable p;
    int tag;
};

static struct @box @box_make(int a)
{
    struct @box b = {malloc(sizeof(int)), a};
    <{if (b.p != NULL)
        *b.p = a;//!null-not-asked *b.p = a;//!uninit-inside}>
    return b;
}

static void @box_drop(struct @box *__drops b)
{
    free(b->p);
}

static int @box_get(const struct @box *b)
{
    return <{b->p != NULL ? *b->p : -1//!null-not-asked *b->p}>;
}

static void @box_move(struct @box *__inits to, struct @box *__drops from)
{
    <{*to = *from;//to->p = from->p;
    to->tag = from->tag;//!moved-and-dropped *to = *from;
    free(from->p);}>
}

static void @box_fill(struct @box *b, int a)
{
    <{if (b->p == NULL)
        b->p = calloc(1, sizeof(int));
    if (b->p != NULL)
        *b->p = a;//!overwritten-owner b->p = calloc(1, sizeof(int));}>
}

static long @boxes(int a)
{
    long r = 0;
    struct @box b = @box_make(a), c;
    @box_move(&c, &b);
    r += @box_get(&c);
    <{@box_drop(&c);//!both-dropped @box_drop(&c);
    @box_drop(&b);//!read-after-move r += @box_get(&b);
    @box_drop(&c);//!leak}>
    return r;
}
''', struct='@box', kind='value', make='*$o = @box_make($i);', drop='@box_drop($o);', ops=[
    ('r += @box_get($o);', False), ('@box_fill($o, $i);', True),
    ('free($o->p);\n$o->p = NULL;', True),
    ('struct @box $n;\n@box_move(&$n, $o);\n*$o = @box_make(2);\nr += @box_get(&$n);\n@box_drop(&$n);', True),
    ('if ($o->p != NULL)\n    r += *$o->p;', False),
], calls=['r += @boxes($i);'])

module('texts', '''
static size_t @trim(char *__null_terminated s)
{
    size_t n = strlen(s);
    while (<{n > 0 && s[n - 1] == ' '//!empty-not-asked s[n - 1] == ' '}>)
        n--;
    s[n] = '\\0';
    return n;
}

static void @upper(char *__null_terminated s)
{
    for (; *s != '\\0'; s++)
        if (*s >= 'a' && *s <= 'z')
            *s = (char)(*s - 32);
}

static void @put(char *__counted_by(n) to, size_t n, const char *s)
{
    size_t i = 0;
    <{if (n == 0)
        return;//!empty-not-asked}>
    while (<{i < n - 1 && s[i] != '\\0'//i + 1 < n && s[i] != '\\0'//!no-room-for-the-end i < n && s[i] != '\\0'}>) {
        to[i] = s[i];
        i++;
    }
    <{to[i] = '\\0';//!no-end}>
}

static long @both(const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b);
    <{if (n > 1000 || m > 1000)
        return -1;//__checked(n < 1000 && m < 1000);}>
    char *t = malloc(n + m<{ + 1//!no-room-for-the-end}>);
    if (t == NULL)
        return -1;
    <{memcpy(t, a, n);
    memcpy(t + n, b, m + 1);//memcpy(t, a, n);
    memcpy(t + n, b, m);
    t[n + m] = '\\0';//snprintf(t, n + m + 1, "%s%s", a, b);//strcpy(t, a);
    strcat(t, b);//!no-end memcpy(t, a, n);
    memcpy(t + n, b, m);}>
    long r = (long)strlen(t);
    free(t);
    return r;
}

static long @fields_of(const char *s)
{
    char word[8];
    long r = 0;
    size_t n = 0;
    for (; *s != '\\0'; s++) {
        if (*s == ' ') {
            word[n] = '\\0';
            r += (long)strlen(word);
            n = 0;
        } else if (<{n < sizeof word - 1//n + 1 < sizeof word//!no-room-for-the-end n < sizeof word//!one-too-many n <= sizeof word}>) {
            word[n++] = *s;
        }
    }
    return r + (long)n;
}

static long @key_value(const char *s)
{
    const char *eq = strchr(s, '-');
    <{if (eq == NULL)
        return -1;//!not-found-not-asked}>
    size_t n = (size_t)(eq - s);
    return (long)n + eq[1];
}

static long @texts(const char *s)
{
    char buf[12];
    <{@put(buf, sizeof buf, s);//snprintf(buf, sizeof buf, "%s", s);//strncpy(buf, s, sizeof buf - 1);
    buf[sizeof buf - 1] = '\\0';//!no-end strncpy(buf, s, sizeof buf);//!too-long strcpy(buf, s);//!larger-count @put(buf, 16, s);}>
    @upper(buf);
    return (long)@trim(buf) + buf[0];
}
''', calls=['r += @texts($s);', 'r += @both($s, "tail");', 'r += @fields_of($s);', 'r += @key_value($s);'])

module('matrix', '''
static long @trace(const int m[4][5])
{
    long r = 0;
    for (int i = 0; i < 4; i++)
        r += m[i][<{i//!other-way-round 4 - i + 1}>];
    return r;
}

static long @matrix(int a, int b)
{
    int m[4][5];
    long r = 0;
    for (int y = 0; y < <{4//!half-filled 3}>; y++)
        for (int x = 0; x < <{5//!half-filled 4//!one-round-more 6}>; x++)
            m[y][x] = y * x + (a & 3);
    for (int y = 0; y < 4; y++) {
        const int *row = m[y];
        for (int x = 0; x < <{5//!one-round-more 6}>; x++)
            r += row[x];
    }
    <{if (a >= 0 && a < 4 && b >= 0 && b < 5)
        r += m[a][b];//if (a < 0 || a > 3 || b < 0 || b > 4)
        return r;
    r += m[a][b];//!swapped-bounds if (a >= 0 && a < 5 && b >= 0 && b < 4)
        r += m[a][b];}>
    return r + @trace((const int (*)[5])m);
}

static unsigned @shift(unsigned x, int by)
{
    <{if (by < 0 || by > 31)
        return 0;
    return x >> by;//return x >> (by & 31);//!shift-by-all if (by < 0 || by > 32)
        return 0;
    return x >> by;//!sign-not-asked if (by > 31)
        return 0;
    return x << by;}>
}

static int @mean(const int *__counted_by(n) v, size_t n)
{
    long s = 0;
    for (size_t i = 0; i < n; i++)
        s += v[i];
    <{if (n == 0)
        return 0;//!empty-not-asked}>
    return (int)(s / (long)n);
}
''', calls=['r += @matrix($i, $i);', 'r += @shift((unsigned)$i, $i);', 'int $n[3] = {1, $i, 2};\nr += @mean($n, $z < 4 ? $z : 3);'])

module('message', '''
struct @msg {
    size_t len;
    char text[] __counted_by(len);
};

static struct @msg *__own _Nullable @msg_new(const char *s)
{
    size_t n = strlen(s);
    <{if (n > 1000)
        return NULL;//!size-not-asked}>
    struct @msg *m = malloc(sizeof *m + n<{//!one-byte-short  - 1}>);
    if (m == NULL)
        return NULL;
    <{m->len = n;//!length-not-set//!length-too-large m->len = n + 1;}>
    <{memcpy(m->text, s, n);//for (size_t i = 0; i < n; i++)
        m->text[i] = s[i];//!not-filled}>
    return m;
}

static long @msg_sum(const struct @msg *m)
{
    long s = 0;
    for (size_t i = 0; i <{<//!one-round-more <=}> m->len; i++)
        s += m->text[i];
    return s;
}

static void @msg_free(struct @msg *__own _Nullable m)
{
    free(m);
}
''', struct='@msg', kind='heap', make='@msg_new($s)', drop='@msg_free($o);', ops=[
    ('r += @msg_sum($o);', False), ('if ($o->len > 0)\n    r += $o->text[0];', False)])

module('chain', '''
struct @link {
    int v;
    struct @link *__own _Nullable next;
    struct @link *_Nullable prev;
};

struct @chain {
    struct @link *__own _Nullable first;
};

static int @chain_add(struct @chain *c, int v)
{
    struct @link *n = malloc(sizeof *n);
    if (n == NULL)
        return -1;
    n->v = v;
    n->next = c->first;
    <{n->prev = NULL;//!forgotten-field}>
    <{if (c->first != NULL)
        c->first->prev = n;//if (n->next != NULL)
        n->next->prev = n;//!null-not-asked c->first->prev = n;}>
    c->first = n;
    return 0;
}

static void @chain_behind(struct @chain *c)
{
    if (c->first == NULL || c->first->next == NULL)
        return;
    struct @link *gone = c->first->next;
    c->first->next = gone->next;
    <{if (gone->next != NULL)
        gone->next->prev = c->first;//!dangling-prev}>
    free(gone);
}

static long @chain_back(const struct @chain *c)
{
    const struct @link *last = NULL;
    long r = 0;
    for (const struct @link *n = c->first; n != NULL; n = n->next)
        last = n;
    <{while (last != NULL) {
        r += last->v;
        last = last->prev;
    }//if (last != NULL)
        r += last->v;//!null-not-asked r += last->v;}>
    return r;
}

static void @chain_drop(struct @chain *__drops c)
{
    struct @link *n = c->first;
    while (n != NULL) {
        struct @link *next = n->next;
        free(n);
        n = next;
    }
}
''', struct='@chain', kind='value', make='*$o = (struct @chain){NULL};', drop='@chain_drop($o);', ops=[
    ('if (@chain_add($o, $i) != 0)\n    $LEAVE', True), ('(void)@chain_add($o, 1);', True),
    ('@chain_behind($o);', True), ('r += @chain_back($o);', False)])

module('people', '''
enum @role { @GUEST, @MEMBER, @ADMIN, @ROLES };

struct @member {
    char name[12] __null_terminated;
    enum @role role;
    int score[3];
};

static const char *const @role_name[@ROLES] = {"guest", "member", "admin"};

static const char *__static @role_of(const struct @member *m)
{
    <{switch (m->role) {
    case @GUEST: return "g";
    case @MEMBER: return "m";
    case @ADMIN: return "a";
    case @ROLES: break;
    }
    return "?";//if ((unsigned)m->role < @ROLES)
        return @role_name[m->role];
    return "?";//!tag-believed return @role_name[m->role];}>
}

static void @member_init(struct @member *__inits m, const char *name, int role)
{
    <{memset(m, 0, sizeof *m);
    snprintf(m->name, sizeof m->name, "%s", name);//snprintf(m->name, sizeof m->name, "%s", name);
    m->score[0] = m->score[1] = m->score[2] = 0;//!half-filled snprintf(m->name, sizeof m->name, "%s", name);
    m->score[0] = m->score[1] = 0;//!too-long memset(m, 0, sizeof *m);
    strcpy(m->name, name);}>
    m->role = role == 1 ? @MEMBER : role == 2 ? @ADMIN : @GUEST;
}

static long @member_sum(const struct @member *__counted_by(n) m, size_t n)
{
    long r = 0;
    for (size_t i = 0; i < n; i++) {
        r += m[i].score[i <{% 3//!wrong-modulus % 4}>] + m[i].name[0];
        if (m[i].role == @ADMIN)
            r++;
    }
    return r;
}

static struct @member *_Nullable @member_best(struct @member *__counted_by(n) m, size_t n)
{
    struct @member *best = NULL;
    for (size_t i = 0; i < n; i++)
        if (best == NULL || m[i].score[0] > best->score[0])
            best = &m[i];
    return best;
}

static long @members(const char *s, int a)
{
    struct @member m[3];
    for (int i = 0; i < <{3//!half-filled 2}>; i++)
        @member_init(&m[i], s, a);
    <{struct @member *b = @member_best(m, 3);
    if (b != NULL)
        b->score[1] = a;//m[1] = m[2];//!count-one-more (void)@member_best(m, 4);}>
    return @member_sum(m, 3) + @role_of(&m[1])[0];
}
''', calls=['r += @members($s, $i);', 'struct @member $n;\n@member_init(&$n, $s, $i);\nr += @role_of(&$n)[0] + $n.score[1];'])

module('stream', '''
static long @lines(const char *path)
{
    char line[16];
    long r = 0;
    FILE *f = fopen(path, "r");
    <{if (f == NULL)
        return -1;//!null-not-asked}>
    <{while (r < 3 && fgets(line, sizeof line, f) != NULL)
        r += (long)strlen(line);//if (fgets(line, sizeof line, f) != NULL)
        r = line[0];//!result-not-asked (void)!fgets(line, sizeof line, f);
    r = (long)strlen(line);//!larger-count while (r < 3 && fgets(line, 20, f) != NULL)
        r += (long)strlen(line);}>
    <{fclose(f);//!leak//!closed-twice fclose(f);
    fclose(f);}>
    return r;
}

static long @block_of(const char *path)
{
    unsigned char b[8];
    long r = 0;
    FILE *f = fopen(path, "rb");
    if (f == NULL)
        return -1;
    size_t got = fread(b, 1, sizeof b, f);
    fclose(f);
    for (size_t i = 0; i < <{got//!all-believed sizeof b}>; i++)
        r += b[i];
    return r;
}
''', calls=['r += @lines("/proc/self/status");', 'r += @block_of("/dev/null");', 'r += @lines($s);', 'r += @block_of("/dev/zero");'])

module('split', '''
static long @sum_of(const int *__counted_by(n) v, size_t n)
{
    if (n == 0)
        return 0;
    <{if (n == 1)
        return v[0];
    return @sum_of(v, n / 2) + @sum_of(v + n / 2, n - n / 2);//return v[0] + @sum_of(v + 1, n - 1);//return @sum_of(v, n - 1) + v[n - 1];//!rest-too-long return v[0] + @sum_of(v + 1, n);}>
}

static size_t @compact(int *__counted_by(n) v, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (v[i] != 0)
            v[kept++] = v[i];
    return kept;
}

static long @window(const int *__counted_by(n) v, size_t n, size_t k)
{
    long best = 0;
    <{if (k == 0 || k > n)
        return -1;//!window-not-asked if (k == 0)
        return -1;}>
    for (size_t i = 0; i + k <= n; i++) {
        long s = 0;
        for (size_t j = 0; j < k; j++)
            s += v[i + j];
        if (s > best)
            best = s;
    }
    return best;
}

static long @split(int a, int b)
{
    int v[6] = {a, 0, b, 1, 0, 2};
    size_t n = @compact(v, 6);
    return @sum_of(v, <{n//6//!one-too-many n + 1}>) + @window(v, 6, <{2//(size_t)(a & 7)}>);
}
''', calls=['r += @split($i, $i);'])

module('iterator', '''
struct @series {
    const int *__counted_by(n) v;
    size_t n;
};

struct @walk {
    const struct @series *of;
    size_t at;
};

static int @walk_next(struct @walk *w, int *__inits __when(return == 0) x)
{
    <{if (w->at >= w->of->n)
        return -1;//!end-not-asked if (w->at > w->of->n)
        return -1;}>
    *x = w->of->v[w->at];
    w->at++;
    return 0;
}

static long @walk_all(const struct @series *s)
{
    struct @walk w = {s, 0};
    long r = 0;
    int x;
    <{while (@walk_next(&w, &x) == 0)
        r += x;//!result-not-asked while (w.at < s->n) {
        r += x;
        (void)@walk_next(&w, &x);
    }}>
    return r;
}

<{//!local-kept static struct @series @series_local(int a)
{
    int v[3] = {1, 2, a};
    return (struct @series){v, 3};
}}>

static long @series(int a)
{
    int v[3] = {1, a, 3};
    struct @series s = {v, <{3//2//!count-one-more 4}>};
    return @walk_all(&s);
}
''', calls=['r += @series($i);'])

module('numbers', '''
static int @at(const int *__counted_by(n) v, int n, int i)
{
    <{return i >= 0 && i < n ? v[i] : 0;//return (unsigned)i < (unsigned)n ? v[i] : 0;//!sign-not-asked return i < n ? v[i] : 0;}>
}

static long @narrow(size_t n, int a)
{
    int t[16];
    long r = 0;
    unsigned char k = (unsigned char)<{(n & 15)//(n % 16)//!not-reduced n}>;
    for (int i = 0; i < 16; i++)
        t[i] = i;
    r += t[k];
    <{signed char c = (signed char)(a & 15);//signed char c = (signed char)(a < 0 || a > 15 ? 0 : a);//!sign-of-a-cast signed char c = (signed char)(a & 255);
    if (c > 15)
        c = 0;}>
    r += t[c];
    short h = (short)<{(a % 8)//!large (a * 8)}>;
    <{if (h >= 0)
        r += t[h];//!sign-of-a-rest if (a < 8)
        r += t[h];}>
    return r;
}

static long @indirect(const unsigned char *__counted_by(n) v, size_t n)
{
    int t[8] = {1, 2, 3};
    size_t where[4];
    long r = 0;
    for (size_t i = 0; i < 4; i++)
        where[i] = <{i * 2//i < n ? v[i] & 7u : 0//!link-believed i < n ? v[i] : 0}>;
    for (size_t i = 0; i < 4; i++) {
        <{__checked(where[i] < 8);
        r += t[where[i]];//if (where[i] < 8)
            r += t[where[i]];//!link-believed r += t[where[i]];}>
    }
    return r;
}

static long @down(const unsigned char *__counted_by(n) v, size_t n)
{
    long r = 0;
    <{for (size_t i = n; i > 0; i--)
        r += v[i - 1];//for (size_t i = n; i-- > 0;)
        r += v[i];//!never-below-zero for (size_t i = n - 1; i + 1 > 0; i--)
        r += v[i];}>
    return r;
}

static long @until(const unsigned char *__counted_by(n) v, size_t n)
{
    size_t i = 0;
    long r = 0;
    <{while (i < n && v[i++] != 3)
        r++;//while (i < n) {
        if (v[i] == 3)
            break;
        i += 2;
    }//!order while (v[i] != 3 && i < n)
        i++;}>
    <{if (i < n)
        r += v[i];//!end-not-asked r += v[i];}>
    return r;
}
''', calls=['r += @narrow(n, $i);', 'r += @indirect(v, n);', 'r += @down(v, n);', 'r += @until(v, n);',
            'int $n[3] = {4, 5, 6};\nr += @at($n, 3, $i);'])

module('zeroed', '''
struct @name {
    const char *first;
    char *__own __null_terminated last;
    int age;
};

static struct @name *__own _Nullable @name_new(const char *s)
{
    struct @name *p = calloc(1, sizeof *p);
    if (p == NULL)
        return NULL;
    <{p->last = strdup(s);
    if (p->last == NULL) {
        free(p);
        return NULL;
    }//char *copy = strdup(s);
    if (copy == NULL) {
        free(p);
        return NULL;
    }
    p->last = copy;//!not-set p->age = s[0];}>
    <{p->first = "";//!zero-for-a-pointer}>
    return p;
}

static void @name_free(struct @name *__own _Nullable p)
{
    if (p == NULL)
        return;
    free(p->last);
    free(p);
}

static int @name_sum(const struct @name *p)
{
    return <{p->first[0] + p->last[0]//p->last[0]}>;
}

static void @name_wipe(struct @name *__inits p)
{
    memset(p, 0, sizeof *p);
    <{p->first = "none";//!zero-for-a-pointer}>
    <{p->last = calloc(4, 1);
    __checked(p->last != NULL);//!zero-for-an-owner}>
}

static long @names(void)
{
    struct @name n;
    @name_wipe(&n);
    long r = @name_sum(&n);
    free(n.last);
    return r;
}
''', struct='@name', kind='heap', make='@name_new($s)', drop='@name_free($o);', ops=[
    ('r += @name_sum($o);', False), ('r += $o->last[0];', False), ('r += $o->first[0] + $o->age;', False)],
    calls=['r += @names();'])

module('pointers', '''
static void @swap_texts(const char **a, const char **b)
{
    const char *t = *a;
    *a = *b;
    *b = t;
}

static void @swap_owned(char *__own _Nullable *a, char *__own _Nullable *b)
{
    char *t = *a;
    *a = *b;
    <{*b = t;//!half-a-swap free(t);}>
}

static int @replace(char *__own _Nullable *where, const char *s)
{
    char *copy = strdup(s);
    if (copy == NULL)
        return -1;
    <{free(*where);//!overwritten-owner}>
    *where = copy;
    return 0;
}

static long @two_of(const char *s, int a)
{
    char *x = strdup(s), *y = NULL;
    long r = 0;
    <{if (a > 2)
        (void)@replace(&y, "other");
    @swap_owned(&x, &y);//(void)@replace(&x, "new");//@swap_owned(&x, &x);//!stale-borrow const char *k = x;
    (void)@replace(&x, "new");
    if (k != NULL)
        r += k[0];}>
    if (x != NULL)
        r += x[0];
    free(x);
    <{free(y);//!leak}>
    return r;
}

static long @texts_of(const char *s)
{
    const char *p = s, *q = "literal";
    @swap_texts(&p, &q);
    <{//!local-kept {
        char local[4] = "abc";
        q = local;
    }}>
    return p[0] + q[0];
}

static const char *__static @kept(int a)
{
    static char buf[8];
    <{snprintf(buf, sizeof buf, "%d", a);//buf[0] = (char)('a' + (a & 7));
    buf[1] = '\\0';//!too-long sprintf(buf, "%d-%d", a, a);}>
    return buf;
}

static int *_Nullable @where(int *__counted_by(n) v, size_t n, int x)
{
    for (int *p = v; p < v + n; p++)
        if (*p == x)
            return p;
    return NULL;
}

static long @found(int a)
{
    int v[4] = {3, 1, a, 2};
    int *p = @where(v, 4, 1);
    <{if (p == NULL)
        return -1;//!null-not-asked}>
    *p = 5;
    <{if (p < v + 3)
        return p[1];//if (p != v)
        return p[-1];//!next-not-asked return p[1];//!other-end return p[3];}>
    return *p;
}
''', calls=['r += @two_of($s, $i);', 'r += @texts_of($s);', 'r += @kept($i)[0];', 'r += @found($i);'])

module('jumps', '''
static long @jumps(const unsigned char *__counted_by(n) v, size_t n, int a)
{
    char *p = NULL, *q = NULL;
    long r = 0;
    size_t i = 0;
    int tries = 0;
again:
    p = malloc(4);
    if (p == NULL)
        goto out;
    p[0] = (char)a;
    r += p[0];
    <{if (tries++ < 2 && n > 3) {
        free(p);
        goto again;
    }//if (tries++ < 2 && a > 3) {
        free(p);
        p = NULL;
        goto again;
    }//!leak-in-a-loop if (tries++ < 2 && n > 3)
        goto again;}>
    <{q = malloc(2);
    if (q == NULL)
        goto free_p;
    q[0] = 1;
    r += q[0];
    free(q);//if (a == 3)
        goto free_p;//!wrong-label q = malloc(2);
    if (q == NULL || a > 2)
        goto out;
    free(q);}>
next:
    if (i < n) {
        r += v[i];
        i++;
        goto next;
    }
free_p:
    free(p);
    <{return r;
out:
    return -1;//p = NULL;
out:
    return r;//!freed-again out:
    free(p);
    return r;}>
}

static long @state_machine(const char *s)
{
    enum { OUT, IN, END } state = OUT;
    const char *start = s;
    long r = 0;
    size_t n = 0;
    for (; state != END; s++) {
        switch (state) {
        case OUT:
            if (*s == '\\0') {
                <{state = END;//!runs-on n = 0;}>
            } else if (*s != ' ') {
                state = IN;
                start = s;
                n = 1;
            }
            break;
        case IN:
            if (*s == ' ' || *s == '\\0') {
                r += start[0] + (long)n;
                state = *s == '\\0' ? END : OUT;
            } else {
                n++;
            }
            break;
        case END:
            break;
        }
        <{if (state == END)
            break;//}>
    }
    return r;
}

static int @late(int a)
{
    int x;
    switch (a) {
    case 1:
        x = 2;
        break;
    case 2:
    case 3:
        x = a;
        <{break;//}>
    default:
        <{x = 0;
        break;//return 0;//!no-value break;}>
    }
    return x + 1;
}
''', calls=['r += @jumps(v, n, $i);', 'r += @state_machine($s);', 'r += @late($i);'])

module('parse', '''
static long @parsed(const char *s)
{
    char *end;
    long x = strtol(s, &end, 10);
    <{if (end == s)
        return -1;
    return x + *end;//return *end != '\\0' ? -1 : x;//!beyond return end[1];}>
}

static size_t @line_of(const char *s)
{
    size_t n = strcspn(s, "-");
    <{return s[n] == '-' ? n + 1 : n;//!beyond return s[n + 1] == '-' ? n : 0;}>
}

static long @found_byte(const unsigned char *__counted_by(n) v, size_t n)
{
    <{if (n == 0)
        return -1;//}>
    const unsigned char *p = memchr(v, 1, n);
    <{if (p == NULL)
        return -1;//!null-not-asked}>
    return (long)(p - v);
}

static long @shifted(const unsigned char *__counted_by(n) v, size_t n)
{
    unsigned char t[10] = {0};
    <{size_t k = n < sizeof t ? n : sizeof t;//size_t k = n;
    if (k > sizeof t)
        k = sizeof t;//!not-cut size_t k = n;}>
    memcpy(t, v, k);
    <{memmove(t + 1, t, sizeof t - 1);//if (k > 1)
        memmove(t, t + 1, k - 1);//!one-too-many memmove(t + 1, t, sizeof t);//!empty-not-asked memmove(t, t + 1, k - 1);}>
    return t[0] + t[9];
}

static int @scanned(const char *s)
{
    int x;
    <{if (sscanf(s, "%d", &x) != 1)
        return -1;//!result-not-asked (void)sscanf(s, "%d", &x);}>
    return x + 1;
}
''', calls=['r += @parsed($s);', 'r += (long)@line_of($s);', 'r += @found_byte(v, n);', 'r += @shifted(v, n);', 'r += @scanned($s);'])

module('cells', '''
struct @cell3 {
    struct @inner {
        int *__own _Nullable __counted_by(n) v;
        size_t n;
    } part[2];
    unsigned used : 3;
    unsigned kind : 2;
};

static void @cells_init(struct @cell3 *__inits c)
{
    *c = (struct @cell3){.used = 0};
}

static int @cells_set(struct @cell3 *c, unsigned i, size_t n)
{
    <{if (i > 1 || n == 0 || n > 50)
        return -1;//!wrong-bound if (i > 2 || n == 0 || n > 50)
        return -1;}>
    int *v = calloc(n, sizeof *v);
    if (v == NULL)
        return -1;
    <{free(c->part[i].v);//!overwritten-owner}>
    c->part[i].v = v;
    <{c->part[i].n = n;//!count-too-large c->part[i].n = n + 1;//!count-not-set}>
    c->used = (c->used + 1) & 7;
    return 0;
}

static long @cells_sum(const struct @cell3 *c)
{
    static const int weight[8] = {1, 2, 3, 4, 5, 6, 7, 8};
    long r = weight[c->used];
    for (unsigned k = 0; k < 2; k++)
        for (size_t i = 0; i < c->part[k].n; i++)
            r += c->part[k].v[i];
    <{r += weight[c->kind];//!too-small-a-table static const int few[3] = {1, 2, 3};
    r += few[c->kind];}>
    return r;
}

static void @cells_drop(struct @cell3 *__drops c)
{
    free(c->part[0].v);
    <{free(c->part[1].v);//!one-is-left}>
}
''', struct='@cell3', kind='value', make='@cells_init($o);', drop='@cells_drop($o);', ops=[
    ('if (@cells_set($o, (unsigned)$z, 3) != 0)\n    $LEAVE', True), ('(void)@cells_set($o, 1, $z);', True),
    ('r += @cells_sum($o);', False), ('if ($o->part[0].n > 1)\n    r += $o->part[0].v[1];', False)])
