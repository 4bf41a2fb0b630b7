/* list.h - a to-do list: a singly linked list that owns its nodes, and their texts.
 * SPDX-License-Identifier: MIT
 *
 * In Rust: struct Node { task: Task, next: Option<Box<Node>> }. Each node is owned by exactly one
 * pointer: the head of the list, or the `next` of the node before it. So there are
 * no two ways to reach a node, no node without an owner, and no cycle.
 *
 * Functions that can fail return 0, or -1 and have changed nothing. */
#ifndef SAFE_LIST_H
#define SAFE_LIST_H

#include <corten.h>
#include <stdbool.h>
#include <stddef.h>
#pragma corten safe

struct task {
    char *__own __null_terminated text;
    int urgency;
};

void task_drop(struct task *__drops t);

struct task_node {
    struct task task;
    struct task_node *__own _Nullable next;
};

struct tasks {
    struct task_node *__own _Nullable first;
};

void tasks_init(struct tasks *__inits l);
void tasks_drop(struct tasks *__drops l);

/* At the front. */
int tasks_push(struct tasks *l, const char *text, int urgency);

/* At the end, which has to be looked for. */
int tasks_append(struct tasks *l, const char *text, int urgency);

/* In front of the first one that is less urgent. */
int tasks_insert_by_urgency(struct tasks *l, const char *text, int urgency);

/* The first task moves out into *out; -1: there is none. */
int tasks_pop(struct tasks *l, struct task *__inits __when(return == 0) out);

size_t tasks_count(const struct tasks *l);
bool tasks_is_sorted(const struct tasks *l);
const struct task *_Nullable tasks_find(const struct tasks *__lifetimebound l, const char *text);

/* Removes the first task of that text; false: there is none. */
bool tasks_remove(struct tasks *l, const char *text);

/* Removes all that are less urgent, and returns how many those were. */
size_t tasks_forget_below(struct tasks *l, int urgency);

void tasks_reverse(struct tasks *l);

/* The tasks of `from` go behind those of `l`; `from` is empty then. */
void tasks_append_all(struct tasks *l, struct tasks *from);

/* Sorts by urgency, the most urgent first; equals keep their order. */
void tasks_sort(struct tasks *l);

#endif
