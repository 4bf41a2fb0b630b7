// The compressed file is closed when it is empty, too.
// Prototypes as in zlib's header.
#include <stddef.h>

typedef struct gzFile_s *gzFile;
gzFile gzopen(const char *path, const char *mode);
int gzread(gzFile f, void *p, unsigned n);
int gzclose(gzFile f);

int first_byte(const char *path)
{
    unsigned char c;
    gzFile f = gzopen(path, "rb");
    if (f == NULL)
        return -1;
    if (gzread(f, &c, 1) != 1) {
        gzclose(f);
        return -1;
    }
    gzclose(f);
    return c;
}
