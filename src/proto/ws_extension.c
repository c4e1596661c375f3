#include "proto/ws_extension.h"

#include <stdio.h>
#include <string.h>

#include "proto/http_response.h"

/* Parameters of an offer that were seen (RFC 7692 section 7.1). */
enum {
    SERVER_NO_TAKEOVER = 1,
    CLIENT_NO_TAKEOVER = 2,
    SERVER_BITS = 4,
    CLIENT_BITS = 8,
};

typedef struct offer {
    bool wanted;  /* permessage-deflate */
    bool invalid; /* a parameter is unknown, repeated, or has a value it must not have */
    unsigned seen;
    unsigned server_bits, client_bits; /* 0: without a value */
} offer_t;

/* A token of the text, or what a quoted string stands for, which has to be a token as well. */
typedef struct word {
    char text[32]; /* its beginning: no name or value we know is longer */
    size_t len;    /* all of it */
} word_t;

typedef struct cursor {
    const char *pos, *end;
} cursor_t;

static void skip_space(cursor_t *c)
{
    while (c->pos < c->end && (*c->pos == ' ' || *c->pos == '\t')) {
        c->pos++;
    }
}

/* Whether a separator follows, which is taken then, with the white space around it. */
static bool take(cursor_t *c, char separator)
{
    skip_space(c);
    if (c->pos == c->end || *c->pos != separator) {
        return false;
    }
    c->pos++;
    skip_space(c);
    return true;
}

static bool word_add(word_t *w, const char *byte)
{
    if (w->len < sizeof(w->text)) {
        w->text[w->len] = *byte;
    }
    w->len++;
    return es_http_is_token(byte, 1);
}

static bool word_is(const word_t *w, const char *text)
{
    return w->len == strlen(text) && memcmp(w->text, text, w->len) == 0;
}

static bool take_token(cursor_t *c, word_t *w)
{
    w->len = 0;
    while (c->pos < c->end && es_http_is_token(c->pos, 1)) {
        word_add(w, c->pos++);
    }
    return w->len > 0;
}

static bool take_quoted(cursor_t *c, word_t *w)
{
    w->len = 0;
    for (c->pos++; c->pos < c->end && *c->pos != '"'; c->pos++) {
        if (*c->pos == '\\' && ++c->pos == c->end) {
            return false;
        }
        if (!word_add(w, c->pos)) {
            return false;
        }
    }
    return c->pos++ < c->end && w->len > 0;
}

/* A window's size: 8 to 15, without leading zeros (RFC 7692 section 7.1.2). 0: it is none. */
static unsigned window_bits(const word_t *w)
{
    if (w->len == 1 && (w->text[0] == '8' || w->text[0] == '9')) {
        return (unsigned)(w->text[0] - '0');
    }
    if (w->len == 2 && w->text[0] == '1' && w->text[1] >= '0' && w->text[1] <= '5') {
        return 10 + (unsigned)(w->text[1] - '0');
    }
    return 0;
}

/* @param value NULL: there is none */
static void add_parameter(offer_t *offer, const word_t *name, const word_t *value)
{
    unsigned bits = value ? window_bits(value) : 0, which = 0;
    bool fits = false;

    if (word_is(name, "server_no_context_takeover")) {
        which = SERVER_NO_TAKEOVER;
        fits = !value;
    } else if (word_is(name, "client_no_context_takeover")) {
        which = CLIENT_NO_TAKEOVER;
        fits = !value;
    } else if (word_is(name, "server_max_window_bits")) {
        which = SERVER_BITS;
        fits = bits > 0;
        offer->server_bits = bits;
    } else if (word_is(name, "client_max_window_bits")) {
        which = CLIENT_BITS;
        fits = !value || bits > 0;
        offer->client_bits = bits;
    }
    if (!fits || (offer->seen & which) != 0) {
        offer->invalid = true;
    }
    offer->seen |= which;
}

