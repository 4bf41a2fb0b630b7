// flags: -std=gnu2x
/* C23 types that gcc 12 does not know yet: enum with a type, _BitInt, auto, constexpr, nullptr. */
enum E : unsigned char { E0, E1 = 255 };
enum F : long;
enum F : long { F0 };
struct with_enum { enum E e : 3; enum G : int { G0 } g; };
_BitInt(7) b7 = 3wb;
unsigned _BitInt(9) b9 = 3uwb;
_BitInt(33) unsigned b33;
auto inferred = 3.5;
constexpr int ce = 1'000'000;
int variadic_only(...);
void *np = nullptr;
typeof_unqual(const int) unq;
int f(void)
{
    auto a = 1, b = 2;
    static auto c = 3;
    auto p = &a;
    constexpr struct { int x; } lit = { 4 };
    int *q = &(static int){ 3 };
    const int *r = &(constexpr int){ 3 };
    typeof(nullptr) n = nullptr;
    return a + b + c + *p + lit.x + *q + *r + (n == nullptr);
}
enum E returns_enum(enum E e) { return e; }
static_assert(ce == 1000000 && 0x1'0000 == 65536 && u8'a' == 97);
