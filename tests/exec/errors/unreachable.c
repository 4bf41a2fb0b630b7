int main(int argc, char **argv)
{
    (void)argv;
    if (argc == 1)
        __builtin_unreachable(); //~ unreachable
    return 0;
}
