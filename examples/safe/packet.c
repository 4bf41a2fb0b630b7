/* packet.c - an Ethernet frame that carries UDP over IPv4, taken apart.
 * SPDX-License-Identifier: MIT
 *
 * Each layer takes its header off the front of `payload`, and cuts off behind it what does not
 * belong to the layer (frames are padded to 60 bytes). A layer works on a cursor of its own, and
 * puts it back when all is well. */
#include "packet.h"

#pragma corten safe
#pragma corten forbid(unsafe)

#define TYPE_IPV4 0x0800
#define TYPE_VLAN 0x8100
#define PROTOCOL_UDP 17

/* ---- layers -------------------------------------------------------------------------------- */

static enum packet_error strip_ethernet(struct packet *p)
{
    struct cursor c = p->payload;
    take_bytes(&c, p->to_mac, sizeof p->to_mac);
    take_bytes(&c, p->from_mac, sizeof p->from_mac);
    uint16_t type = take_u16(&c);
    if (type == TYPE_VLAN) {
        take_u16(&c);
        type = take_u16(&c);
    }
    if (c.failed)
        return PACKET_SHORT;
    p->payload = c;
    return type == TYPE_IPV4 ? PACKET_OK : PACKET_NOT_IPV4;
}

/* The sum of 16-bit words that IPv4 and UDP have in common; an odd byte at the end is a high one.
 * 64 bits are enough for as many words as there can be. */
static uint64_t sum_words(struct cursor c)
{
    uint64_t sum = 0;
    while (cursor_left(&c) >= 2)
        sum += take_u16(&c);
    if (cursor_left(&c) == 1)
        sum += (uint64_t)take_u8(&c) << 8;
    return sum;
}

/* With the carries added in again, a right sum is all ones. */
static bool is_right_sum(uint64_t sum)
{
    while (sum > 0xffff)
        sum = (sum >> 16) + (sum & 0xffff);
    return sum == 0xffff;
}

static enum packet_error strip_ipv4(struct packet *p)
{
    struct cursor whole = p->payload;
    struct cursor c = p->payload;
    uint8_t version = take_u8(&c);
    size_t header_size = (size_t)(version & 15) * 4;
    take_u8(&c);
    size_t total = take_u16(&c);
    take_u16(&c);
    uint16_t fragment = take_u16(&c);
    uint8_t ttl = take_u8(&c);
    uint8_t protocol = take_u8(&c);
    take_u16(&c);
    uint32_t from = take_u32(&c);
    uint32_t to = take_u32(&c);
    if (c.failed)
        return PACKET_SHORT;
    if (version >> 4 != 4 || header_size < 20 || total < header_size)
        return PACKET_BAD_HEADER;
    struct cursor packet = take(&whole, total);
    struct cursor header = take(&packet, header_size);
    if (packet.failed || header.failed)
        return PACKET_SHORT;
    if (!is_right_sum(sum_words(header)))
        return PACKET_BAD_CHECKSUM;
    /* More fragments follow, or this one does not start at 0. */
    if ((fragment & 0x3fff) != 0)
        return PACKET_FRAGMENT;
    p->ttl = ttl;
    p->from = from;
    p->to = to;
    p->payload = packet;
    return protocol == PROTOCOL_UDP ? PACKET_OK : PACKET_NOT_UDP;
}

/* UDP's checksum is also over the addresses, the protocol and the length; 0 says that there is
 * none. */
static uint64_t sum_of_udp(const struct packet *p, struct cursor datagram)
{
    uint64_t sum = PROTOCOL_UDP + (uint64_t)cursor_left(&datagram);
    sum += (p->from >> 16) + (p->from & 0xffff);
    sum += (p->to >> 16) + (p->to & 0xffff);
    return sum + sum_words(datagram);
}

static enum packet_error strip_udp(struct packet *p)
{
    struct cursor whole = p->payload;
    struct cursor c = p->payload;
    uint16_t from_port = take_u16(&c);
    uint16_t to_port = take_u16(&c);
    size_t length = take_u16(&c);
    uint16_t checksum = take_u16(&c);
    if (c.failed)
        return PACKET_SHORT;
    if (length < 8)
        return PACKET_BAD_HEADER;
    struct cursor datagram = take(&whole, length);
    if (datagram.failed)
        return PACKET_SHORT;
    if (checksum != 0 && !is_right_sum(sum_of_udp(p, datagram)))
        return PACKET_BAD_CHECKSUM;
    take(&datagram, 8);
    p->from_port = from_port;
    p->to_port = to_port;
    p->payload = datagram;
    return PACKET_OK;
}

enum packet_error packet_parse(const uint8_t *__counted_by(n) __captured_by(out) bytes, size_t n,
                               struct packet *__inits __when(return == PACKET_OK) out)
{
    struct packet p = {.payload = cursor_of(bytes, n)};
    enum packet_error e = strip_ethernet(&p);
    if (e == PACKET_OK)
        e = strip_ipv4(&p);
    if (e == PACKET_OK)
        e = strip_udp(&p);
    if (e != PACKET_OK)
        return e;
    *out = p;
    return PACKET_OK;
}

/* ---- for people ---------------------------------------------------------------------------- */

const char *__static packet_error_text(enum packet_error e)
{
    switch (e) {
    case PACKET_OK: return "no error";
    case PACKET_SHORT: return "shorter than it says";
    case PACKET_NOT_IPV4: return "not IPv4";
    case PACKET_BAD_HEADER: return "a header that contradicts itself";
    case PACKET_BAD_CHECKSUM: return "wrong checksum";
    case PACKET_FRAGMENT: return "a fragment";
    case PACKET_NOT_UDP: return "not UDP";
    }
    return "unknown error";
}

int print_ipv4(uint32_t address, struct strbuf *out)
{
    for (unsigned shift = 32; shift > 0; shift -= 8) {
        if (shift < 32 && strbuf_add_char(out, '.') != 0)
            return -1;
        if (strbuf_add_uint(out, address >> (shift - 8) & 0xff) != 0)
            return -1;
    }
    return 0;
}

static int print_end(uint32_t address, uint16_t port, struct strbuf *out)
{
    if (print_ipv4(address, out) != 0 || strbuf_add_char(out, ':') != 0)
        return -1;
    return strbuf_add_uint(out, port);
}

int packet_print(const struct packet *p, struct strbuf *out)
{
    if (print_end(p->from, p->from_port, out) != 0 || strbuf_add(out, " > ") != 0)
        return -1;
    if (print_end(p->to, p->to_port, out) != 0 || strbuf_add(out, " ttl ") != 0)
        return -1;
    if (strbuf_add_uint(out, p->ttl) != 0 || strbuf_add(out, ", ") != 0)
        return -1;
    if (strbuf_add_uint(out, cursor_left(&p->payload)) != 0)
        return -1;
    return strbuf_add(out, " bytes");
}
