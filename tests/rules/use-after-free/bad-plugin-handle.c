// A function is looked up in a library that was unloaded.
#include <dlfcn.h>
#include <stdio.h>

static int has(const char *path, const char *name)
{
    void *lib = dlopen(path, RTLD_LAZY);
    if (lib == NULL)
        return -1;
    dlclose(lib);
    return dlsym(lib, name) != NULL; //~ use-after-free
}

int main(void)
{
    return has("/nonexistent.so", "x") == -1 ? 0 : 1;
}
