#ifndef API_H
#define API_H

#ifdef __cplusplus
extern "C" {
#endif

#define PUBLIC(type) __attribute__((visibility("default"))) type
#define OF(args) args
#define FAR
#define HANDLE struct thing *
#define EXPORT extern
#define LOCAL __attribute__((visibility("hidden")))
#define ACCESSOR(name) const char *thing_##name(const struct thing *t)

struct thing { char name[8]; };

PUBLIC(struct thing *) thing_new(void);
PUBLIC(const char*) thing_name(const struct thing * const t);
EXPORT void thing_free OF((struct thing FAR *t));
HANDLE thing_copy(HANDLE t);
struct thing *LOCAL thing_other(struct thing *t);
ACCESSOR(label);

#ifdef __cplusplus
}
#endif
#endif
