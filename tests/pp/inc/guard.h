/* c */
#if !defined(GUARD_H)
#define GUARD_H
guarded __INCLUDE_LEVEL__
#endif // e
