// The variable that holds the result is known elsewhere.
__attribute__((warn_unused_result)) int poll_once(int fd);
void watch(const int *where);

void serve(int fd)
{
    int state = 0;
    watch(&state);
    state = poll_once(fd);
    state = poll_once(fd);
}
