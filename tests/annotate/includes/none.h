/* Nothing is
 * included here. */

void none(void *p);
