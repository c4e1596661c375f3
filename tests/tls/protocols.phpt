--TEST--
TLS 1.2 and 1.3 are what there is; ssl_protocols says otherwise. A failed handshake is logged at debug level, with the reason
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

authority();
const METHODS = ['1.1' => STREAM_CRYPTO_METHOD_TLSv1_1_CLIENT, '1.2' => STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT, '1.3' => STREAM_CRYPTO_METHOD_TLSv1_3_CLIENT];
foreach ([
    'default' => [],
    '1.2 only' => ['ssl_protocols' => SWOOLE_SSL_TLSv1_2],
    '1.3 only' => ['ssl_protocols' => SWOOLE_SSL_TLSv1_3],
    '1.1 and 1.3' => ['ssl_protocols' => SWOOLE_SSL_TLSv1_1 | SWOOLE_SSL_TLSv1_3, 'ssl_ciphers' => 'ALL:@SECLEVEL=0'],
] as $name => $settings) {
    $log = run_server(fn () => wss_server($settings + ['log_level' => SWOOLE_LOG_DEBUG]), function (int $port) use ($name) {
        echo $name;
        foreach (METHODS as $version => $method) {
            $answer = tls_refusal(fn () => tls_client($port, ['crypto_method' => $method, 'ciphers' => 'ALL:@SECLEVEL=0']));
            echo ", $version $answer";
        }
        echo "\n";
    }, ['print' => false]);
    preg_match_all('~TLS handshake failed: (.*)~', $log, $lines); // words differ between versions of OpenSSL
    echo '  ', implode(', ', preg_replace('~.*(protocol|version).*~', 'protocol', $lines[1])), "\n";
}
?>
--EXPECT--
default, 1.1 refused, 1.2 accepted, 1.3 accepted
  protocol
1.2 only, 1.1 refused, 1.2 accepted, 1.3 refused
  protocol, protocol
1.3 only, 1.1 refused, 1.2 refused, 1.3 accepted
  protocol, protocol
1.1 and 1.3, 1.1 accepted, 1.2 refused, 1.3 accepted
  protocol
