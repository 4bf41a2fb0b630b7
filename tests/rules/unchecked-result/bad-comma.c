// The left side of a comma goes nowhere.
__attribute__((warn_unused_result)) int step(int *state);

int two_steps(int *state)
{
    return step(state), step(state); //~ unchecked-result
}
