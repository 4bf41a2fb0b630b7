// Arrays with their sizes in the struct beside them.
#include <stdio.h>
#include <stdlib.h>

struct matrix {
    size_t rows, columns;
    double *at;
};

static int matrix_init(struct matrix *m, size_t rows, size_t columns)
{
    m->at = calloc(rows * columns, sizeof *m->at);
    if (m->at == NULL)
        return -1;
    m->rows = rows;
    m->columns = columns;
    return 0;
}

static double *cell(const struct matrix *m, size_t r, size_t c)
{
    return r < m->rows && c < m->columns ? &m->at[r * m->columns + c] : NULL;
}

int main(void)
{
    struct matrix m;
    if (matrix_init(&m, 4, 6) != 0)
        return 1;
    for (size_t r = 0; r < m.rows; r++)
        for (size_t c = 0; c < m.columns; c++)
            m.at[r * m.columns + c] = (double)(r + c);
    for (size_t i = 0; i < m.rows * m.columns; i++)
        m.at[i] /= 2;
    double *out = cell(&m, 4, 0), *in = cell(&m, 3, 5);
    printf("%g %d\n", in ? *in : 0, out == NULL);
    free(m.at);
    return 0;
}
