#pragma once
void once(void *p);
