int main(int argc, char **argv)
{
    int v[3] = {1, 2, 3};
    (void)argv;
    return v[argc + 2]; //~ out-of-bounds
}
