// A user that does not exist has no entry, and none is used.
#include <pwd.h>
#include <stdio.h>

static const char *home_of(const char *user)
{
    struct passwd *p = getpwnam(user);
    return p != NULL ? p->pw_dir : "/";
}

int main(void)
{
    puts(home_of("nobody-by-that-name"));
    return 0;
}
