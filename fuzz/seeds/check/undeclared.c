// A lock that was never declared, nor its value.
static no_type lock = UNDECLARED;
