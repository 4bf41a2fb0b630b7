// Small blocks come from slots in the connection, larger ones from the heap; free can tell.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define SLOT 32
#define SLOTS 4

struct slot {
    struct slot *next;
};

struct db {
    _Alignas(16) unsigned char pool[SLOT * SLOTS];
    struct slot *free_slots;
};

static void db_init(struct db *db)
{
    db->free_slots = NULL;
    for (int i = 0; i < SLOTS; i++) {
        struct slot *s = (struct slot *)(void *)&db->pool[i * SLOT];
        s->next = db->free_slots;
        db->free_slots = s;
    }
}

static int is_lookaside(const struct db *db, const void *p)
{
    uintptr_t a = (uintptr_t)p, lo = (uintptr_t)db->pool;
    return a >= lo && a < lo + sizeof db->pool;
}

static void *db_malloc(struct db *db, size_t n)
{
    struct slot *s = db->free_slots;
    if (n <= SLOT && s != NULL) {
        db->free_slots = s->next;
        return s;
    }
    return malloc(n);
}

static void db_free(struct db *db, void *p)
{
    if (p == NULL)
        return;
    if (is_lookaside(db, p)) {
        struct slot *s = p;
        s->next = db->free_slots;
        db->free_slots = s;
        return;
    }
    free(p);
}

int main(void)
{
    struct db db;
    db_init(&db);
    char *a = db_malloc(&db, 10), *b = db_malloc(&db, 1000);
    if (a != NULL && b != NULL) {
        a[0] = 'a';
        b[999] = 'b';
        printf("%c%c\n", a[0], b[999]);
    }
    db_free(&db, a);
    db_free(&db, b);
    return 0;
}
