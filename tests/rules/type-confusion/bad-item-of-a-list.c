// A list of numbers is printed as a list of people.
#include <stdio.h>

struct item {
    void *data;
    struct item *next;
};

struct person {
    const char *name;
    const char *mail;
};

struct account {
    long number;
    long balance;
};

static void print_people(const struct item *list)
{
    for (; list != NULL; list = list->next) {
        const struct person *p = list->data;
        printf("%s <%s>\n", p->name, p->mail);
    }
}

int main(void)
{
    struct account a = { 1001, 50 };
    struct person p = { "ann", "ann@example.org" };
    struct item accounts = { &a, NULL }, people = { &p, NULL };
    print_people(&accounts); //~ type-confusion
    return people.next != NULL;
}
