/* packet_main.c - decodes a packet that is given in hexadecimal digits, as a dump shows it.
 * SPDX-License-Identifier: MIT
 *
 *     safe-packet [FILE]      prints who sent what to whom, and the DNS message if it is one
 *
 * What is no digit is skipped. Exit code 1: no packet that this program knows. */
#include "dns.h"
#include "input.h"
#include "packet.h"

#include <stdio.h>
#include <stdlib.h>
#pragma corten safe

#define DNS_PORT 53

static int digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Two digits are a byte; how many bytes there are is returned. */
static size_t decode_hex(const struct strbuf *text, uint8_t *__counted_by(cap) bytes, size_t cap)
{
    size_t n = 0;
    int high = -1;
    for (size_t i = 0; i < text->len && n < cap; i++) {
        int d = digit_of(text->data[i]);
        if (d < 0)
            continue;
        if (high < 0) {
            high = d;
        } else {
            bytes[n] = (uint8_t)(high * 16 + d);
            n++;
            high = -1;
        }
    }
    return n;
}

static int describe(const uint8_t *__counted_by(n) bytes, size_t n, struct strbuf *out)
{
    struct packet p;
    enum packet_error e = packet_parse(bytes, n, &p);
    if (e != PACKET_OK) {
        fprintf(stderr, "safe-packet: %s\n", packet_error_text(e));
        return 1;
    }
    if (packet_print(&p, out) != 0 || strbuf_add_char(out, '\n') != 0)
        return 1;
    if (p.from_port != DNS_PORT && p.to_port != DNS_PORT)
        return 0;
    if (dns_print(p.payload.at, (size_t)(p.payload.end - p.payload.at), out) == 0)
        return 0;
    fputs("safe-packet: this is no DNS message\n", stderr);
    return 1;
}

static int run(const struct strbuf *text, struct strbuf *out)
{
    size_t cap = text->len / 2 + 1;
    uint8_t *bytes = calloc(cap, 1);
    if (bytes == NULL)
        return 1;
    size_t n = decode_hex(text, bytes, cap);
    __checked(n <= cap);
    int code = describe(bytes, n, out);
    free(bytes);
    return code;
}

int main(int argc, char **argv)
{
    struct strbuf text, out;
    int code = 1;
    strbuf_init(&text);
    strbuf_init(&out);
    const char *path = argc > 1 ? argv[1] : "-";
    if (input_read_file(path, &text) != 0) {
        perror(path);
    } else {
        code = run(&text, &out);
        const char *s = strbuf_str(&out);
        if (s != NULL)
            fputs(s, stdout);
    }
    strbuf_drop(&text);
    strbuf_drop(&out);
    return code;
}
