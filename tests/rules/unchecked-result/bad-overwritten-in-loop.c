// Only the last result is looked at.
__attribute__((warn_unused_result)) int copy_block(int from, int to, unsigned block);

int copy(int from, int to, unsigned blocks)
{
    int rc = 0;
    for (unsigned i = 0; i < blocks; i++) {
        rc = copy_block(from, to, i); //~ unchecked-result
        rc = copy_block(to, from, i);
        if (rc)
            break;
    }
    return rc;
}
