// Every function that returns this type must be listened to.
struct __attribute__((warn_unused_result)) status {
    int code;
    const char *text;
};

struct status send_all(int fd);

int flush(int fd)
{
    struct status s;
    send_all(fd); //~ unchecked-result
    s = send_all(fd); //~ unchecked-result
    return fd;
}
