/* packet.h - an Ethernet frame that carries UDP over IPv4, taken apart.
 * SPDX-License-Identifier: MIT
 *
 * Nothing is copied but the headers' fields: `payload` looks into the bytes that were given, which
 * must therefore live longer (__captured_by). No length that a packet claims is believed. */
#ifndef SAFE_PACKET_H
#define SAFE_PACKET_H

#include "cursor.h"
#include "strbuf.h"
#include <corten.h>
#include <stddef.h>
#include <stdint.h>
#pragma corten safe

struct packet {
    uint8_t to_mac[6];
    uint8_t from_mac[6];
    uint32_t from, to;
    uint16_t from_port, to_port;
    uint8_t ttl;
    struct cursor payload;
};

enum packet_error {
    PACKET_OK,
    PACKET_SHORT,        /* a header or a length goes beyond the end */
    PACKET_NOT_IPV4,     /* something else than IPv4 in the frame */
    PACKET_BAD_HEADER,   /* a header contradicts itself */
    PACKET_BAD_CHECKSUM, /* of the IPv4 header, or of UDP */
    PACKET_FRAGMENT,     /* a piece of a packet only */
    PACKET_NOT_UDP,
};

enum packet_error packet_parse(const uint8_t *__counted_by(n) __captured_by(out) bytes, size_t n,
                               struct packet *__inits __when(return == PACKET_OK) out);

const char *__static packet_error_text(enum packet_error e);

/* "10.0.0.1", and "10.0.0.1:53 > 10.0.0.2:4242 ttl 64, 60 bytes" */
int print_ipv4(uint32_t address, struct strbuf *out);
int packet_print(const struct packet *p, struct strbuf *out);

#endif
