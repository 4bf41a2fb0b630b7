int main(int argc, char **argv)
{
    (void)argv;
    return 1 << (31 + argc); //~ bad-shift
}
