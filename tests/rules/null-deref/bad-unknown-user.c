// A user that does not exist has no entry.
#include <pwd.h>
#include <stdio.h>

static const char *home_of(const char *user)
{
    struct passwd *p = getpwnam(user);
    return p->pw_dir; //~ null-deref
}

int main(void)
{
    puts(home_of("nobody-by-that-name"));
    return 0;
}
