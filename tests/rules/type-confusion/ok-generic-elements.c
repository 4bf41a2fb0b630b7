// Vectors and sorts of elements of any type move bytes; their callers know the type.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct vector {
    char *at;
    size_t n, cap, each;
};

struct person {
    const char *name;
    int age;
};

static int vector_push(struct vector *v, const void *element)
{
    if (v->n == v->cap) {
        size_t cap = v->cap ? v->cap * 2 : 4;
        char *at = realloc(v->at, cap * v->each);
        if (at == NULL)
            return -1;
        v->at = at;
        v->cap = cap;
    }
    memcpy(v->at + v->n++ * v->each, element, v->each);
    return 0;
}

static void *vector_at(const struct vector *v, size_t i)
{
    return i < v->n ? v->at + i * v->each : NULL;
}

static int by_age(const void *a, const void *b)
{
    const struct person *p = a, *q = b;
    return (p->age > q->age) - (p->age < q->age);
}

int main(void)
{
    struct vector numbers = { .each = sizeof(long) }, people = { .each = sizeof(struct person) };
    for (long i = 0; i < 6; i++) {
        struct person p = { i % 2 ? "ann" : "bob", (int)(40 - i) };
        if (vector_push(&numbers, &i) != 0 || vector_push(&people, &p) != 0)
            break;
    }
    if (people.n > 0)
        qsort(people.at, people.n, people.each, by_age);
    const long *number = vector_at(&numbers, 2);
    const struct person *person = vector_at(&people, 0);
    if (number != NULL && person != NULL)
        printf("%ld %s\n", *number, person->name);
    free(numbers.at);
    free(people.at);
    return 0;
}
