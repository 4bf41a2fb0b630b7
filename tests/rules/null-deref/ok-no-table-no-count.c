// What a callee's loops leave as a count belongs to their table, also where many ways have met.
#include <stdlib.h>
#include <string.h>

struct name {
    int length;
    char text[1];
};

struct names {
    int count, room;
    struct name **at;
};

void exclude(struct names *all, struct names *others)
{
    int from = 0, to = 0, other = 0;
    while (from < all->count && other < others->count) {
        int order = strcmp(all->at[from]->text, others->at[other]->text);
        if (order < 0)
            all->at[to++] = all->at[from++];
        else if (order == 0)
            other++, free(all->at[from++]);
        else
            other++;
    }
    while (from < all->count)
        all->at[to++] = all->at[from++];
    all->count = to;
}

int total(char **dirs, struct names *others)
{
    struct names all;
    int sum = 0;
    memset(&all, 0, sizeof all);
    int kinds[4] = { 0, 0, 0, 0 };
    if (dirs[0])
        kinds[0] = 1;
    if (dirs[1])
        kinds[1] = 1;
    if (dirs[2])
        kinds[2] = 1;
    if (dirs[3])
        kinds[3] = 1;
    exclude(&all, others);
    for (int i = 0; i < all.count; i++)
        sum += all.at[i]->length;
    return sum + kinds[0] + kinds[1] + kinds[2] + kinds[3];
}
