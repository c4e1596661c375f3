--TEST--
ssl_verify_peer: clients with a certificate of the authority, of another one, self-signed, or without; ssl_client_cert in the client info
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

$other = new Authority('somebody else');
$self = new Authority('self');
$identities = [
    'good' => authority()->issue('alice')->identity(),
    'none' => [],
    'wrong authority' => $other->issue('mallory')->identity(),
    'self-signed' => ['local_cert' => $self->file, 'local_pk' => $self->keyFile],
];
// As openssl rehash names it
copy(authority()->file, tls_dir() . '/' . openssl_x509_parse(file_get_contents(authority()->file))['hash'] . '.0');
foreach ([
    'verify_peer' => ['ssl_verify_peer' => true, 'ssl_client_cert_file' => authority()->file],
    'cafile' => ['ssl_verify_peer' => true, 'ssl_cafile' => authority()->file, 'ssl_verify_depth' => 2],
    'capath' => ['ssl_verify_peer' => true, 'ssl_capath' => tls_dir()],
    'self-signed, too' => ['ssl_verify_peer' => true, 'ssl_allow_self_signed' => true, 'ssl_cafile' => authority()->file],
    'optional' => ['ssl_client_cert_file' => authority()->file],
    'nobody asks' => [],
] as $name => $settings) {
    echo "$name\n";
    $log = run_server(fn () => calling_wss_server([
        'who' => fn ($server, $fd) => openssl_x509_parse($server->getClientInfo($fd)['ssl_client_cert'] ?? '')['subject']['CN'] ?? 'nobody',
    ], $settings + ['log_level' => SWOOLE_LOG_DEBUG]), function (int $port) use ($identities) {
        foreach ($identities as $name => $identity) {
            // With TLS 1.3 the client is done before the server has looked at its certificate.
            foreach (['1.3' => [], '1.2' => ['crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT]] as $version => $ssl) {
                try {
                    $c = wss_client($port, $identity + $ssl);
                    $answers[$version] = call($c, 'who');
                    leave($c);
                } catch (ClientError) {
                    $answers[$version] = 'refused';
                }
            }
            echo "  $name: ", implode(', ', $answers), "\n";
        }
    }, ['print' => false]);
    preg_match_all('~TLS handshake failed: (.*)~', $log, $lines);
    foreach (array_count_values($lines[1]) as $reason => $count) {
        echo "    $count x $reason\n";
    }
}
?>
--EXPECT--
verify_peer
  good: alice, alice
  none: refused, refused
  wrong authority: refused, refused
  self-signed: refused, refused
    2 x peer did not return a certificate
    2 x unable to get local issuer certificate
    2 x self-signed certificate
cafile
  good: alice, alice
  none: refused, refused
  wrong authority: refused, refused
  self-signed: refused, refused
    2 x peer did not return a certificate
    2 x unable to get local issuer certificate
    2 x self-signed certificate
capath
  good: alice, alice
  none: refused, refused
  wrong authority: refused, refused
  self-signed: refused, refused
    2 x peer did not return a certificate
    2 x unable to get local issuer certificate
    2 x self-signed certificate
self-signed, too
  good: alice, alice
  none: refused, refused
  wrong authority: refused, refused
  self-signed: self, self
    2 x peer did not return a certificate
    2 x unable to get local issuer certificate
optional
  good: alice, alice
  none: nobody, nobody
  wrong authority: refused, refused
  self-signed: refused, refused
    2 x unable to get local issuer certificate
    2 x self-signed certificate
nobody asks
  good: nobody, nobody
  none: nobody, nobody
  wrong authority: nobody, nobody
  self-signed: nobody, nobody
