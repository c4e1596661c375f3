#include "unit.h"

#include <stdio.h>

#include "net/network.h"

static void addresses(void **state)
{
    static const struct {
        const char *text, *ip; /* NULL: no address */
        int port;
    } rows[] = {
        {"192.0.2.1", "192.0.2.1", 0},
        {"192.0.2.1:80", "192.0.2.1", 80},
        {"192.0.2.1:65535", "192.0.2.1", 65535},
        {"192.0.2.1:0", "192.0.2.1", 0},
        {"2001:db8::1", "2001:db8::1", 0},
        {"[2001:db8::1]", "2001:db8::1", 0},
        {"[2001:db8::1]:443", "2001:db8::1", 443},
        {"::", "::", 0},
        {"::1", "::1", 0},
        {"::ffff:192.0.2.1", "192.0.2.1", 0}, /* the mapped form is the same address */
        {"[::ffff:192.0.2.1]:9", "192.0.2.1", 9},
        {"1234:1234:1234:1234:1234:1234:123.123.123.123", "1234:1234:1234:1234:1234:1234:7b7b:7b7b", 0},
        {"", NULL, 0},
        {":", NULL, 0},
        {"[", NULL, 0},
        {"[]", NULL, 0},
        {"[]:80", NULL, 0},
        {"[192.0.2.1]", NULL, 0},
        {"[2001:db8::1", NULL, 0},
        {"[2001:db8::1]80", NULL, 0},
        {"[2001:db8::1]:", NULL, 0},
        {"[2001:db8::1]:x", NULL, 0},
        {"[2001:db8::1]:65536", NULL, 0},
        {"192.0.2.1:", NULL, 0},
        {"192.0.2.1:-1", NULL, 0},
        {"192.0.2.1:65536", NULL, 0},
        {"192.0.2.1:99999999999999999999", NULL, 0},
        {"192.0.2.256", NULL, 0},
        {"192.0.2", NULL, 0},
        {"192.0.2.1 ", NULL, 0},
        {"unknown", NULL, 0},
        {"_hidden", NULL, 0},
        {"2001:db8::1:::", NULL, 0},
        {"12345678901234567890123456789012345678901234567890", NULL, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        es_address_t address = {0};
        char text[64];
        bool parsed = es_address_parse(&address, rows[i].text, strlen(rows[i].text));

        if (parsed != (rows[i].ip != NULL)) {
            fail_msg("\"%s\" was %s", rows[i].text, parsed ? "taken" : "refused");
        }
        es_address_text(&address, text, sizeof(text));
        if (parsed && (strcmp(text, rows[i].ip) != 0 || es_address_port(&address) != rows[i].port)) {
            fail_msg("\"%s\" became %s port %d", rows[i].text, text, es_address_port(&address));
        }
    }
    assert_false(es_address_parse(&(es_address_t){0}, "1.2.3.4\0x", 9));
}

static bool member(const char *list, const char *ip)
{
    es_networks_t networks = {0};
    es_address_t address = {0};
    const char *bad;
    size_t bad_len;
    bool held;

    assert_true(es_networks_parse(&networks, list, &bad, &bad_len));
    if (*ip) {
        assert_true(es_address_parse(&address, ip, strlen(ip)));
    } else {
        address.any.sa_family = AF_UNIX;
    }
    held = es_networks_hold(&networks, &address);
    es_networks_destroy(&networks);
    return held;
}

static void networks_hold_their_addresses(void **state)
{
    static const struct {
        const char *list, *ip;
        bool held;
    } rows[] = {
        {"192.0.2.1", "192.0.2.1", true},
        {"192.0.2.1", "192.0.2.2", false},
        {"192.0.2.0/24", "192.0.2.255", true},
        {"192.0.2.0/24", "192.0.3.0", false},
        {"192.0.2.77/24", "192.0.2.1", true},
        {"10.0.0.0/8", "10.255.255.255", true},
        {"10.0.0.0/8", "11.0.0.0", false},
        {"192.0.2.128/25", "192.0.2.127", false},
        {"192.0.2.128/25", "192.0.2.128", true},
        {"192.0.2.4/31", "192.0.2.5", true},
        {"192.0.2.4/31", "192.0.2.6", false},
        {"0.0.0.0/0", "203.0.113.9", true},
        {"0.0.0.0/0", "2001:db8::1", false},
        {"::/0", "2001:db8::1", true},
        {"::/0", "192.0.2.1", true}, /* every address has an IPv6 form */
        {"2001:db8::/32", "2001:db8:ffff::1", true},
        {"2001:db8::/32", "2001:db9::1", false},
        {"2001:db8::/33", "2001:db8:8000::1", false},
        {"::1", "::1", true},
        {"::1", "::2", false},
        {"::ffff:10.0.0.0/104", "10.1.2.3", true},
        {"10.0.0.1,192.0.2.0/24", "192.0.2.9", true},
        {" 10.0.0.1 ,\t192.0.2.0/24 ", "10.0.0.1", true},
        {"10.0.0.1, unix", "", true},
        {"10.0.0.1", "", false},
        {"unix", "10.0.0.1", false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        if (member(rows[i].list, rows[i].ip) != rows[i].held) {
            fail_msg("%s in %s: %s", rows[i].ip, rows[i].list, rows[i].held ? "not found" : "found");
        }
    }
}

static void a_list_names_what_is_wrong_and_stays(void **state)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"10.0.0.1,", ""},
        {"10.0.0.1,,10.0.0.2", ""},
        {"10.0.0.1, 10.0.0", "10.0.0"},
        {"10.0.0.0/33", "10.0.0.0/33"},
        {"10.0.0.0/", "10.0.0.0/"},
        {"10.0.0.0/x, 10.0.0.1", "10.0.0.0/x"},
        {"10.0.0.0/-1", "10.0.0.0/-1"},
        {"::/129", "::/129"},
        {"/8", "/8"},
        {"localhost", "localhost"},
        {"10.0.0.1:80", "10.0.0.1:80"},
        {"Unix", "Unix"},
    };
    es_networks_t networks = {0};
    const char *bad;
    size_t bad_len;

    (void)state;
    assert_true(es_networks_parse(&networks, "10.0.0.0/8", &bad, &bad_len));
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        assert_false(es_networks_parse(&networks, rows[i][0], &bad, &bad_len));
        assert_int_equal(bad_len, strlen(rows[i][1]));
        assert_memory_equal(bad, rows[i][1], bad_len);
        assert_int_equal(networks.count, 1);
    }
    assert_true(es_networks_parse(&networks, "unix", &bad, &bad_len));
    assert_int_equal(networks.count, 0);
    es_networks_destroy(&networks);
    assert_false(networks.unix_sockets);
}

static void addresses_are_written(void **state)
{
    char text[64], expected[64], small[8];
    es_address_t address = {0};

    (void)state;
    for (unsigned i = 0; i < 256; i++) {
        const uint8_t ip[4] = {(uint8_t)i, (uint8_t)(i + 1), (uint8_t)(255 - i), (uint8_t)(7 * i)};

        address.in.sin_family = AF_INET;
        memcpy(&address.in.sin_addr, ip, sizeof(ip));
        snprintf(expected, sizeof(expected), "%u.%u.%u.%u", ip[0], ip[1], ip[2], ip[3]);
        es_address_text(&address, text, sizeof(text));
        assert_string_equal(text, expected);
    }
    es_address_text(&address, small, sizeof(small)); /* might not fit: none at all */
    assert_string_equal(small, "");
    address.any.sa_family = AF_UNIX;
    es_address_text(&address, text, sizeof(text));
    assert_string_equal(text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses),
        cmocka_unit_test(addresses_are_written),
        cmocka_unit_test(networks_hold_their_addresses),
        cmocka_unit_test(a_list_names_what_is_wrong_and_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
