// The node is still referred to when it lacks the property. Prototypes as in the kernel's headers.
struct device_node;
struct device_node *of_get_child_by_name(const struct device_node *node, const char *name);
const void *of_get_property(const struct device_node *node, const char *name, int *n);
void of_node_put(struct device_node *node);

int has_clock(const struct device_node *parent)
{
    struct device_node *clock = of_get_child_by_name(parent, "clock");
    if (!clock)
        return -19;
    if (!of_get_property(clock, "rate", 0))
        return -22; //~ leak
    of_node_put(clock);
    return 0;
}
