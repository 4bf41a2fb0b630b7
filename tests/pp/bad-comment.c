int a; /* closed */
int b; /* not closed
int c;
