/* models/kernel.h - what the Linux kernel's allocators do.
 *
 * What comes in: nothing; Corten reads this file as a unit of its own, which sees no header but
 * corten.h. What goes out: a contract for each function by its linker's name, for units that are
 * checked without the kernel's own mm/: a body counts more than a model.
 * How to read a model stands in models/libc.h.
 *
 * kmalloc and kzalloc are inline functions over __kmalloc and kmalloc_trace, which zero the memory if a
 * flag says so: hence nothing is said of its content. kvfree takes what kmalloc and what vmalloc
 * gave, so all of them are one family here. */
#include <corten.h>

#define FRESH void *__own _Nullable
typedef __SIZE_TYPE__ size_t;
typedef unsigned gfp_t;
struct kmem_cache;

FRESH __kmalloc(size_t n, gfp_t flags);
FRESH __kmalloc_node(size_t n, gfp_t flags, int node);
FRESH __kmalloc_node_track_caller(size_t n, gfp_t flags, int node, unsigned long caller);
FRESH kmalloc_trace(struct kmem_cache *cache, gfp_t flags, size_t n);
FRESH kmalloc_large(size_t n, gfp_t flags);
FRESH kvmalloc_node(size_t n, gfp_t flags, int node);
FRESH vmalloc(unsigned long n);
FRESH vzalloc(unsigned long n);
FRESH kmemdup(const void *__sized_by(n) p, size_t n, gfp_t flags);
char *__own _Nullable kmemdup_nul(const char *__sized_by(n) p, size_t n, gfp_t flags);
char *__own _Nullable kstrdup(const char *_Nullable text, gfp_t flags);
char *__own _Nullable kstrndup(const char *_Nullable text, size_t n, gfp_t flags);
char *__own _Nullable kasprintf(gfp_t flags, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void kfree(const void *__own _Nullable p);
void kfree_sensitive(const void *__own _Nullable p);
void kvfree(const void *__own _Nullable p);
void vfree(const void *__own _Nullable p);
