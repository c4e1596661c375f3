--TEST--
What is wrong with certificates ends start(), and names the option, the file and the reason
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

$good = authority()->issue('localhost');
$other = authority()->issue('localhost');
$dir = tls_dir();
openssl_pkey_export(file_get_contents($good->keyFile), $protected, 'secret', ['config' => glob("$dir/*.cnf")[0]]);
file_put_contents("$dir/protected.key", $protected);
file_put_contents("$dir/nonsense", "nonsense\n");
foreach ([
    [],
    ['ssl_cert_file' => "$dir/missing"],
    ['ssl_cert_file' => "$dir/nonsense"],
    ['ssl_cert_file' => $good->file],
    ['ssl_cert_file' => $good->file, 'ssl_key_file' => "$dir/missing"],
    ['ssl_cert_file' => $good->file, 'ssl_key_file' => "$dir/nonsense"],
    ['ssl_cert_file' => $good->file, 'ssl_key_file' => $other->keyFile],
    ['ssl_cert_file' => $good->file, 'ssl_key_file' => "$dir/protected.key"],
    $good->settings() + ['ssl_ciphers' => 'NO-SUCH-CIPHER'],
    $good->settings() + ['ssl_ciphers' => 'TLS_NO_SUCH'],
    $good->settings() + ['ssl_ecdh_curve' => 'no-such-curve'],
    $good->settings() + ['ssl_protocols' => 2],
    $good->settings() + ['ssl_dhparam' => "$dir/missing"],
    $good->settings() + ['ssl_dhparam' => "$dir/nonsense"],
    $good->settings() + ['ssl_verify_peer' => true],
    $good->settings() + ['ssl_verify_peer' => true, 'ssl_client_cert_file' => "$dir/missing"],
    $good->settings() + ['ssl_verify_peer' => true, 'ssl_cafile' => "$dir/nonsense"],
    $good->settings() + ['ssl_verify_peer' => true, 'ssl_capath' => "$dir/missing"],
    $good->settings() + ['ssl_sni_certs' => ['a.example.org' => []]],
    $good->settings() + ['ssl_sni_certs' => ['a.example.org' => ['ssl_cert_file' => "$dir/missing"]]],
    $good->settings() + ['ssl_sni_certs' => ['a.example.org' => ['ssl_cert_file' => $good->file, 'ssl_key_file' => $other->keyFile]]],
    $good->settings() + ['ssl_sni_certs' => ['a.example.org' => 'file']] + ['ssl_verify_peer' => true],
    $good->settings() + ['ssl_sni_certs' => 'file'] + ['ssl_verify_peer' => true],
] as $settings) {
    [$status, $output] = run_php('<?php $s = new Swoole\WebSocket\Server("127.0.0.1", 0, SWOOLE_BASE, SWOOLE_SOCK_TCP | SWOOLE_SSL); $s->set('
        . var_export($settings, true) . '); $s->on("message", fn () => 0); $s->start(); echo "never";');
    preg_match_all('~^(Fatal error|Warning): (.*) in ~m', str_replace($dir, 'DIR', $output), $m);
    echo implode("\n", $m[2]), $status === 0 ? ' (goes on)' : '', "\n";
}
?>
--EXPECTF--
Swoole\Server::start(): failed to start server. Error: a port with SWOOLE_SSL needs ssl_cert_file
Swoole\Server::start(): failed to start server. Error: ssl_cert_file DIR/missing: No such file or directory
Swoole\Server::start(): failed to start server. Error: ssl_cert_file DIR/nonsense: not a usable certificate (%s)
Swoole\Server::start(): failed to start server. Error: ssl_key_file DIR/2.crt: not a usable private key (%s)
Swoole\Server::start(): failed to start server. Error: ssl_key_file DIR/missing: No such file or directory
Swoole\Server::start(): failed to start server. Error: ssl_key_file DIR/nonsense: not a usable private key (%s)
Swoole\Server::start(): failed to start server. Error: ssl_key_file DIR/3.key: does not belong to the certificate (%s)
Swoole\Server::start(): failed to start server. Error: ssl_key_file DIR/protected.key: protected by a passphrase (%s)
Swoole\Server::start(): failed to start server. Error: ssl_ciphers NO-SUCH-CIPHER: no such ciphers (%s)
Swoole\Server::start(): failed to start server. Error: ssl_ciphers TLS_NO_SUCH: no such ciphers (%s)
Swoole\Server::start(): failed to start server. Error: ssl_ecdh_curve no-such-curve: no such curves (%s)
Swoole\Server::start(): failed to start server. Error: ssl_protocols 2: none of TLS 1.0 to 1.3
Swoole\Server::start(): failed to start server. Error: ssl_dhparam DIR/missing: No such file or directory
Swoole\Server::start(): failed to start server. Error: ssl_dhparam DIR/nonsense: not usable DH parameters (%s)
Swoole\Server::start(): failed to start server. Error: ssl_verify_peer needs the authorities of clients: ssl_client_cert_file, ssl_cafile or ssl_capath
Swoole\Server::start(): failed to start server. Error: ssl_client_cert_file DIR/missing: No such file or directory
Swoole\Server::start(): failed to start server. Error: ssl_cafile DIR/nonsense: no usable certificates (%s)
Swoole\Server::start(): failed to start server. Error: ssl_capath DIR/missing: No such file or directory
Swoole\Server::start(): failed to start server. Error: ssl_sni_certs a.example.org: no ssl_cert_file
Swoole\Server::start(): failed to start server. Error: ssl_cert_file of ssl_sni_certs[a.example.org] DIR/missing: No such file or directory
Swoole\Server::start(): failed to start server. Error: ssl_key_file of ssl_sni_certs[a.example.org] DIR/3.key: does not belong to the certificate (%s)
Swoole\Server::set(): option "ssl_sni_certs": each entry must be host name => ["ssl_cert_file" => …, "ssl_key_file" => …]
Swoole\Server::start(): failed to start server. Error: ssl_verify_peer needs the authorities of clients: ssl_client_cert_file, ssl_cafile or ssl_capath
Swoole\Server::set(): option "ssl_sni_certs" must be an array: host name => certificate
Swoole\Server::start(): failed to start server. Error: ssl_verify_peer needs the authorities of clients: ssl_client_cert_file, ssl_cafile or ssl_capath
