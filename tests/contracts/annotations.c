/* What the cases of a function imply for its prototype: annotations.h is what must be printed. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct node {
    struct node *next;
    char *text;
    int kind;
};

struct node *node_new(void)
{
    struct node *n = malloc(sizeof *n);
    if (n) {
        n->next = NULL;
        n->text = NULL;
        n->kind = 0;
    }
    return n;
}

void node_free(struct node *n)
{
    if (n) {
        free(n->text);
        free(n);
    }
}

int node_take_small(struct node *n)
{
    if (n->kind > 8)
        return -1;
    free(n);
    return 0;
}

int node_init(struct node *n, int kind)
{
    if (kind < 0)
        return -1;
    n->next = NULL;
    n->text = NULL;
    n->kind = kind;
    return 0;
}

int text_new(char **out, size_t size)
{
    *out = malloc(size);
    return *out ? 0 : -1;
}

void node_drop(struct node *n)
{
    free(n->text);
}

char *node_text(struct node *n)
{
    return n->text;
}

FILE *report(void)
{
    return fopen("report", "w");
}

int quiet(void)
{
    return open("/dev/null", O_WRONLY);
}

void hush(int fd)
{
    close(fd);
}

void stop(int code)
{
    exit(code);
}

static struct node *last;

void remember(struct node *n)
{
    last = n;
}
