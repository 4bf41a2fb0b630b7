// The result is dropped, and the program says so.
__attribute__((warn_unused_result)) int save(const char *path);

void quit(const char *path)
{
    (void)save(path); /* there is nobody left to tell */
}
