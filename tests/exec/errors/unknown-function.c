// exit: 98
int nobody_knows(int x);
int main(void)
{
    return nobody_knows(1);
}
