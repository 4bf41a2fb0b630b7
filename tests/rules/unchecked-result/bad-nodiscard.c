// flags: -std=gnu2x
// C23's attribute says the same.
[[nodiscard("the lock may be taken")]] int lock_try(int *lock);

int twice(int *lock)
{
    lock_try(lock); //~ unchecked-result
    return *lock;
}
