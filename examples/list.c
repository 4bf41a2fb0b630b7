/* A linked list that logs what it removes, a little too late. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct node {
    struct node *next;
    char key[16];
    int value;
};

static struct node *node_new(const char *key, int value)
{
    struct node *node = calloc(1, sizeof *node);
    if (!node)
        return NULL;
    snprintf(node->key, sizeof node->key, "%s", key);
    node->value = value;
    return node;
}

static void log_key(const char *key)
{
    printf("removed %s\n", key);
}

static void list_remove(struct node **head, const char *key, bool verbose)
{
    for (struct node **at = head; *at; at = &(*at)->next) {
        struct node *node = *at;
        if (strcmp(node->key, key) == 0) {
            *at = node->next;
            free(node);
            if (verbose)
                log_key(node->key);
            return;
        }
    }
}

int main(void)
{
    struct node *list = node_new("one", 1);
    if (!list)
        return 1;
    list_remove(&list, "one", true);
    return 0;
}
