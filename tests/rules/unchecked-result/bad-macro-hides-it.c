// The macro makes a statement of the call.
__attribute__((warn_unused_result)) int unlock(int *lock);

#define RELEASE(l)                                                                                 \
    do {                                                                                           \
        if (*(l))                                                                                  \
            unlock(l);                                                                             \
    } while (0)

void leave(int *lock)
{
    RELEASE(lock); //~ unchecked-result
}
