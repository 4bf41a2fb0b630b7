/* dns.h - DNS messages (RFC 1035): questions and records, one after the other.
 * SPDX-License-Identifier: MIT
 *
 * A name in a DNS message may go on elsewhere in the message, so a cursor that only goes forward
 * will not do: the reader keeps the whole message, and an index into it with the invariant that it
 * is not beyond the end.
 *
 *     struct dns_header h;
 *     struct dns_reader r = dns_open(message, n, &h);
 *     while (dns_next_question(&r, &h, &question)) ...
 *     while (dns_next_record(&r, &h, &record)) ...
 *     if (r.failed) ...
 *
 * Nothing is allocated: a name has its longest length as its size. */
#ifndef SAFE_DNS_H
#define SAFE_DNS_H

#include "strbuf.h"
#include <corten.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#pragma corten safe

#define DNS_NAME_MAX 255

struct dns_name {
    char text[DNS_NAME_MAX + 1] __null_terminated;
    size_t len;
} __invariant(len <= DNS_NAME_MAX);

enum dns_type {
    DNS_A = 1,
    DNS_NS = 2,
    DNS_CNAME = 5,
    DNS_PTR = 12,
    DNS_MX = 15,
    DNS_TXT = 16,
    DNS_AAAA = 28,
};

/* How many of each are still to be read. */
struct dns_header {
    uint16_t id, flags;
    unsigned questions, records;
};

struct dns_reader {
    const uint8_t *__counted_by(len) message;
    size_t len, at;
    bool failed;
} __invariant(at <= len);

struct dns_question {
    struct dns_name name;
    uint16_t type, class;
};

/* The data is message[at] up to message[at + size - 1]. */
struct dns_record {
    struct dns_name name;
    uint16_t type, class;
    uint32_t ttl;
    size_t at, size;
};

/* A message that is too short for its header has no questions and no records, and has failed. */
struct dns_reader dns_open(const uint8_t *__lifetimebound __counted_by(n) message, size_t n,
                           struct dns_header *__inits header);

/* False: there are no more, or the reader has failed. Questions come before records. */
bool dns_next_question(struct dns_reader *r, struct dns_header *header,
                       struct dns_question *__inits __when(return == true) out);
bool dns_next_record(struct dns_reader *r, struct dns_header *header,
                     struct dns_record *__inits __when(return == true) out);

/* "example.org. 300 A 192.0.2.1" */
int dns_print_record(const struct dns_reader *r, const struct dns_record *record,
                     struct strbuf *out);

/* The whole message, a line for each question and each record. -1: no memory, or no DNS; what
 * could be read is printed. */
int dns_print(const uint8_t *__counted_by(n) message, size_t n, struct strbuf *out);

#endif
