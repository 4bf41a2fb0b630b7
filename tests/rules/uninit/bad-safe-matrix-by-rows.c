// The last row of a matrix is not set.
#include <corten.h>
#pragma corten safe

int matrix_trace(int seed)
{
    int m[3][3];
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++)
            m[i][j] = 0;
    int diagonal;
    if (seed > 0)
        diagonal = m[0][0] + m[1][1] + m[2][2];
    return diagonal; //~ uninit
}
