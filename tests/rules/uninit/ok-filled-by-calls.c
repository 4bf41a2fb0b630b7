// Structs and arrays are filled by library calls and macros.
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/select.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

int main(void)
{
    fd_set set;
    struct sigaction sa, old;
    struct timeval tv;
    struct tm tm;
    struct stat st;
    char stamp[32];
    int pair[2];
    FD_ZERO(&set);
    FD_SET(0, &set);
    memset(&sa, 0, sizeof sa);
    sa.sa_handler = SIG_IGN;
    sigemptyset(&sa.sa_mask);
    if (sigaction(SIGUSR1, &sa, &old) == 0 && old.sa_handler == SIG_DFL)
        puts("default");
    gettimeofday(&tv, NULL);
    time_t t = tv.tv_sec;
    if (gmtime_r(&t, &tm) != NULL && strftime(stamp, sizeof stamp, "%Y", &tm) > 0)
        printf("%zu %d\n", strlen(stamp), tm.tm_year > 100);
    if (stat("/", &st) == 0 && S_ISDIR(st.st_mode))
        puts("dir");
    if (pipe(pair) == 0) {
        struct pollfd p = { .fd = pair[0], .events = POLLIN };
        if (poll(&p, 1, 0) == 0 && p.revents == 0)
            puts("quiet");
        close(pair[0]);
        close(pair[1]);
    }
    return FD_ISSET(0, &set) ? 0 : 1;
}
