--TEST--
wss:// echoes text, binary and empty messages; TLS 1.3 and 1.2
--SKIPIF--
<?php require __DIR__ . '/../inc/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../inc/tls.inc';

run_server(wss_server(), function (int $port) {
    foreach (['1.3' => STREAM_CRYPTO_METHOD_TLSv1_3_CLIENT, '1.2' => STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT] as $method) {
        $c = wss_client($port, ['crypto_method' => $method]);
        echo stream_get_meta_data($c->stream)['crypto']['protocol'], "\n";
        foreach (['hello', '', 'Grüße, 🙂'] as $text) {
            $c->text($text);
            echo $c->readFrame(), "\n";
        }
        $c->binary("\0\1\2");
        echo $c->readFrame(), "\n";
        $c->close(1000, 'bye');
        $c->expectClose(1000, 'bye');
        $c->expectEof();
    }
});
?>
--EXPECT--
TLSv1.3
text "hello"
text ""
text "Gr\303\274\303\237e, \360\237\231\202"
binary "\000\001\002"
TLSv1.2
text "hello"
text ""
text "Gr\303\274\303\237e, \360\237\231\202"
binary "\000\001\002"
