#include "support/certificate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

static void must(int done)
{
    if (done <= 0) {
        abort();
    }
}

static EVP_PKEY *new_key(void)
{
    EVP_PKEY_CTX *maker = EVP_PKEY_CTX_new_id(EVP_PKEY_EC, NULL);
    EVP_PKEY *key = NULL;

    must(EVP_PKEY_keygen_init(maker));
    must(EVP_PKEY_CTX_set_ec_paramgen_curve_nid(maker, NID_X9_62_prime256v1));
    must(EVP_PKEY_keygen(maker, &key));
    EVP_PKEY_CTX_free(maker);
    return key;
}

static X509 *new_certificate(EVP_PKEY *key, const char *name)
{
    X509 *certificate = X509_new();

    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 86400);
    X509_set_pubkey(certificate, key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_ASC, (const unsigned char *)name, -1,
                               -1, 0);
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    must(X509_sign(certificate, key, EVP_sha256()));
    return certificate;
}

static FILE *new_file(char *path)
{
    strcpy(path, "/tmp/easyswoole-test-XXXXXX");
    return fdopen(mkstemp(path), "w");
}

void certificate_make(certificate_t *made, const char *name)
{
    EVP_PKEY *key = new_key();
    X509 *certificate = new_certificate(key, name);
    FILE *file = new_file(made->cert_file);

    must(PEM_write_X509(file, certificate));
    fclose(file);
    file = new_file(made->key_file);
    must(PEM_write_PrivateKey(file, key, NULL, NULL, 0, NULL, NULL));
    fclose(file);
    X509_free(certificate);
    EVP_PKEY_free(key);
}

void certificate_remove(const certificate_t *certificate)
{
    unlink(certificate->cert_file);
    unlink(certificate->key_file);
}
