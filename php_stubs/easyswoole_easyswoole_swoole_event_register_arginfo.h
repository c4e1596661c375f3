/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 61bad6477281b6401e9ab504f817ab7af89e3858 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_EasySwoole_Swoole_EventRegister___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, allowKeys, IS_ARRAY, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_EasySwoole_EasySwoole_Swoole_EventRegister_add, 0, 0, 2)
	ZEND_ARG_INFO(0, key)
	ZEND_ARG_INFO(0, item)
ZEND_END_ARG_INFO()

#define arginfo_class_EasySwoole_EasySwoole_Swoole_EventRegister_set arginfo_class_EasySwoole_EasySwoole_Swoole_EventRegister_add


ZEND_METHOD(EasySwoole_EasySwoole_Swoole_EventRegister, __construct);
ZEND_METHOD(EasySwoole_EasySwoole_Swoole_EventRegister, add);
ZEND_METHOD(EasySwoole_EasySwoole_Swoole_EventRegister, set);


static const zend_function_entry class_EasySwoole_EasySwoole_Swoole_EventRegister_methods[] = {
	ZEND_ME(EasySwoole_EasySwoole_Swoole_EventRegister, __construct, arginfo_class_EasySwoole_EasySwoole_Swoole_EventRegister___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_EasySwoole_Swoole_EventRegister, add, arginfo_class_EasySwoole_EasySwoole_Swoole_EventRegister_add, ZEND_ACC_PUBLIC)
	ZEND_ME(EasySwoole_EasySwoole_Swoole_EventRegister, set, arginfo_class_EasySwoole_EasySwoole_Swoole_EventRegister_set, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_EasySwoole_EasySwoole_Swoole_EventRegister(zend_class_entry *class_entry_EasySwoole_Component_MultiContainer)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "EasySwoole\\EasySwoole\\Swoole", "EventRegister", class_EasySwoole_EasySwoole_Swoole_EventRegister_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_EasySwoole_Component_MultiContainer);

	zval const_onStart_value;
	zend_string *const_onStart_value_str = zend_string_init("start", strlen("start"), 1);
	ZVAL_STR(&const_onStart_value, const_onStart_value_str);
	zend_string *const_onStart_name = zend_string_init_interned("onStart", sizeof("onStart") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onStart_name, &const_onStart_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onStart_name);

	zval const_onShutdown_value;
	zend_string *const_onShutdown_value_str = zend_string_init("shutdown", strlen("shutdown"), 1);
	ZVAL_STR(&const_onShutdown_value, const_onShutdown_value_str);
	zend_string *const_onShutdown_name = zend_string_init_interned("onShutdown", sizeof("onShutdown") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onShutdown_name, &const_onShutdown_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onShutdown_name);

	zval const_onWorkerStart_value;
	zend_string *const_onWorkerStart_value_str = zend_string_init("workerStart", strlen("workerStart"), 1);
	ZVAL_STR(&const_onWorkerStart_value, const_onWorkerStart_value_str);
	zend_string *const_onWorkerStart_name = zend_string_init_interned("onWorkerStart", sizeof("onWorkerStart") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onWorkerStart_name, &const_onWorkerStart_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onWorkerStart_name);

	zval const_onWorkerStop_value;
	zend_string *const_onWorkerStop_value_str = zend_string_init("workerStop", strlen("workerStop"), 1);
	ZVAL_STR(&const_onWorkerStop_value, const_onWorkerStop_value_str);
	zend_string *const_onWorkerStop_name = zend_string_init_interned("onWorkerStop", sizeof("onWorkerStop") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onWorkerStop_name, &const_onWorkerStop_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onWorkerStop_name);

	zval const_onWorkerExit_value;
	zend_string *const_onWorkerExit_value_str = zend_string_init("workerExit", strlen("workerExit"), 1);
	ZVAL_STR(&const_onWorkerExit_value, const_onWorkerExit_value_str);
	zend_string *const_onWorkerExit_name = zend_string_init_interned("onWorkerExit", sizeof("onWorkerExit") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onWorkerExit_name, &const_onWorkerExit_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onWorkerExit_name);

	zval const_onTimer_value;
	zend_string *const_onTimer_value_str = zend_string_init("timer", strlen("timer"), 1);
	ZVAL_STR(&const_onTimer_value, const_onTimer_value_str);
	zend_string *const_onTimer_name = zend_string_init_interned("onTimer", sizeof("onTimer") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onTimer_name, &const_onTimer_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onTimer_name);

	zval const_onConnect_value;
	zend_string *const_onConnect_value_str = zend_string_init("connect", strlen("connect"), 1);
	ZVAL_STR(&const_onConnect_value, const_onConnect_value_str);
	zend_string *const_onConnect_name = zend_string_init_interned("onConnect", sizeof("onConnect") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onConnect_name, &const_onConnect_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onConnect_name);

	zval const_onReceive_value;
	zend_string *const_onReceive_value_str = zend_string_init("receive", strlen("receive"), 1);
	ZVAL_STR(&const_onReceive_value, const_onReceive_value_str);
	zend_string *const_onReceive_name = zend_string_init_interned("onReceive", sizeof("onReceive") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onReceive_name, &const_onReceive_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onReceive_name);

	zval const_onPacket_value;
	zend_string *const_onPacket_value_str = zend_string_init("packet", strlen("packet"), 1);
	ZVAL_STR(&const_onPacket_value, const_onPacket_value_str);
	zend_string *const_onPacket_name = zend_string_init_interned("onPacket", sizeof("onPacket") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onPacket_name, &const_onPacket_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onPacket_name);

	zval const_onClose_value;
	zend_string *const_onClose_value_str = zend_string_init("close", strlen("close"), 1);
	ZVAL_STR(&const_onClose_value, const_onClose_value_str);
	zend_string *const_onClose_name = zend_string_init_interned("onClose", sizeof("onClose") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onClose_name, &const_onClose_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onClose_name);

	zval const_onBufferFull_value;
	zend_string *const_onBufferFull_value_str = zend_string_init("bufferFull", strlen("bufferFull"), 1);
	ZVAL_STR(&const_onBufferFull_value, const_onBufferFull_value_str);
	zend_string *const_onBufferFull_name = zend_string_init_interned("onBufferFull", sizeof("onBufferFull") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onBufferFull_name, &const_onBufferFull_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onBufferFull_name);

	zval const_onBufferEmpty_value;
	zend_string *const_onBufferEmpty_value_str = zend_string_init("bufferEmpty", strlen("bufferEmpty"), 1);
	ZVAL_STR(&const_onBufferEmpty_value, const_onBufferEmpty_value_str);
	zend_string *const_onBufferEmpty_name = zend_string_init_interned("onBufferEmpty", sizeof("onBufferEmpty") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onBufferEmpty_name, &const_onBufferEmpty_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onBufferEmpty_name);

	zval const_onTask_value;
	zend_string *const_onTask_value_str = zend_string_init("task", strlen("task"), 1);
	ZVAL_STR(&const_onTask_value, const_onTask_value_str);
	zend_string *const_onTask_name = zend_string_init_interned("onTask", sizeof("onTask") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onTask_name, &const_onTask_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onTask_name);

	zval const_onFinish_value;
	zend_string *const_onFinish_value_str = zend_string_init("finish", strlen("finish"), 1);
	ZVAL_STR(&const_onFinish_value, const_onFinish_value_str);
	zend_string *const_onFinish_name = zend_string_init_interned("onFinish", sizeof("onFinish") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onFinish_name, &const_onFinish_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onFinish_name);

	zval const_onPipeMessage_value;
	zend_string *const_onPipeMessage_value_str = zend_string_init("pipeMessage", strlen("pipeMessage"), 1);
	ZVAL_STR(&const_onPipeMessage_value, const_onPipeMessage_value_str);
	zend_string *const_onPipeMessage_name = zend_string_init_interned("onPipeMessage", sizeof("onPipeMessage") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onPipeMessage_name, &const_onPipeMessage_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onPipeMessage_name);

	zval const_onWorkerError_value;
	zend_string *const_onWorkerError_value_str = zend_string_init("workerError", strlen("workerError"), 1);
	ZVAL_STR(&const_onWorkerError_value, const_onWorkerError_value_str);
	zend_string *const_onWorkerError_name = zend_string_init_interned("onWorkerError", sizeof("onWorkerError") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onWorkerError_name, &const_onWorkerError_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onWorkerError_name);

	zval const_onManagerStart_value;
	zend_string *const_onManagerStart_value_str = zend_string_init("managerStart", strlen("managerStart"), 1);
	ZVAL_STR(&const_onManagerStart_value, const_onManagerStart_value_str);
	zend_string *const_onManagerStart_name = zend_string_init_interned("onManagerStart", sizeof("onManagerStart") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onManagerStart_name, &const_onManagerStart_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onManagerStart_name);

	zval const_onManagerStop_value;
	zend_string *const_onManagerStop_value_str = zend_string_init("managerStop", strlen("managerStop"), 1);
	ZVAL_STR(&const_onManagerStop_value, const_onManagerStop_value_str);
	zend_string *const_onManagerStop_name = zend_string_init_interned("onManagerStop", sizeof("onManagerStop") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onManagerStop_name, &const_onManagerStop_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onManagerStop_name);

	zval const_onRequest_value;
	zend_string *const_onRequest_value_str = zend_string_init("request", strlen("request"), 1);
	ZVAL_STR(&const_onRequest_value, const_onRequest_value_str);
	zend_string *const_onRequest_name = zend_string_init_interned("onRequest", sizeof("onRequest") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onRequest_name, &const_onRequest_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onRequest_name);

	zval const_onHandShake_value;
	zend_string *const_onHandShake_value_str = zend_string_init("handShake", strlen("handShake"), 1);
	ZVAL_STR(&const_onHandShake_value, const_onHandShake_value_str);
	zend_string *const_onHandShake_name = zend_string_init_interned("onHandShake", sizeof("onHandShake") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onHandShake_name, &const_onHandShake_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onHandShake_name);

	zval const_onMessage_value;
	zend_string *const_onMessage_value_str = zend_string_init("message", strlen("message"), 1);
	ZVAL_STR(&const_onMessage_value, const_onMessage_value_str);
	zend_string *const_onMessage_name = zend_string_init_interned("onMessage", sizeof("onMessage") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onMessage_name, &const_onMessage_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onMessage_name);

	zval const_onOpen_value;
	zend_string *const_onOpen_value_str = zend_string_init("open", strlen("open"), 1);
	ZVAL_STR(&const_onOpen_value, const_onOpen_value_str);
	zend_string *const_onOpen_name = zend_string_init_interned("onOpen", sizeof("onOpen") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onOpen_name, &const_onOpen_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onOpen_name);

	zval const_onDisconnect_value;
	zend_string *const_onDisconnect_value_str = zend_string_init("disconnect", strlen("disconnect"), 1);
	ZVAL_STR(&const_onDisconnect_value, const_onDisconnect_value_str);
	zend_string *const_onDisconnect_name = zend_string_init_interned("onDisconnect", sizeof("onDisconnect") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onDisconnect_name, &const_onDisconnect_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onDisconnect_name);

	zval const_onBeforeHandshakeResponse_value;
	zend_string *const_onBeforeHandshakeResponse_value_str = zend_string_init("beforeHandshakeResponse", strlen("beforeHandshakeResponse"), 1);
	ZVAL_STR(&const_onBeforeHandshakeResponse_value, const_onBeforeHandshakeResponse_value_str);
	zend_string *const_onBeforeHandshakeResponse_name = zend_string_init_interned("onBeforeHandshakeResponse", sizeof("onBeforeHandshakeResponse") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onBeforeHandshakeResponse_name, &const_onBeforeHandshakeResponse_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onBeforeHandshakeResponse_name);

	zval const_onBeforeShutdown_value;
	zend_string *const_onBeforeShutdown_value_str = zend_string_init("beforeShutdown", strlen("beforeShutdown"), 1);
	ZVAL_STR(&const_onBeforeShutdown_value, const_onBeforeShutdown_value_str);
	zend_string *const_onBeforeShutdown_name = zend_string_init_interned("onBeforeShutdown", sizeof("onBeforeShutdown") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onBeforeShutdown_name, &const_onBeforeShutdown_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onBeforeShutdown_name);

	zval const_onBeforeReload_value;
	zend_string *const_onBeforeReload_value_str = zend_string_init("beforeReload", strlen("beforeReload"), 1);
	ZVAL_STR(&const_onBeforeReload_value, const_onBeforeReload_value_str);
	zend_string *const_onBeforeReload_name = zend_string_init_interned("onBeforeReload", sizeof("onBeforeReload") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onBeforeReload_name, &const_onBeforeReload_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onBeforeReload_name);

	zval const_onAfterReload_value;
	zend_string *const_onAfterReload_value_str = zend_string_init("afterReload", strlen("afterReload"), 1);
	ZVAL_STR(&const_onAfterReload_value, const_onAfterReload_value_str);
	zend_string *const_onAfterReload_name = zend_string_init_interned("onAfterReload", sizeof("onAfterReload") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_onAfterReload_name, &const_onAfterReload_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_onAfterReload_name);

	return class_entry;
}
