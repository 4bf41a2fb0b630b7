// The value of a statement expression that goes nowhere.
__attribute__((warn_unused_result)) int charge(int account, int sum);

#define CHARGE(a, s) ({ int sum_ = (s); charge(a, sum_); })

int pay(int account)
{
    CHARGE(account, 5); //~ unchecked-result
    return CHARGE(account, 6);
}
