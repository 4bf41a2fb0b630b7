// One of two calls; (void) speaks of both.
__attribute__((warn_unused_result)) int enable(int port);
__attribute__((warn_unused_result)) int disable(int port);

void set(int port, int on)
{
    (void)(on ? enable(port) : disable(port));
}
