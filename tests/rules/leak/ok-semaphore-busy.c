// The semaphore is closed when somebody else has it, too.
#include <fcntl.h>
#include <semaphore.h>
#include <stdio.h>

static int only_one(const char *name)
{
    sem_t *lock = sem_open(name, O_CREAT, 0600, 1);
    if (lock == SEM_FAILED)
        return -1;
    if (sem_trywait(lock) != 0) {
        sem_close(lock);
        return 1;
    }
    sem_post(lock);
    sem_close(lock);
    sem_unlink(name);
    return 0;
}

int main(void)
{
    printf("%d\n", only_one("/corten-example"));
    return 0;
}
