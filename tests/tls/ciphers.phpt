--TEST--
ssl_ciphers for TLS 1.2 and 1.3, ssl_prefer_server_ciphers, ssl_ecdh_curve, ssl_dhparam
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

$dhparam = tls_dir() . '/dh.pem';
// ffdhe2048 of RFC 7919, in DER; making such a number takes long
file_put_contents($dhparam, "-----BEGIN DH PARAMETERS-----\n" . chunk_split(base64_encode(hex2bin('3082010802820101'
    . '00ffffffffffffffffadf85458a2bb4a9aafdc5620273d3cf1d8b9c583ce2d3695a9e13641146433fbcc939dce249b3ef97d2fe363630c75d8f681b202aec4617a'
    . 'd3df1ed5d5fd65612433f51f5f066ed0856365553ded1af3b557135e7f57c935984f0c70e0e68b77e2a689daf3efe8721df158a136ade73530acca4f483a797ab'
    . 'c0ab182b324fb61d108a94bb2c8e3fbb96adab760d7f4681d4f42a3de394df4ae56ede76372bb190b07a7c8ee0a6d709e02fce1cdf7e2ecc03404cd28342f6191'
    . '72fe9ce98583ff8e4f1232eef28183c3fe3b1b4c6fad733bb5fcbc2ec22005c58ef1837d1683b2c6f34a26c1b2effa886b423861285c97ffffffffffffffff020102')), 64, "\n")
    . "-----END DH PARAMETERS-----\n");
$rsa = authority()->issueRsa('localhost')->settings();
const TLS12 = ['crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT];
const LIST1 = 'ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES256-GCM-SHA384';
foreach ([
    'strict by default' => [[], TLS12 + ['ciphers' => 'ECDHE-ECDSA-AES256-SHA384']],
    'for TLS 1.2' => [['ssl_ciphers' => 'ECDHE-ECDSA-AES256-SHA384'], TLS12],
    'for TLS 1.3, in a mixed list' => [['ssl_ciphers' => 'TLS_CHACHA20_POLY1305_SHA256:ECDHE+AESGCM'], []],
    'for TLS 1.2, in a mixed list' => [['ssl_ciphers' => 'TLS_CHACHA20_POLY1305_SHA256,ECDHE-ECDSA-AES128-GCM-SHA256'], TLS12],
    'an array' => [['ssl_ciphers' => ['ECDHE-ECDSA-AES256-GCM-SHA384', 'TLS_AES_128_GCM_SHA256']], []],
    'the client prefers' => [['ssl_ciphers' => 'ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305'], TLS12 + ['ciphers' => LIST1]],
    'the server prefers' => [['ssl_ciphers' => 'ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305', 'ssl_prefer_server_ciphers' => true], TLS12 + ['ciphers' => LIST1]],
    'a curve' => [['ssl_ecdh_curve' => 'secp384r1'], []],
    'curves' => [['ssl_ecdh_curve' => ['secp384r1', 'prime256v1']], []],
    'curve auto' => [['ssl_ecdh_curve' => 'auto'], []],
    'DH' => [$rsa, TLS12 + ['ciphers' => 'DHE-RSA-AES256-GCM-SHA384']],
    'dhparam' => [['ssl_dhparam' => $dhparam] + $rsa, TLS12 + ['ciphers' => 'DHE-RSA-AES256-GCM-SHA384']],
] as $name => [$settings, $ssl]) {
    run_server(fn () => wss_server($settings), function (int $port) use ($name, $ssl) {
        try {
            $c = wss_client($port, $ssl);
            echo "$name: ", stream_get_meta_data($c->stream)['crypto']['cipher_name'], "\n";
        } catch (ClientError) {
            echo "$name: refused\n";
        }
    });
}
?>
--EXPECT--
strict by default: refused
for TLS 1.2: ECDHE-ECDSA-AES256-SHA384
for TLS 1.3, in a mixed list: TLS_CHACHA20_POLY1305_SHA256
for TLS 1.2, in a mixed list: ECDHE-ECDSA-AES128-GCM-SHA256
an array: TLS_AES_128_GCM_SHA256
the client prefers: ECDHE-ECDSA-CHACHA20-POLY1305
the server prefers: ECDHE-ECDSA-AES256-GCM-SHA384
a curve: TLS_AES_256_GCM_SHA384
curves: TLS_AES_256_GCM_SHA384
curve auto: TLS_AES_256_GCM_SHA384
DH: DHE-RSA-AES256-GCM-SHA384
dhparam: DHE-RSA-AES256-GCM-SHA384
