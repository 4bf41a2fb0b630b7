// A plug-in that lacks its entry point is unloaded; what dlerror says is printed at once.
#include <dlfcn.h>
#include <stdio.h>

static int run_plugin(const char *path)
{
    void *lib = dlopen(path, RTLD_NOW);
    if (lib == NULL) {
        puts(dlerror());
        return -1;
    }
    int (*start)(void) = (int (*)(void))dlsym(lib, "start");
    if (start == NULL) {
        dlclose(lib);
        return -1;
    }
    int result = start();
    dlclose(lib);
    return result;
}

int main(void)
{
    return run_plugin("/nonexistent.so") == -1 ? 0 : 1;
}
