// Tables of 256 and arithmetic on characters that a range or a class has let through.
// run: ./a.out 'Zz9-é'
#include <ctype.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    static int letter[26], digit[10], byte[256], with_eof[257];
    for (const char *s = argc > 1 ? argv[1] : ""; *s; s++) {
        if (*s >= 'a' && *s <= 'z')
            letter[*s - 'a']++;
        else if (*s >= 'A' && *s <= 'Z')
            letter[*s - 'A']++;
        unsigned d = (unsigned)*s - '0';
        if (d <= 9)
            digit[d]++;
        byte[(unsigned char)*s]++;
        if (isxdigit((unsigned char)*s) && *s <= '9')
            digit[*s - '0']++;
    }
    int c;
    do {
        c = getchar();
        with_eof[c + 1]++;
    } while (c != EOF);
    printf("%d %d %d %d\n", letter[25], digit[9], byte['-'], with_eof[0]);
    return 0;
}
