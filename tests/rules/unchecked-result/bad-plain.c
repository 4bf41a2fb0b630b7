// The result of a function that must be listened to is dropped.
__attribute__((warn_unused_result)) int save(const char *path);

void quit(const char *path)
{
    save(path); //~ unchecked-result
}
