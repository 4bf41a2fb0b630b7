/* Members: bit-fields, anonymous ones, flexible and zero-length arrays, stray semicolons. */
struct empty {};
struct zero { int n; int a[0]; };
struct flex { int n; int a[]; };
struct anon { struct { int x; union { int y; float z; }; }; int w; };
struct bits { unsigned a : 3, : 5, b : 1; int : 0; enum { EA, EB } e : 4; _Bool f : 1; };
struct nosemi { int a; int b };
struct stray { ; int a;; int b; };
struct checked { int a; _Static_assert(sizeof(int) == 4, "int"); int b; };
struct self { struct self *next; const struct undefined *other; } self1, *self2 = &self1;
union u { int i; float f; char c[4]; } u1 = { 3 }, u2 = { .f = 1.0f };
struct nested { struct inner { int a; } in; enum color { RED, GREEN = 5, BLUE, } c; };
struct inner use = { BLUE };
enum forward_later { A, B = A + 2, C, };
struct attributes { char c; int i __attribute__((aligned(16))); short s __attribute__((packed)); }
    __attribute__((packed));
struct __attribute__((packed, aligned(2))) before { char c; int i; } tail __attribute__((unused));
__extension__ struct extension { __extension__ union { int a; long b; }; __extension__ int c; };
typedef struct { int a; } *handle, object;
int size(void) { return sizeof(struct { int a; char b; }) + sizeof(struct local { int c; }); }
struct { int a; } f(void);
struct flex fl = { 1, { 1, 2, 3 } };
