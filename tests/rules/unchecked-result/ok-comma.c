// The left side of a comma goes nowhere, on purpose.
__attribute__((warn_unused_result)) int step(int *state);

int two_steps(int *state)
{
    return (void)step(state), step(state);
}
