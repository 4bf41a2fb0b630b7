// When the second header can't be added, the list with the first one is lost.
// Prototypes as in libcurl's headers.
#include <stddef.h>

struct curl_slist;
struct curl_slist *curl_slist_append(struct curl_slist *list, const char *s);
void curl_slist_free_all(struct curl_slist *list);
int send_with(struct curl_slist *headers);

int post(void)
{
    struct curl_slist *list = curl_slist_append(NULL, "Accept: text/plain");
    if (list == NULL)
        return -1;
    struct curl_slist *both = curl_slist_append(list, "Expect:");
    if (both == NULL) {
        return -1; //~ leak
    }
    int result = send_with(both);
    curl_slist_free_all(both);
    return result;
}
