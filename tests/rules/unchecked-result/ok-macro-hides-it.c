// The macro hands on what the call says.
__attribute__((warn_unused_result)) int unlock(int *lock);

#define RELEASE(l) (*(l) ? unlock(l) : 0)

int leave(int *lock)
{
    return RELEASE(lock);
}
