/* test_packet.c - frames that are right, wrong, and cut off anywhere. */
#include "packet.h"
#include "testing.h"

#include <string.h>

/* A frame from 10.0.0.1:1000 to 10.0.0.2:53 that says "hello", padded to 60 bytes. */
static const uint8_t frame[60] = {
    2,    0,    0, 0,  0, 2,  2, 0, 0,   0,   0,    1,    8,   0,                    /* Ethernet */
    0x45, 0,    0, 33, 0, 0,  0, 0, 64,  17,  0x66, 0xca, 10,  0, 0, 1, 10, 0, 0, 2, /* IPv4 */
    0x03, 0xe8, 0, 53, 0, 13, 0, 0, 'h', 'e', 'l',  'l',  'o',                       /* UDP */
};

static void test_good(void **state)
{
    (void)state;
    struct packet p;
    struct strbuf b;
    REQUIRE(packet_parse(frame, sizeof frame, &p) == PACKET_OK);
    assert_int_equal(p.to_mac[5], 2);
    assert_int_equal(p.from_mac[5], 1);
    assert_int_equal(p.from_port, 1000);
    assert_int_equal(p.to_port, 53);
    assert_int_equal(cursor_left(&p.payload), 5);
    assert_memory_equal(p.payload.at, "hello", 5);
    strbuf_init(&b);
    assert_int_equal(packet_print(&p, &b), 0);
    assert_true(strbuf_is(&b, "10.0.0.1:1000 > 10.0.0.2:53 ttl 64, 5 bytes"));
    strbuf_drop(&b);
}

static void test_vlan(void **state)
{
    (void)state;
    uint8_t tagged[sizeof frame + 4];
    struct packet p;
    memcpy(tagged, frame, 12);
    memcpy(tagged + 12, "\x81\0\0\7", 4);
    memcpy(tagged + 16, frame + 12, sizeof frame - 12);
    REQUIRE(packet_parse(tagged, sizeof tagged, &p) == PACKET_OK);
    assert_int_equal(p.from_port, 1000);
}

/* With one byte different. */
static enum packet_error parse_changed(size_t at, uint8_t to, int fix_sum)
{
    uint8_t bytes[sizeof frame];
    struct packet p;
    memcpy(bytes, frame, sizeof frame);
    bytes[at] = to;
    if (fix_sum) {
        unsigned sum = 0;
        bytes[24] = bytes[25] = 0;
        for (size_t i = 14; i < 34; i += 2)
            sum += (unsigned)(bytes[i] << 8 | bytes[i + 1]);
        sum = ~((sum >> 16) + sum);
        bytes[24] = (uint8_t)(sum >> 8);
        bytes[25] = (uint8_t)sum;
    }
    return packet_parse(bytes, sizeof bytes, &p);
}

static void test_wrong(void **state)
{
    (void)state;
    assert_int_equal(parse_changed(13, 6, 0), PACKET_NOT_IPV4);
    assert_int_equal(parse_changed(14, 0x65, 0), PACKET_BAD_HEADER);
    assert_int_equal(parse_changed(14, 0x44, 0), PACKET_BAD_HEADER);
    assert_int_equal(parse_changed(14, 0x4f, 0), PACKET_BAD_HEADER);
    assert_int_equal(parse_changed(17, 19, 0), PACKET_BAD_HEADER);
    assert_int_equal(parse_changed(17, 200, 0), PACKET_SHORT);
    assert_int_equal(parse_changed(22, 63, 0), PACKET_BAD_CHECKSUM);
    assert_int_equal(parse_changed(20, 0x20, 1), PACKET_FRAGMENT);
    assert_int_equal(parse_changed(21, 1, 1), PACKET_FRAGMENT);
    assert_int_equal(parse_changed(23, 18, 1), PACKET_NOT_UDP);
    assert_int_equal(parse_changed(39, 7, 0), PACKET_BAD_HEADER);
    assert_int_equal(parse_changed(39, 14, 0), PACKET_SHORT);
    assert_int_equal(parse_changed(41, 1, 0), PACKET_BAD_CHECKSUM);
    for (int e = 0; e < 8; e++)
        assert_true(strlen(packet_error_text((enum packet_error)e)) > 0);
}

static void test_truncated(void **state)
{
    (void)state;
    for (size_t n = 0; n <= sizeof frame; n++) {
        /* In memory of just that size, so that sanitizers see the first byte too many. */
        uint8_t *bytes = malloc(n > 0 ? n : 1);
        REQUIRE(bytes != NULL);
        memcpy(bytes, frame, n);
        struct packet p;
        assert_int_equal(packet_parse(bytes, n, &p), n < 47 ? PACKET_SHORT : PACKET_OK);
        free(bytes);
    }
}

static void test_cursor(void **state)
{
    (void)state;
    static const uint8_t bytes[] = {1, 2, 3, 4, 5, 6, 7};
    struct cursor c = cursor_of(bytes, sizeof bytes);
    uint8_t two[2];
    assert_int_equal(take_u32(&c), 0x01020304);
    struct cursor part = take(&c, 2);
    assert_int_equal(take_u8(&part), 5);
    assert_int_equal(take_u16(&part), 0);
    assert_true(part.failed);
    take_bytes(&c, two, 2);
    assert_true(c.failed);
    assert_int_equal(two[0] | two[1], 0);
    assert_int_equal(cursor_left(&c), 0);
    part = take(&c, 1);
    assert_true(part.failed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),   cmocka_unit_test(test_vlan),
        cmocka_unit_test(test_wrong),  cmocka_unit_test(test_truncated),
        cmocka_unit_test(test_cursor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
