// The result is stored, and the function returns something else.
__attribute__((warn_unused_result)) int device_stop(int id);

int device_close(int id, int force)
{
    int rc;
    if (force) {
        rc = device_stop(id); //~ unchecked-result
        return 0;
    }
    rc = device_stop(id);
    return rc;
}