/* One extension with its parameters. @return false: that is none */
static bool take_extension(cursor_t *c, offer_t *offer)
{
    word_t name, value;

    memset(offer, 0, sizeof(*offer));
    if (!take_token(c, &name)) {
        return false;
    }
    offer->wanted = word_is(&name, "permessage-deflate");
    while (take(c, ';')) {
        bool has_value;

        if (!take_token(c, &name)) {
            return false;
        }
        has_value = take(c, '=');
        if (has_value && !(c->pos < c->end && *c->pos == '"' ? take_quoted(c, &value) : take_token(c, &value))) {
            return false;
        }
        add_parameter(offer, &name, has_value ? &value : NULL);
    }
    return true;
}

static unsigned lower(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

static void consider(es_ws_agreement_t *out, const offer_t *offer, bool takeover, uint8_t bits)
{
    bool server_asked = (offer->seen & SERVER_BITS) != 0, client_asked = (offer->seen & CLIENT_BITS) != 0;

    if (out->accepted || !offer->wanted || offer->invalid || (server_asked && offer->server_bits < ES_WS_WINDOW_MIN)) {
        return;
    }
    out->accepted = true;
    out->server_takeover = takeover && (offer->seen & SERVER_NO_TAKEOVER) == 0;
    out->client_takeover = takeover && (offer->seen & CLIENT_NO_TAKEOVER) == 0;
    out->server_bits = (uint8_t)lower(bits, server_asked ? offer->server_bits : ES_WS_WINDOW_MAX);
    out->server_bits_said = server_asked || out->server_bits < ES_WS_WINDOW_MAX;
    /* Only a client that has offered it can be told to use a smaller window (RFC 7692 section 7.1.2.2). */
    out->client_bits = ES_WS_WINDOW_MAX;
    if (client_asked) {
        out->client_bits = (uint8_t)lower(bits, offer->client_bits ? offer->client_bits : ES_WS_WINDOW_MAX);
        out->client_bits_said = out->client_bits < ES_WS_WINDOW_MAX;
    }
}

int es_ws_extension_negotiate(const es_http_request_t *r, bool takeover, uint8_t window_bits, es_ws_agreement_t *out,
                              const char **reason)
{
    const es_http_header_t *h = NULL;
    bool fields = false, extensions = false;

    memset(out, 0, sizeof(*out));
    while ((h = es_http_request_find_next(r, h, "sec-websocket-extensions")) != NULL) {
        cursor_t c = {es_http_request_at(r, h->value), es_http_request_at(r, h->value) + h->value.len};

        fields = true;
        do {
            offer_t offer;

            skip_space(&c);
            if (c.pos == c.end || *c.pos == ',') {
                continue; /* members of a list may be empty, but not all of them */
            }
            if (!take_extension(&c, &offer) || (c.pos < c.end && *c.pos != ',')) {
                memset(out, 0, sizeof(*out));
                *reason = "Sec-WebSocket-Extensions is malformed";
                return -400;
            }
            extensions = true;
            consider(out, &offer, takeover, window_bits);
        } while (take(&c, ','));
    }
    if (fields && !extensions) {
        *reason = "Sec-WebSocket-Extensions is empty";
        return -400;
    }
    return 0;
}

void es_ws_extension_write(es_buffer_t *out, const es_ws_agreement_t *agreement)
{
    char server_bits[32] = "", client_bits[32] = "", value[160];

    if (!agreement->accepted) {
        return;
    }
    if (agreement->server_bits_said) {
        snprintf(server_bits, sizeof(server_bits), "; server_max_window_bits=%u", agreement->server_bits);
    }
    if (agreement->client_bits_said) {
        snprintf(client_bits, sizeof(client_bits), "; client_max_window_bits=%u", agreement->client_bits);
    }
    snprintf(value, sizeof(value), "permessage-deflate%s%s%s%s",
             agreement->server_takeover ? "" : "; server_no_context_takeover",
             agreement->client_takeover ? "" : "; client_no_context_takeover", server_bits, client_bits);
    es_http_write_field_str(out, "Sec-WebSocket-Extensions", value);
}
