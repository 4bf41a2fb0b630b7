// The structure that comes back is looked at.
struct __attribute__((warn_unused_result)) status {
    int code;
    const char *text;
};

struct status send_all(int fd);

int flush(int fd)
{
    struct status s = send_all(fd);
    return s.code;
}
