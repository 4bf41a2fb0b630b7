#pragma GCC system_header
void lib(void *p);
