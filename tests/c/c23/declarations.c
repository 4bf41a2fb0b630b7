// flags: -std=gnu2x
/* C23 in declarations. */
[[nodiscard("why")]] int nd(void);
[[deprecated]] [[gnu::unused]] static int dep [[maybe_unused]];
int params(int, char *, [[maybe_unused]] int a [[maybe_unused]]) { return 3; }
struct [[deprecated]] tagged { [[maybe_unused]] int a; int b [[maybe_unused]] : 3; };
enum [[gnu::packed]] e2 { EA [[deprecated]] = 1, EB };
int *[[gnu::unused]] p;
int arr [[maybe_unused]] [3];
int attributed(int n) [[gnu::noinline]];
void none();
static_assert(sizeof(int) == 4);
bool yes = true, no = false;
thread_local int tl;
alignas(16) char al;
unsigned size = alignof(int);
typeof(int) tq;
struct s { int a; } se = {};
[[noreturn]] void die(void);
[[__gnu__::__cold__]] [[clang::unknown_attribute(anything (at) [all] { here })]] void cold(void);
[[]] int nothing;
[[maybe_unused, ]] int comma;
int labels(int n)
{
    switch (n) {
    case 1: int d = 3; n = d; [[fallthrough]];
    case 2: [[maybe_unused]] int e = 4; break;
    default:
    }
    [[maybe_unused]] int f;
    for ([[maybe_unused]] int i = 0; i < 3; i++) {}
    int g = 0b1010;
    return n + g;
end:
}
