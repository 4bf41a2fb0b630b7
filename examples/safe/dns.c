/* dns.c - DNS messages (RFC 1035): questions and records, one after the other.
 * SPDX-License-Identifier: MIT
 *
 * Names are where parsers of DNS go wrong: a label may be a pointer to an earlier place, where the
 * name goes on, with another pointer perhaps. Here each pointer has to lead further to the front
 * than all before it, so there is an end to it; and a name that is longer than a name can be is
 * refused before it is written. */
#include "dns.h"
#include "packet.h"

#pragma corten safe
#pragma corten forbid(unsafe)

/* ---- bytes --------------------------------------------------------------------------------- */

static unsigned read_u8(struct dns_reader *r)
{
    if (r->at >= r->len) {
        r->failed = true;
        return 0;
    }
    unsigned v = r->message[r->at];
    r->at++;
    return v;
}

static uint16_t read_u16(struct dns_reader *r)
{
    unsigned high = read_u8(r);
    unsigned low = read_u8(r);
    return (uint16_t)(high << 8 | low);
}

static uint32_t read_u32(struct dns_reader *r)
{
    uint32_t high = read_u16(r);
    uint32_t low = read_u16(r);
    return high << 16 | low;
}

static void skip(struct dns_reader *r, size_t n)
{
    if (n > r->len - r->at) {
        r->failed = true;
        n = r->len - r->at;
    }
    r->at += n;
}

/* ---- names --------------------------------------------------------------------------------- */

static void name_init(struct dns_name *__inits name)
{
    *name = (struct dns_name){"", 0};
}

/* The text has its terminator at every step. */
static bool name_add(struct dns_name *name, char c)
{
    if (name->len >= DNS_NAME_MAX)
        return false;
    name->text[name->len] = c;
    name->len++;
    name->text[name->len] = '\0';
    return true;
}

/* A label may hold any bytes: what would confuse a reader is shown as a question mark. */
static bool name_add_label(struct dns_name *name, const uint8_t *__counted_by(n) label, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        bool plain = label[i] > ' ' && label[i] < 0x7f && label[i] != '.';
        if (!name_add(name, plain ? (char)label[i] : '?'))
            return false;
    }
    return name_add(name, '.');
}

/* What a name without a pointer has instead: no message is so long. */
#define NO_POINTER SIZE_MAX

/* Adds the labels from r->at up to the end of the name or a pointer, and tells where that leads. */
static bool read_labels(struct dns_reader *r, struct dns_name *name,
                        size_t *__inits __when(return == true) pointer)
{
    for (;;) {
        size_t n = read_u8(r);
        if (r->failed)
            return false;
        if (n == 0) {
            *pointer = NO_POINTER;
            return true;
        }
        if (n >= 0xc0) {
            *pointer = (n & 0x3f) << 8 | read_u8(r);
            return !r->failed;
        }
        if (n >= 0x40 || n > r->len - r->at)
            return false;
        if (!name_add_label(name, r->message + r->at, n))
            return false;
        r->at += n;
    }
}

/* The reader goes on behind the first pointer, wherever the rest of the name is. */
static bool read_name(struct dns_reader *r, struct dns_name *__inits name)
{
    size_t before = r->at;
    size_t pointer;
    name_init(name);
    bool good = read_labels(r, name, &pointer);
    struct dns_reader elsewhere = *r;
    while (good && pointer != NO_POINTER) {
        good = pointer < before && pointer < elsewhere.len;
        if (good) {
            before = pointer;
            elsewhere.at = pointer;
            good = read_labels(&elsewhere, name, &pointer);
        }
    }
    if (good && name->len == 0)
        good = name_add(name, '.');
    if (!good)
        r->failed = true;
    return good;
}

/* ---- messages ------------------------------------------------------------------------------ */

struct dns_reader dns_open(const uint8_t *__lifetimebound __counted_by(n) message, size_t n,
                           struct dns_header *__inits header)
{
    struct dns_reader r = {message, n, 0, false};
    header->id = read_u16(&r);
    header->flags = read_u16(&r);
    header->questions = read_u16(&r);
    unsigned answers = read_u16(&r);
    unsigned authorities = read_u16(&r);
    unsigned additional = read_u16(&r);
    header->records = answers + authorities + additional;
    if (r.failed) {
        header->questions = 0;
        header->records = 0;
    }
    return r;
}

bool dns_next_question(struct dns_reader *r, struct dns_header *header,
                       struct dns_question *__inits __when(return == true) out)
{
    struct dns_question q;
    if (r->failed || header->questions == 0)
        return false;
    header->questions--;
    if (!read_name(r, &q.name))
        return false;
    q.type = read_u16(r);
    q.class = read_u16(r);
    if (r->failed)
        return false;
    *out = q;
    return true;
}

