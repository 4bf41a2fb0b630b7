// Numbers travel through void pointers and back, and memory is used again for something else.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct entry {
    void *data;
    struct entry *next;
};

static void call(void (*f)(void *), void *context)
{
    f(context);
}

static void print_number(void *context)
{
    printf("%d\n", (int)(intptr_t)context);
}

static void print_pointed(void *context)
{
    printf("%d\n", *(int *)context);
}

int main(void)
{
    int n = 5;
    call(print_number, (void *)(intptr_t)n);
    call(print_pointed, &n);
    union {
        struct entry entry;
        char text[sizeof(struct entry)];
        void *free_list;
    } *slot = malloc(sizeof *slot);
    if (slot == NULL)
        return 1;
    slot->entry = (struct entry){ &n, NULL };
    call(print_pointed, slot->entry.data);
    snprintf(slot->text, sizeof slot->text, "%d", n);
    puts(slot->text);
    slot->free_list = NULL;
    if (slot->free_list == NULL)
        free(slot);
    return 0;
}
