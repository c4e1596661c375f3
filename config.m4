PHP_ARG_ENABLE([easyswoole],
  [whether to enable the easyswoole extension],
  [AS_HELP_STRING([--enable-easyswoole], [Enable the easyswoole extension])],
  [no])

PHP_ARG_ENABLE([easyswoole-dev],
  [whether to build easyswoole for its developers],
  [AS_HELP_STRING([--enable-easyswoole-dev], [easyswoole: warnings are errors, assertions are on])],
  [no], [no])

if test "$PHP_EASYSWOOLE" != "no"; then
  es_php_vernum=`$PHP_CONFIG --vernum`
  if test "$es_php_vernum" -lt 80200; then
    AC_MSG_ERROR([easyswoole needs PHP 8.2 or newer; $PHP_CONFIG reports $es_php_vernum])
  fi

  dnl ES_LIBRARY(variable prefix, pkg-config module, minimum version, Debian package)
  AC_DEFUN([ES_LIBRARY], [
    PKG_CHECK_MODULES([$1], [$2 >= $3], [], [
      AC_MSG_ERROR([easyswoole needs $2 >= $3, which pkg-config did not find. On Debian: apt-get install $4])
    ])
    PHP_EVAL_LIBLINE([$$1_LIBS], [EASYSWOOLE_SHARED_LIBADD])
    es_cflags="$es_cflags $$1_CFLAGS"
  ])

  es_cflags="-std=gnu11 -fvisibility=hidden -DZEND_ENABLE_STATIC_TSRMLS_CACHE=1"
  ES_LIBRARY([LIBEVENT], [libevent_core], [2.1.8], [libevent-dev])
  ES_LIBRARY([OPENSSL], [openssl], [1.1.1], [libssl-dev])
  ES_LIBRARY([ZLIB], [zlib], [1.2.11], [zlib1g-dev])
  PHP_SUBST([EASYSWOOLE_SHARED_LIBADD])

  if test "$PHP_EASYSWOOLE_DEV" != "no"; then
    es_cflags="$es_cflags -Wall -Wextra -Werror -Wno-unused-parameter -Wno-sign-compare -DES_DEV=1"
  else
    es_cflags="$es_cflags -DNDEBUG"
  fi

  es_base="
    src/base/buffer.c
    src/base/log.c
    src/base/mask.c
    src/base/mask_avx2.c
    src/base/memory.c
    src/base/shared.c
    src/base/status.c
    src/base/utf8.c"
  es_proto="
    src/proto/http_forwarded.c
    src/proto/http_head.c
    src/proto/http_request.c
    src/proto/http_response.c
    src/proto/proxy_header.c
    src/proto/ws_deflate.c
    src/proto/ws_extension.c
    src/proto/ws_frame.c
    src/proto/ws_handshake.c
    src/proto/ws_reader.c"
  es_net="
    src/net/address.c
    src/net/connection.c
    src/net/listener.c
    src/net/loop.c
    src/net/mailbox.c
    src/net/network.c
    src/net/output.c
    src/net/socket.c
    src/net/tls.c
    src/net/tls_context.c
    src/net/version.c
    src/net/watch.c"
  es_server="
    src/server/address_table.c
    src/server/atomic.c
    src/server/certificates.c
    src/server/handover.c
    src/server/http_session.c
    src/server/lock.c
    src/server/mail.c
    src/server/mutex.c
    src/server/process.c
    src/server/server.c
    src/server/session.c
    src/server/session_peer.c
    src/server/session_table.c
    src/server/session_time.c
    src/server/settings.c
    src/server/supervisor.c
    src/server/system.c
    src/server/table.c
    src/server/worker.c
    src/server/ws_session.c"
  es_php="
    src/php/callback.c
    src/php/events.c
    src/php/host.c
    src/php/parcel.c
    src/php/process_loop.c"
  es_php_swoole="
    src/php/swoole/atomic.c
    src/php/swoole/atomic_long.c
    src/php/swoole/connection_iterator.c
    src/php/swoole/event.c
    src/php/swoole/exception.c
    src/php/swoole/functions.c
    src/php/swoole/http_cookie.c
    src/php/swoole/http_request.c
    src/php/swoole/http_response.c
    src/php/swoole/http_server.c
    src/php/swoole/lock.c
    src/php/swoole/process.c
    src/php/swoole/server.c
    src/php/swoole/server_port.c
    src/php/swoole/server_processes.c
    src/php/swoole/server_sessions.c
    src/php/swoole/server_task.c
    src/php/swoole/table.c
    src/php/swoole/timer.c
    src/php/swoole/timer_iterator.c
    src/php/swoole/websocket_frame.c
    src/php/swoole/websocket_server.c"
  es_php_easyswoole="
    src/php/easyswoole/component_multi_container.c
    src/php/easyswoole/component_singleton.c
    src/php/easyswoole/easyswoole_abstract_interface_event.c
    src/php/easyswoole/easyswoole_server_manager.c
    src/php/easyswoole/easyswoole_swoole_event_callbacks.c
    src/php/easyswoole/easyswoole_swoole_event_helper.c
    src/php/easyswoole/easyswoole_swoole_event_register.c
    src/php/easyswoole/socket_abstract_interface_controller.c
    src/php/easyswoole/socket_abstract_interface_parser_interface.c
    src/php/easyswoole/socket_bean_caller.c
    src/php/easyswoole/socket_bean_response.c
    src/php/easyswoole/socket_client_tcp.c
    src/php/easyswoole/socket_client_udp.c
    src/php/easyswoole/socket_client_websocket.c
    src/php/easyswoole/socket_config.c
    src/php/easyswoole/socket_dispatcher.c
    src/php/easyswoole/socket_exception_controller_pool_empty.c
    src/php/easyswoole/socket_exception_exception.c
    src/php/easyswoole/socket_support.c
    src/php/easyswoole/spl_spl_bean.c
    src/php/easyswoole/support.c
    src/php/easyswoole/websocket_server.c"

  PHP_NEW_EXTENSION([easyswoole],
    [easyswoole.c $es_base $es_proto $es_net $es_server $es_php $es_php_swoole $es_php_easyswoole],
    [$ext_shared],, [$es_cflags])

  PHP_ADD_INCLUDE([$ext_srcdir])
  PHP_ADD_INCLUDE([$ext_srcdir/src])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/base], [1])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/proto], [1])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/net], [1])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/server], [1])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php], [1])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php/swoole], [1])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php/easyswoole], [1])
fi
