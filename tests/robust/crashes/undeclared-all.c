/* A variable of a type and with a value that were never declared. */
static no_type lock = UNDECLARED;
no_type table[2] = {NOWHERE};
void f(char *p)
{
    lock.put(p);
    table[1].put(p);
}
