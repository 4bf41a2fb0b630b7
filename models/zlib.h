/* models/zlib.h - what zlib does.
 *
 * What comes in: nothing; Corten reads this file as a unit of its own, which sees no header but
 * corten.h. What goes out: a contract for each function by its linker's name.
 * How to read a model stands in models/libc.h.
 *
 * A z_stream is the caller's; what the library hangs on it is released by inflateEnd, deflateEnd.
 * The text of its `msg` is static. What next_in and next_out point to is read and written. */
#include <corten.h>

#ifdef __CORTEN__
#define OUTSIDE __attribute__((corten_outside))
#else
#define OUTSIDE
#endif
#define KEPT __captured_by(program)

typedef __SIZE_TYPE__ z_size_t;
typedef struct z_stream_s z_stream;
typedef struct gz_header_s gz_header;
typedef struct gzFile_s gzFile_s;
typedef unsigned char Bytef;
const char *__static zlibVersion(void);
const char *__static zError(int error);
unsigned long zlibCompileFlags(void);
int deflateInit_(z_stream *z, int level, const char *version, int size);
int deflateInit2_(z_stream *z, int level, int method, int bits, int memory, int strategy,
                  const char *version, int size);
int deflate(z_stream *z, int flush);
int deflateEnd(z_stream *z);
int deflateReset(z_stream *z);
int deflateParams(z_stream *z, int level, int strategy);
int deflateSetDictionary(z_stream *z, const Bytef *p, unsigned n);
int deflateSetHeader(z_stream *z, gz_header *KEPT header);
int deflatePrime(z_stream *z, int bits, int value);
int deflateCopy(z_stream *to, z_stream *from);
unsigned long deflateBound(z_stream *_Nullable z, unsigned long n);
int inflateInit_(z_stream *z, const char *version, int size);
int inflateInit2_(z_stream *z, int bits, const char *version, int size);
int inflate(z_stream *z, int flush);
int inflateEnd(z_stream *z);
int inflateReset(z_stream *z);
int inflateReset2(z_stream *z, int bits);
int inflateSetDictionary(z_stream *z, const Bytef *p, unsigned n);
int inflateGetHeader(z_stream *z, gz_header *KEPT header);
int inflatePrime(z_stream *z, int bits, int value);
int inflateSync(z_stream *z);
int inflateValidate(z_stream *z, int check);
int inflateCopy(z_stream *to, z_stream *from);
int compress(Bytef *to, unsigned long *n, const Bytef *from, unsigned long size);
int compress2(Bytef *to, unsigned long *n, const Bytef *from, unsigned long size, int level);
unsigned long compressBound(unsigned long n);
int uncompress(Bytef *to, unsigned long *n, const Bytef *from, unsigned long size);
int uncompress2(Bytef *to, unsigned long *n, const Bytef *from, unsigned long *size);
/* With a null buffer: the value to begin with. */
unsigned long adler32(unsigned long sum, const Bytef *_Nullable p, unsigned n);
unsigned long adler32_z(unsigned long sum, const Bytef *_Nullable p, z_size_t n);
unsigned long adler32_combine(unsigned long a, unsigned long b, long n);
unsigned long crc32(unsigned long sum, const Bytef *_Nullable p, unsigned n);
unsigned long crc32_z(unsigned long sum, const Bytef *_Nullable p, z_size_t n);
unsigned long crc32_combine(unsigned long a, unsigned long b, long n);

#define GZ gzFile_s *__own_by(gzclose)
GZ _Nullable gzopen(const char *path, const char *mode);
GZ _Nullable gzopen64(const char *path, const char *mode);
/* The descriptor is the stream's, if there is one. */
GZ _Nullable gzdopen(int __own_by(close, -1) __when(return != NULL) fd, const char *mode);
int gzclose(GZ _Nullable f);
int gzclose_r(GZ _Nullable f);
int gzclose_w(GZ _Nullable f);
int gzbuffer(gzFile_s *_Nullable f, unsigned n);
int gzsetparams(gzFile_s *_Nullable f, int level, int strategy);
OUTSIDE int gzread(gzFile_s *_Nullable f, void *p, unsigned n);
OUTSIDE z_size_t gzfread(void *p, z_size_t size, z_size_t n, gzFile_s *_Nullable f);
int gzwrite(gzFile_s *_Nullable f, const void *p, unsigned n);
z_size_t gzfwrite(const void *p, z_size_t size, z_size_t n, gzFile_s *_Nullable f);
int gzprintf(gzFile_s *_Nullable f, const char *format, ...) __attribute__((format(printf, 2, 3)));
int gzputs(gzFile_s *_Nullable f, const char *s);
char *_Nullable gzgets(gzFile_s *_Nullable f,
                       char *__lifetimebound __inits __when(return != NULL) s, int n);
int gzputc(gzFile_s *_Nullable f, int c);
OUTSIDE int gzgetc(gzFile_s *_Nullable f);
OUTSIDE int gzgetc_(gzFile_s *_Nullable f);
int gzungetc(int c, gzFile_s *_Nullable f);
int gzflush(gzFile_s *_Nullable f, int flush);
long gzseek(gzFile_s *_Nullable f, long off, int whence);
__INT64_TYPE__ gzseek64(gzFile_s *_Nullable f, __INT64_TYPE__ off, int whence);
int gzrewind(gzFile_s *_Nullable f);
long gztell(gzFile_s *_Nullable f);
__INT64_TYPE__ gztell64(gzFile_s *_Nullable f);
long gzoffset(gzFile_s *_Nullable f);
int gzeof(gzFile_s *_Nullable f);
int gzdirect(gzFile_s *_Nullable f);
const char *_Null_unspecified gzerror(gzFile_s *_Nullable f, int *_Nullable error);
void gzclearerr(gzFile_s *_Nullable f);
