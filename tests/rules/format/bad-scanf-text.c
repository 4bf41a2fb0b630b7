// %ms makes the memory itself, and wants to know where to put the pointer.
#include <stdio.h>

int main(void)
{
    char word[16] = "";
    if (scanf("%ms", word) != 1) //~ format
        return 1;
    puts(word);
    return 0;
}
