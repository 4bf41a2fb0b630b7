// A copy of a literal is handed to a function that changes its text.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

static void shout(char *__null_terminated text)
{
    if (text[0] >= 'a' && text[0] <= 'z')
        text[0] = (char)(text[0] - 'a' + 'A');
}

void greet(void)
{
    char word[] = "hello";
    shout(word);
    puts(word);
}