bool dns_next_record(struct dns_reader *r, struct dns_header *header,
                     struct dns_record *__inits __when(return == true) out)
{
    struct dns_record record;
    if (r->failed || header->records == 0)
        return false;
    header->records--;
    if (!read_name(r, &record.name))
        return false;
    record.type = read_u16(r);
    record.class = read_u16(r);
    record.ttl = read_u32(r);
    record.size = read_u16(r);
    record.at = r->at;
    skip(r, record.size);
    if (r->failed)
        return false;
    *out = record;
    return true;
}

/* ---- for people ---------------------------------------------------------------------------- */

static int print_type(uint16_t type, struct strbuf *out)
{
    switch (type) {
    case DNS_A: return strbuf_add(out, "A");
    case DNS_NS: return strbuf_add(out, "NS");
    case DNS_CNAME: return strbuf_add(out, "CNAME");
    case DNS_PTR: return strbuf_add(out, "PTR");
    case DNS_MX: return strbuf_add(out, "MX");
    case DNS_TXT: return strbuf_add(out, "TXT");
    case DNS_AAAA: return strbuf_add(out, "AAAA");
    default:
        if (strbuf_add(out, "TYPE") != 0)
            return -1;
        return strbuf_add_uint(out, type);
    }
}

static int print_name(struct dns_reader *r, struct strbuf *out)
{
    struct dns_name name;
    if (!read_name(r, &name))
        return strbuf_add(out, "(bad name)");
    return strbuf_add(out, name.text);
}

static int print_ipv6(struct dns_reader *r, struct strbuf *out)
{
    for (int i = 0; i < 8; i++) {
        if (i > 0 && strbuf_add_char(out, ':') != 0)
            return -1;
        if (strbuf_add_hex(out, read_u16(r), 4) != 0)
            return -1;
    }
    return 0;
}

/* Some strings, each with its length in front. */
static int print_texts(struct dns_reader *r, size_t end, struct strbuf *out)
{
    while (r->at < end) {
        size_t n = read_u8(r);
        if (n > r->len - r->at)
            return strbuf_add(out, "(bad text)");
        if (strbuf_add_char(out, '"') != 0)
            return -1;
        for (size_t i = 0; i < n; i++) {
            unsigned c = read_u8(r);
            if (strbuf_add_char(out, c >= ' ' && c < 0x7f ? (char)c : '?') != 0)
                return -1;
        }
        if (strbuf_add_char(out, '"') != 0)
            return -1;
    }
    return 0;
}

/* The reader stands at the data, and is a copy: where it is led does not matter to anybody. */
static int print_data(struct dns_reader *r, const struct dns_record *record, struct strbuf *out)
{
    switch (record->type) {
    case DNS_A: return record->size == 4 ? print_ipv4(read_u32(r), out) : strbuf_add(out, "?");
    case DNS_AAAA: return record->size == 16 ? print_ipv6(r, out) : strbuf_add(out, "?");
    case DNS_NS:
    case DNS_CNAME:
    case DNS_PTR: return print_name(r, out);
    case DNS_MX:
        if (strbuf_add_uint(out, read_u16(r)) != 0 || strbuf_add_char(out, ' ') != 0)
            return -1;
        return print_name(r, out);
    case DNS_TXT: return print_texts(r, record->at + record->size, out);
    default:
        if (strbuf_add_uint(out, record->size) != 0)
            return -1;
        return strbuf_add(out, " bytes");
    }
}

int dns_print_record(const struct dns_reader *r, const struct dns_record *record,
                     struct strbuf *out)
{
    __checked(record->at <= r->len && record->size <= r->len - record->at);
    struct dns_reader data = *r;
    data.at = record->at;
    data.failed = false;
    if (strbuf_add(out, record->name.text) != 0 || strbuf_add_char(out, ' ') != 0)
        return -1;
    if (strbuf_add_uint(out, record->ttl) != 0 || strbuf_add_char(out, ' ') != 0)
        return -1;
    if (print_type(record->type, out) != 0 || strbuf_add_char(out, ' ') != 0)
        return -1;
    return print_data(&data, record, out);
}

static int print_question(const struct dns_question *q, struct strbuf *out)
{
    if (strbuf_add(out, "? ") != 0 || strbuf_add(out, q->name.text) != 0)
        return -1;
    if (strbuf_add_char(out, ' ') != 0 || print_type(q->type, out) != 0)
        return -1;
    return strbuf_add_char(out, '\n');
}

int dns_print(const uint8_t *__counted_by(n) message, size_t n, struct strbuf *out)
{
    struct dns_header h;
    struct dns_question q;
    struct dns_record record;
    struct dns_reader r = dns_open(message, n, &h);
    while (dns_next_question(&r, &h, &q))
        if (print_question(&q, out) != 0)
            return -1;
    while (dns_next_record(&r, &h, &record))
        if (dns_print_record(&r, &record, out) != 0 || strbuf_add_char(out, '\n') != 0)
            return -1;
    return r.failed ? -1 : 0;
}
