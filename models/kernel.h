/* models/kernel.h - what the Linux kernel's allocators do, and functions that give references.
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
#define SIZED(i) __attribute__((alloc_size(i)))
#ifdef __CORTEN__
#define BUILTIN(name) __attribute__((corten_builtin(name)))
#define OUTSIDE __attribute__((corten_outside))
#else
#define OUTSIDE
#define BUILTIN(name)
#endif
typedef __SIZE_TYPE__ size_t;
typedef unsigned gfp_t;
struct kmem_cache;
/* What a disk or a wire said stands in memory as these. */
typedef OUTSIDE unsigned short __le16, __be16;
typedef OUTSIDE unsigned __le32, __be32;
typedef OUTSIDE unsigned long long __le64, __be64;

FRESH __kmalloc(size_t n, gfp_t flags) SIZED(1);
FRESH __kmalloc_node(size_t n, gfp_t flags, int node) SIZED(1);
FRESH __kmalloc_node_track_caller(size_t n, gfp_t flags, int node, unsigned long caller) SIZED(1);
FRESH kmalloc_trace(struct kmem_cache *cache, gfp_t flags, size_t n) SIZED(3);
FRESH kmalloc_node_trace(struct kmem_cache *cache, gfp_t flags, int node, size_t n) SIZED(4);
FRESH kmalloc_large(size_t n, gfp_t flags) SIZED(1);
FRESH kmalloc_large_node(size_t n, gfp_t flags, int node) SIZED(1);
FRESH kvmalloc_node(size_t n, gfp_t flags, int node) SIZED(1);
FRESH vmalloc(unsigned long n) SIZED(1);
FRESH vzalloc(unsigned long n) SIZED(1);
FRESH krealloc(void *__own __when(return != NULL) _Nullable p, size_t n, gfp_t flags)
    BUILTIN("realloc");
FRESH kmemdup(const void *__sized_by(n) p, size_t n, gfp_t flags) SIZED(2);
char *__own _Nullable kmemdup_nul(const char *__sized_by(n) p, size_t n, gfp_t flags);
char *__own _Nullable kstrdup(const char *_Nullable text, gfp_t flags);
char *__own _Nullable kstrndup(const char *_Nullable text, size_t n, gfp_t flags);
char *__own _Nullable kasprintf(gfp_t flags, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void kfree(const void *__own _Nullable p);
void kfree_sensitive(const void *__own _Nullable p);
void kvfree(const void *__own _Nullable p);
void vfree(const void *__own _Nullable p);
/* These give an error number, never null. */
void *__own memdup_user(const void *from, size_t n);
void *__own memdup_user_nul(const void *from, size_t n);
char *__own strndup_user(const char *from, long n);

/* ---- references, which somebody has to put --------------------------------------------------- */
struct device_node;
struct firmware;
struct device;
#define NODE struct device_node *__own_by(of_node_put) _Nullable

NODE of_find_node_opts_by_path(const char *path, const char **_Nullable options);
NODE of_find_node_by_name(NODE from, const char *_Nullable name);
NODE of_find_node_by_type(NODE from, const char *type);
NODE of_find_compatible_node(NODE from, const char *_Nullable type, const char *compatible);
NODE of_find_node_by_phandle(unsigned handle);
NODE of_get_parent(const struct device_node *_Nullable node);
NODE of_get_next_child(const struct device_node *_Nullable node, NODE last);
NODE of_get_next_available_child(const struct device_node *_Nullable node, NODE last);
NODE of_get_child_by_name(const struct device_node *_Nullable node, const char *name);
void of_node_put(NODE node);
const void *_Nullable of_get_property(const struct device_node *_Nullable node, const char *name,
                                      int *_Nullable n);
int of_property_read_string(const struct device_node *_Nullable node, const char *name,
                            const char **__inits __when(return == 0) out);
_Bool of_device_is_available(const struct device_node *_Nullable node);
int of_device_is_compatible(const struct device_node *_Nullable node, const char *name);

int request_firmware(const struct firmware *__own_by(release_firmware) _Nullable
                         *__inits __when(return == 0) firmware,
                     const char *name, struct device *_Nullable device);
void release_firmware(const struct firmware *__own_by(release_firmware) _Nullable firmware);

/* ---- checksums -------------------------------------------------------------------------------- */
unsigned short crc16(unsigned short crc, const unsigned char *__sized_by(n) p, size_t n);
unsigned crc32_le(unsigned crc, const unsigned char *__sized_by(n) p, size_t n);
unsigned crc32_be(unsigned crc, const unsigned char *__sized_by(n) p, size_t n);
unsigned __crc32c_le(unsigned crc, const unsigned char *__sized_by(n) p, size_t n);
unsigned csum_partial(const void *__sized_by(n) p, int n, unsigned sum);
