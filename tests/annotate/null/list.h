#pragma once
#include <stddef.h>

struct node {
    struct node *next;
    const char *name;
};

size_t list_len(const struct node *l);
const char *list_name(const struct node *n);
struct node *list_find(struct node *l, const char *name);
struct node *list_last(struct node *l);
int list_has(struct node *l, const char *name);
void list_set(struct node *n, const char *name);
int list_at_least(const struct node *l, size_t n);
void list_must(const struct node *l);
