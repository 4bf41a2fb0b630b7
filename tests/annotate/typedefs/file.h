#ifndef FILE_H
#define FILE_H
typedef struct file_s *file;
typedef const struct file_s *const constant;
typedef int (*callback)(file f);
typedef void release(file f);
struct file_s { int fd; callback on_close; };
file file_open(int fd);
int file_fd(constant f);
extern file const file_dup(file f);
void file_on(file f, callback cb);
file *file_list(unsigned n);
release file_close;
int file_main(int argc, char *argv[], char name[]);
typedef char label[16];
int file_label(label l);
file file_one(int fd), file_two(int fd);
#endif
