#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "net/network.h"
#include "proto/http_forwarded.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/*
 * The input, line by line, as fields in which proxies name clients: Forwarded, X-Forwarded-For, or something else, as
 * the first byte of each line says. Every hop must lie within its field; those of X-Forwarded-For are what a simple
 * loop finds, too; an address that was read comes out again as it is written.
 */

#define HOPS 4096

static void require(bool condition, const char *what)
{
    if (!condition) {
        fprintf(stderr, "fuzz_http_forwarded: %s\n", what);
        abort();
    }
}

static void address_and_back(const char *text, size_t len)
{
    char *copy = malloc(len > 0 ? len : 1), out[64];
    es_address_t address = {0}, again = {0};
    uint8_t ip[ES_IP_LEN], ip_again[ES_IP_LEN];

    require(copy != NULL, "no memory");
    memcpy(copy, text, len);
    if (es_address_parse(&address, copy, len)) {
        es_address_text(&address, out, sizeof(out));
        require(es_address_parse(&again, out, strlen(out)), "its own text is refused");
        require(es_address_ip(&address, ip) && es_address_ip(&again, ip_again) && memcmp(ip, ip_again, ES_IP_LEN) == 0,
                "another address");
        require(es_address_port(&address) >= 0 && es_address_port(&address) <= 65535, "a port that is none");
        require(es_address_port(&again) == 0, "a port out of nowhere");
    }
    free(copy);
}

/* The members of a list that knows no quotes: where each is. @return how many */
static size_t split_at_commas(const char *text, size_t len, size_t starts[HOPS], size_t ends[HOPS])
{
    size_t count = 0, start = 0;

    if (len == 0) {
        return 0;
    }
    for (size_t i = 0; i <= len && count < HOPS; i++) {
        if (i == len || text[i] == ',') {
            size_t from = start, to = i;

            if (i == len && start == len) {
                break; /* behind a last comma there is none */
            }
            while (from < to && (text[from] == ' ' || text[from] == '\t')) {
                from++;
            }
            while (to > from && (text[to - 1] == ' ' || text[to - 1] == '\t')) {
                to--;
            }
            starts[count] = from;
            ends[count++] = to;
            start = i + 1;
        }
    }
    return count;
}

static bool is_plain(const char *text, size_t len)
{
    return len > 0 && !memchr(text, '"', len) && !memchr(text, '\\', len);
}

/* All hops of one name. */
static void read_list(const es_http_request_t *r, const char *name)
{
    static size_t starts[HOPS], ends[HOPS];
    es_http_forwarded_t list = {0};
    const es_http_header_t *field = NULL;
    const char *node, *value = NULL;
    size_t len, hops = 0, count = 0;

    while (es_http_forwarded_next(&list, r, name, &node, &len)) {
        require(++hops <= r->head.len, "it does not end");
        if (list.field != field) {
            require(hops == 1 || name[0] == 'f' || count == 0, "hops were left out");
            field = list.field;
            value = es_http_request_at(r, field->value);
            count = name[0] == 'f' ? 0 : split_at_commas(value, field->value.len, starts, ends);
            for (size_t i = 0; i < count / 2; i++) { /* the next one last, so that it can be taken off */
                size_t start = starts[i], end = ends[i];

                starts[i] = starts[count - 1 - i];
                ends[i] = ends[count - 1 - i];
                starts[count - 1 - i] = start;
                ends[count - 1 - i] = end;
            }
        }
        require(node == NULL || len > 0, "a hop without text");
        if (node) {
            require(node >= value && node + len <= value + field->value.len, "a hop outside of its field");
            address_and_back(node, len);
        }
        if (name[0] == 'x') {
            require(count-- > 0, "a hop too many");
            if (is_plain(value + starts[count], ends[count] - starts[count])) {
                require(node == value + starts[count] && len == ends[count] - starts[count], "another hop");
            }
        }
    }
    require(!es_http_forwarded_next(&list, r, name, &node, &len) || list.field != NULL, "it begins anew in nowhere");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = {"Forwarded: ", "X-Forwarded-For: ", "FORWARDED:", "Via: "};
    const es_http_limits_t max = {.head = 65536, .fields = 128};
    es_http_request_t *r = es_http_request_new(&max);
    es_buffer_t head = {0};
    es_networks_t networks = {0};
    const char *bad;
    char *text;
    size_t taken;

    es_buffer_append_str(&head, "GET / HTTP/1.1\r\nHost: h\r\n");
    for (size_t at = 0; at < size;) {
        const uint8_t *line = data + at, *end = memchr(line, '\n', size - at);
        size_t len = end ? (size_t)(end - line) : size - at;

        if (len > 0) {
            es_buffer_append_str(&head, names[line[0] % 4]);
            es_buffer_append(&head, line + 1, len - 1);
            es_buffer_append_str(&head, "\r\n");
        }
        at += len + 1;
    }
    es_buffer_append_str(&head, "\r\n");
    if (es_http_request_feed(r, head.data, head.len, &taken) == ES_HTTP_COMPLETE) {
        read_list(r, "forwarded");
        read_list(r, "x-forwarded-for");
    }
    es_http_request_free(r);
    es_buffer_destroy(&head);

    /* The whole as an address, and as a list of networks. */
    address_and_back((const char *)data, size);
    text = malloc(size + 1);
    require(text != NULL, "no memory");
    memcpy(text, data, size);
    text[size] = '\0';
    if (es_networks_parse(&networks, text, &bad, &taken)) {
        es_address_t address;

        if (!strpbrk(text, ",/ \t") && strcmp(text, "unix") != 0) {
            require(es_address_parse(&address, text, strlen(text)) && es_networks_hold(&networks, &address),
                    "a network of one address that does not hold it");
        }
        es_networks_destroy(&networks);
    } else {
        require(bad >= text && bad + taken <= text + strlen(text), "a bad member outside of the text");
    }
    free(text);
    return 0;
}
