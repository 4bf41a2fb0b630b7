// One of two calls, and neither result goes anywhere.
__attribute__((warn_unused_result)) int enable(int port);
__attribute__((warn_unused_result)) int disable(int port);

void set(int port, int on)
{
    on ? enable(port) //~ unchecked-result
       : disable(port); //~ unchecked-result
}
