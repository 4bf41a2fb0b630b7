// A person comes back without the name that it must have.
#include <corten.h>
#pragma corten safe

struct person {
    char *__own __null_terminated name;
    int age;
};

void publish(char *__own __null_terminated text);
char *__own __null_terminated nobody(void);

void person_publish(struct person *p)
{
    publish(p->name);
    p->age++;
} //~ contract
