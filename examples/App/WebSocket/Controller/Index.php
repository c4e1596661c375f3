<?php

namespace App\WebSocket\Controller;

use EasySwoole\Socket\AbstractInterface\Controller;

/** Answers whatever is meant for nobody else. */
class Index extends Controller
{
    public function index(): void
    {
        $this->reply('notice', 'Send {"class": "Chat", "action": "say", "params": {"text": "…"}}.');
    }

    protected function actionNotFound(?string $actionName): void
    {
        $this->reply('error', 'There is no such action.');
    }

    private function reply(string $type, string $text): void
    {
        $this->response()->setMessage(json_encode(['type' => $type, 'text' => $text], JSON_UNESCAPED_UNICODE));
    }
}
