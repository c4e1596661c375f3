--TEST--
ssl_sni_certs: the certificate of the host that the client names; a wildcard stands for one label; unknown names get ssl_cert_file
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

$named = fn (string $name) => authority()->issue($name)->settings();
$both = authority()->issue('both.example.net');
file_put_contents($both->file, file_get_contents($both->keyFile), FILE_APPEND);
$server = wss_server(['ssl_sni_certs' => [
    'chat.example.org' => $named('chat.example.org'),
    '*.example.org' => $named('*.example.org'),
    'both.example.net' => ['ssl_cert_file' => $both->file], // and the key
    'Upper.Example.COM' => $named('upper.example.com'),
]]);
run_server($server, function (int $port) {
    foreach (['chat.example.org', 'CHAT.example.ORG', 'other.example.org', 'a.b.example.org', 'example.org', 'upper.example.com', 'both.example.net', 'localhost', null] as $name) {
        $ssl = $name === null ? ['SNI_enabled' => false] : ['peer_name' => $name];
        $c = wss_client($port, $ssl + ['verify_peer_name' => false]);
        echo $name ?? '(none)', ': ', shown_name($c), "\n";
        $c->close();
        $c->expectClose();
        $c->expectEof();
    }
    $c = wss_client($port, ['peer_name' => 'other.example.org']); // and it is valid
    $c->text('hello');
    echo $c->readFrame(), "\n";
});
?>
--EXPECT--
chat.example.org: chat.example.org
CHAT.example.ORG: chat.example.org
other.example.org: *.example.org
a.b.example.org: localhost
example.org: localhost
upper.example.com: upper.example.com
both.example.net: both.example.net
localhost: localhost
(none): localhost
text "hello"
