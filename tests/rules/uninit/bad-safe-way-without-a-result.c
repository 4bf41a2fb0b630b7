// One way to the end of a function returns nothing.
#include <corten.h>
#pragma corten safe

int grade(int points)
{
    if (points > 50)
        return 1;
    if (points > 20)
        return 2;
} //~ uninit

int grade_of_both(int a, int b)
{
    return grade(a) + grade(b);
}
