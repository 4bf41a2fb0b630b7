/* CVE-2024-45490: the length may be negative, as that of a read that failed. */
#include <unistd.h>
#include "expat.h"

int parse(int fd)
{
    XML_Parser p = XML_ParserCreate(NULL);
    if (!p)
        return -1;
    void *room = XML_GetBuffer(p, 100);
    int status = XML_STATUS_ERROR;
    if (room)
        status = XML_ParseBuffer(p, (int)read(fd, room, 100), 1); // found here
    XML_ParserFree(p);
    return status == XML_STATUS_OK ? 0 : -1;
}
