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

static bool list_push(struct node **head, const char *key, int value)
{
    struct node *node = calloc(1, sizeof *node);
    if (!node)
        return false;
    snprintf(node->key, sizeof node->key, "%s", key);
    node->value = value;
    node->next = *head;
    *head = node;
    return true;
}

static void node_free(struct node *node)
{
    free(node);
}

static void log_node(const struct node *node)
{
    printf("removed %s, which was %d\n", node->key, node->value);
}

static void list_remove(struct node **head, const char *key, bool verbose)
{
    for (struct node **at = head; *at; at = &(*at)->next) {
        struct node *node = *at;
        if (strcmp(node->key, key) == 0) {
            *at = node->next;
            node_free(node);
            if (verbose)
                log_node(node);
            return;
        }
    }
}

int main(int argc, char **argv)
{
    struct node *list = NULL;
    for (int i = 1; i < argc; i++)
        if (!list_push(&list, argv[i], i))
            break;
    if (argc > 1)
        list_remove(&list, argv[1], true);
    while (list) {
        struct node *next = list->next;
        node_free(list);
        list = next;
    }
    return 0;
}
