/* && without a name, outside a function: the message named the label. */
int x = && { 1 };
void *p = &&;
