// The value of the statement expression is looked at each time.
__attribute__((warn_unused_result)) int charge(int account, int sum);

#define CHARGE(a, s) ({ int sum_ = (s); charge(a, sum_); })

int pay(int account)
{
    if (CHARGE(account, 5) < 0)
        return -1;
    return CHARGE(account, 6);
}
