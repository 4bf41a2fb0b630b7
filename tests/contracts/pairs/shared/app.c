struct obj { int refs; char *name; };
struct obj *obj_new(void);
void obj_get(struct obj *o);
void obj_put(struct obj *o);

int use(struct obj *o)
{
    obj_get(o);
    obj_put(o);
    return o->refs;
}

int last(void)
{
    struct obj *o = obj_new();
    if (!o)
        return -1;
    obj_put(o);
    return o->refs; //~ use-after-free
}

int second(void)
{
    struct obj *o = obj_new();
    if (!o)
        return -1;
    obj_get(o);
    obj_put(o);
    int n = o->refs;
    obj_put(o);
    return n;
}
