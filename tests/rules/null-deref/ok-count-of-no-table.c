// What a callee's loops leave as a count belongs to the table that they left: no table, no count.
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

int total(const char *const *dirs, struct names *others)
{
    struct names all;
    int sum = 0;
    memset(&all, 0, sizeof all);
    for (int i = 0; dirs[i]; i++)
        sum += (int)strlen(dirs[i]);
    exclude(&all, others);
    for (int i = 0; i < all.count; i++)
        sum += all.at[i]->length;
    return sum;
}
