// A command gets the argument of another command.
#include <stdio.h>
#include <string.h>

enum command { GET_INFO, SET_NAME };

struct info {
    long version;
    long flags;
};

struct name {
    const char *text;
    size_t length;
};

static char current[32] = "none";

static int device_control(enum command command, void *argument)
{
    switch (command) {
    case GET_INFO: {
        struct info *i = argument;
        i->version = 3;
        i->flags = 0;
        return 0;
    }
    case SET_NAME: {
        const struct name *n = argument;
        if (n->length >= sizeof current)
            return -1;
        memcpy(current, n->text, n->length);
        current[n->length] = '\0';
        return 0;
    }
    }
    return -1;
}

int main(void)
{
    struct info info = { 1, 2 };
    struct name name = { "disk", 4 };
    if (device_control(GET_INFO, &info) != 0)
        return 1;
    info.flags = 4;
    if (device_control(SET_NAME, &info) != 0) //~ type-confusion
        return 1;
    printf("%s %zu\n", current, name.length);
    return 0;
}
