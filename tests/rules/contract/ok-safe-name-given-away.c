// A person comes back with another name for the one that was given away.
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
    p->name = nobody();
    p->age++;
}
