int main(int argc, char **argv)
{
    int x;
    (void)argv;
    if (argc > 5)
        x = 1;
    return x; //~ uninit
}
