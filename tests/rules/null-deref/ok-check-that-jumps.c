// A check that returns only when a flag is set, and jumps away otherwise.
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
struct unity {
    int failed, ignored;
    jmp_buf frame;
};
extern struct unity Unity;
void print(const char *s);
void UnityFail(const char *msg)
{
    if (Unity.failed || Unity.ignored)
        return;
    print("FAIL");
    if (msg != NULL) {
        print(":");
        print(msg);
    }
    do {
        Unity.failed = 1;
        longjmp(Unity.frame, 1);
    } while (0);
}
void test(void)
{
    char *p = malloc(4);
    do {
        if (p != NULL) {
        } else {
            UnityFail("null");
        }
    } while (0);
    strcpy(p, "abc");
    free(p);
}
