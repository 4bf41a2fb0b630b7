/* models/curl.h - what libcurl does.
 *
 * What comes in: nothing; Corten reads this file as a unit of its own, which sees no header but
 * corten.h. What goes out: a contract for each function by its linker's name.
 * How to read a model stands in models/libc.h.
 *
 * What options set (curl_easy_setopt) may be kept, and what a handle is asked for
 * (curl_easy_getinfo) belongs to the handle, unless curl's manual says otherwise. */
#include <corten.h>

#ifdef __CORTEN__
#define OUTSIDE __attribute__((corten_outside))
#else
#define OUTSIDE
#endif
#define KEPT __captured_by(program)

typedef __SIZE_TYPE__ size_t;
typedef void CURL;
typedef void CURLM;
struct curl_slist;
struct curl_waitfd;
struct CURLMsg;
struct fd_set;
#define EASY CURL *__own_by(curl_easy_cleanup) _Nullable
#define MULTI CURLM *__own_by(curl_multi_cleanup) _Nullable
#define STRINGS struct curl_slist *__own_by(curl_slist_free_all) _Nullable
#define TEXT char *__own_by(curl_free) _Nullable
int curl_global_init(long flags);
void curl_global_cleanup(void);
char *__static curl_version(void);
EASY curl_easy_init(void);
EASY curl_easy_duphandle(CURL *handle);
void curl_easy_cleanup(EASY handle);
void curl_easy_reset(CURL *handle);
int curl_easy_setopt(CURL *_Nullable handle, int option, ...);
int curl_easy_perform(CURL *_Nullable handle);
int curl_easy_getinfo(CURL *_Nullable handle, int what, ...);
int curl_easy_pause(CURL *_Nullable handle, int mask);
OUTSIDE int curl_easy_recv(CURL *_Nullable handle, void *p, size_t n, size_t *got);
int curl_easy_send(CURL *_Nullable handle, const void *p, size_t n, size_t *sent);
const char *__static curl_easy_strerror(int error);
TEXT curl_easy_escape(CURL *_Nullable handle, const char *s, int n);
TEXT curl_easy_unescape(CURL *_Nullable handle, const char *s, int n, int *_Nullable size);
void curl_free(void *__own_by(curl_free) _Nullable p);
/* Null when there is no memory: the list that was given stays as it was. */
STRINGS curl_slist_append(struct curl_slist *__own_by(curl_slist_free_all)
                          __when(return != NULL) _Nullable list, const char *s);
void curl_slist_free_all(STRINGS list);
MULTI curl_multi_init(void);
int curl_multi_cleanup(MULTI multi);
int curl_multi_add_handle(CURLM *_Nullable multi, CURL *_Nullable KEPT handle);
int curl_multi_remove_handle(CURLM *_Nullable multi, CURL *_Nullable handle);
int curl_multi_perform(CURLM *_Nullable multi, int *running);
int curl_multi_fdset(CURLM *_Nullable multi, void *_Nullable in, void *_Nullable out,
                     void *_Nullable except, int *max);
int curl_multi_wait(CURLM *_Nullable multi, struct curl_waitfd *_Nullable fds, unsigned n, int ms,
                    int *_Nullable ready);
int curl_multi_poll(CURLM *_Nullable multi, struct curl_waitfd *_Nullable fds, unsigned n, int ms,
                    int *_Nullable ready);
int curl_multi_timeout(CURLM *_Nullable multi, long *ms);
struct CURLMsg *_Nullable curl_multi_info_read(CURLM *_Nullable multi, int *left);
const char *__static curl_multi_strerror(int error);
