struct s { char name[4]; int after; };
int main(int argc, char **argv)
{
    struct s s = {"abc", 1};
    (void)argv;
    s.name[argc + 3] = 'x'; //~ out-of-bounds
    return s.after;
}
