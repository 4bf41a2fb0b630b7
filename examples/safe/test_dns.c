/* test_dns.c - messages that are right, and names that try to lead a reader astray. */
#include "dns.h"
#include "testing.h"

#include <string.h>

/* A question for www.example.org, with an alias and an address in the answer. */
static const uint8_t message[] = {
    0x12, 0x34, 0x81, 0x80, 0, 1,   0,   2,   0,   0,   0,   0, /* header */
    3,    'w',  'w',  'w',  7, 'e', 'x', 'a', 'm', 'p', 'l', 'e', 3,   'o', 'r', 'g',
    0,                   /* at 12 */
    0,    1,    0,    1, /* A, IN */
    0xc0, 12,   0,    5,    0, 1,   0,   0,   1,   0,   0,   5,   2,   'm', 'x', 0xc0,
    16,                                                                             /* CNAME */
    0xc0, 45,   0,    1,    0, 1,   0,   0,   0,   60,  0,   4,   192, 0,   2,   1, /* A */
};

static void expect(const uint8_t *bytes, size_t n, int result, const char *text)
{
    struct strbuf b;
    strbuf_init(&b);
    assert_int_equal(dns_print(bytes, n, &b), result);
    const char *s = strbuf_str(&b);
    REQUIRE(s != NULL);
    assert_string_equal(s, text);
    strbuf_drop(&b);
}

static void test_message(void **state)
{
    (void)state;
    expect(message, sizeof message, 0,
           "? www.example.org. A\n"
           "www.example.org. 256 CNAME mx.example.org.\n"
           "mx.example.org. 60 A 192.0.2.1\n");
    struct dns_header h;
    struct dns_reader r = dns_open(message, sizeof message, &h);
    assert_false(r.failed);
    assert_int_equal(h.id, 0x1234);
    assert_int_equal(h.questions, 1);
    assert_int_equal(h.records, 2);
}

static void test_truncated(void **state)
{
    (void)state;
    for (size_t n = 0; n < sizeof message; n++) {
        uint8_t *bytes = malloc(n > 0 ? n : 1);
        struct strbuf b;
        REQUIRE(bytes != NULL);
        memcpy(bytes, message, n);
        strbuf_init(&b);
        assert_int_equal(dns_print(bytes, n, &b), -1);
        strbuf_drop(&b);
        free(bytes);
    }
}

/* One question, whose name is these bytes. */
static void name_is(const char *name, size_t n, const char *wanted)
{
    uint8_t bytes[1024] = {0, 0, 0, 0, 0, 1};
    char line[512] = "? ";
    memcpy(bytes + 12, name, n);
    memcpy(bytes + 12 + n, "\0\1\0\1", 4);
    strcat(line, wanted);
    strcat(line, " A\n");
    bool bad = wanted[0] == '\0';
    expect(bytes, 12 + n + 4, bad ? -1 : 0, bad ? "" : line);
}

static void test_names(void **state)
{
    (void)state;
    name_is("", 1, ".");
    name_is("\3a.b\2\x01z", 8, "a?b.?z.");
    name_is("\xc0\x0c", 2, ""); /* leads to itself */
    name_is("\xc0\x0e", 2, ""); /* forward */
    name_is("\xc0\xff", 2, ""); /* beyond the end */
    name_is("\xc0\x12", 2, ""); /* to the end */
    name_is("\1a\xc0\x0c", 4, "");
    name_is("\x40z", 2, "");     /* no such kind of label */
    name_is("\x3fz", 2, "");     /* longer than the message */
    name_is("\xc0\x00", 2, "."); /* the header's first byte is 0 */
    char longest[300];
    for (size_t i = 0; i + 2 <= sizeof longest; i += 2)
        memcpy(longest + i, "\1a", 2);
    longest[254] = '\0';
    char text[300];
    for (size_t i = 0; i + 2 <= 254; i += 2)
        memcpy(text + i, "a.", 2);
    text[254] = '\0';
    name_is(longest, 255, text);
    longest[254] = 1;
    longest[256] = '\0';
    name_is(longest, 257, "");
}

static void test_types(void **state)
{
    (void)state;
    static const uint8_t records[] = {
        0,    0, 0x80, 0,    0, 0, 0,   0,   0, 5,    0, 0, /* five records of authorities */
        0,    0, 15,   0,    1, 0, 0,   0,   1, 0,    5, 0, 10, 1,  'm', 0, 0, 0, 16, 0, 1, 0,
        0,    0, 2,    0,    6, 2, 'h', 'i', 1, '\n', 0, 0, 0,  28, 0,   1, 0, 0, 0,  3, 0, 16,
        0x20, 1, 0xd,  0xb8, 0, 0, 0,   0,   0, 0,    0, 0, 0,  0,  0,   1, 0, 0, 99, 0, 1, 0,
        0,    0, 4,    0,    2, 7, 7,   0,   0, 1,    0, 1, 0,  0,  0,   5, 0, 3, 7,  7, 7,
    };
    expect(records, sizeof records, 0,
           ". 1 MX 10 m.\n"
           ". 2 TXT \"hi\"\"?\"\"\"\n"
           ". 3 AAAA 2001:0db8:0000:0000:0000:0000:0000:0001\n"
           ". 4 TYPE99 2 bytes\n"
           ". 5 A ?\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_message),
        cmocka_unit_test(test_truncated),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_types),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
