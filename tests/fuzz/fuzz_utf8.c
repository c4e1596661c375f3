#include <stdlib.h>
#include <string.h>

#include "base/mask.h"
#include "base/utf8.h"
#include "support/utf8_reference.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool condition)
{
    if (!condition) {
        abort();
    }
}

/* In the middle of plain text, so that vectors are full: they must say what the scalar code says, from any beginning.
 */
static void check_vectors(const uint8_t key[4], const uint8_t *text, size_t len, size_t cut, size_t bad)
{
    size_t front = 40 + cut % 61, all = front + len + 40;
    uint8_t *masked = malloc(all), *clear = malloc(all), *scalar = malloc(all);
    es_utf8_t s = 0, t = 0;
    bool ok;

    require(masked != NULL && clear != NULL && scalar != NULL);
    memset(masked, 'x', all);
    memcpy(masked + front, text, len);
    for (size_t i = 0; i < all; i++) {
        masked[i] ^= key[i % 4];
    }
    ok = es_mask_copy_utf8(clear, masked, all - 40, key, 0, &s);
    require(ok == (bad == len));
    require(es_mask_copy_utf8_scalar(scalar, masked, all - 40, key, 0, &t) == ok);
    require(!ok || (s == t && memcmp(clear, scalar, all - 40) == 0));
    if (ok) {
        ok = es_mask_copy_utf8(clear + all - 40, masked + all - 40, 40, key, all - 40, &s);
        require(es_mask_copy_utf8_scalar(scalar, masked + all - 40, 40, key, all - 40, &t) == ok);
    }
    es_mask_copy(clear, masked, all, key, 0);
    require(memcmp(clear + front, text, len) == 0 && clear[0] == 'x' && clear[all - 1] == 'x');
    free(masked);
    free(clear);
    free(scalar);
}

/* The first five bytes are a mask and a place to cut; the rest is a text. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const uint8_t *key = data, *text = data + 5;
    size_t len, cut, bad;
    bool complete, ok;
    uint8_t *masked, *clear;
    es_utf8_t s = 0;

    if (size < 6) {
        return 0;
    }
    len = size - 5;
    cut = data[4] % (len + 1);
    bad = utf8_reference(text, len, &complete);

    /* Whole, cut in two, and byte by byte, where the very byte that breaks the text must be named. */
    require(es_utf8_feed(&s, text, len) == (bad == len));
    require(bad < len || es_utf8_complete(s) == complete);
    s = 0;
    ok = es_utf8_feed(&s, text, cut);
    require(ok == (bad >= cut));
    if (ok) {
        require(es_utf8_feed(&s, text + cut, len - cut) == (bad == len));
        require(bad < len || es_utf8_complete(s) == complete);
    }
    s = 0;
    for (size_t i = 0; i < len && i <= bad; i++) {
        require(es_utf8_feed(&s, text + i, 1) == (i < bad));
    }

    /* The same through a mask, in two pieces, to another place and in place. */
    masked = malloc(len);
    clear = malloc(len);
    require(masked != NULL && clear != NULL);
    for (size_t i = 0; i < len; i++) {
        masked[i] = text[i] ^ key[i % 4];
    }
    s = 0;
    ok = es_mask_copy_utf8(clear, masked, cut, key, 0, &s) &&
         es_mask_copy_utf8(clear + cut, masked + cut, len - cut, key, cut, &s);
    require(ok == (bad == len));
    require(!ok || (memcmp(clear, text, len) == 0 && es_utf8_complete(s) == complete));
    s = 0;
    ok = es_mask_copy_utf8(masked, masked, cut, key, 0, &s) &&
         es_mask_copy_utf8(masked + cut, masked + cut, len - cut, key, cut, &s);
    require(ok == (bad == len));
    require(!ok || memcmp(masked, text, len) == 0);
    check_vectors(key, text, len, cut, bad);
    free(masked);
    free(clear);
    return 0;
}
