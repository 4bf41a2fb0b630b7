// Fields of lines, columns of tables and the rows between them.
// run: printf 'a,b,c,d,e,f\n\n,x\n' | ./a.out
#include <stdio.h>
#include <string.h>

#define COLUMNS 4

static int split(char *line, char *field[COLUMNS])
{
    int n = 0;
    for (char *p = line;;) {
        if (n < COLUMNS)
            field[n] = p;
        n++;
        p = strchr(p, ',');
        if (p == NULL)
            break;
        *p++ = '\0';
    }
    return n < COLUMNS ? n : COLUMNS;
}

int main(void)
{
    char line[64], *field[COLUMNS];
    static char table[8][COLUMNS][12];
    size_t width[COLUMNS] = { 0 };
    int rows = 0;
    while (rows < 8 && fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\r\n")] = '\0';
        int n = split(line, field);
        for (int c = 0; c < n; c++) {
            snprintf(table[rows][c], sizeof table[rows][c], "%.11s", field[c]);
            size_t w = strlen(table[rows][c]);
            if (w > width[c])
                width[c] = w;
        }
        rows++;
    }
    for (int r = 0; r < rows; r++)
        for (int c = 0; c < COLUMNS; c++)
            printf("%-*s%c", (int)width[c], table[r][c], c + 1 < COLUMNS ? '|' : '\n');
    return 0;
}
