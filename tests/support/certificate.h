#ifndef ES_TESTS_CERTIFICATE_H
#define ES_TESTS_CERTIFICATE_H

/* A certificate for a test of TLS, signed with its own key, in files that the test removes. */

typedef struct certificate {
    char cert_file[40], key_file[40]; /* PEM */
} certificate_t;

/** Makes key, certificate and files; aborts when that cannot be done. @param name its common name */
void certificate_make(certificate_t *certificate, const char *name);

/** Removes the files. */
void certificate_remove(const certificate_t *certificate);

#endif
