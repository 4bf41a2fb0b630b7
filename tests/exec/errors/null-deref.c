#include <stddef.h>
struct s { int a, b; };
static int get(const struct s *p) { return p->b; } //~ null-deref
int main(void)
{
    return get(NULL);
}
