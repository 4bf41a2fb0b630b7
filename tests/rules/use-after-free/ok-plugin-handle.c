// A function is looked up in a library that is loaded.
#include <dlfcn.h>
#include <stdio.h>

static int has(const char *path, const char *name)
{
    void *lib = dlopen(path, RTLD_LAZY);
    if (lib == NULL)
        return -1;
    int found = dlsym(lib, name) != NULL;
    dlclose(lib);
    return found;
}

int main(void)
{
    return has("/nonexistent.so", "x") == -1 ? 0 : 1;
}
