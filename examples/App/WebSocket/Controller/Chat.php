<?php

namespace App\WebSocket\Controller;

use App\WebSocket\Room;
use EasySwoole\EasySwoole\ServerManager;
use EasySwoole\Socket\AbstractInterface\Controller;

/** A message for the room. Every public method is an action that clients may ask for. */
class Chat extends Controller
{
    /** params: name */
    public function join(): void
    {
        $name = $this->text('name', 60);
        if ($name === '') {
            $this->refuse('Please say who you are.');
            return;
        }
        Room::enter($this->caller()->getClient()->getFd(), $name);
        Room::announce(ServerManager::getInstance()->getSwooleServer(), "$name is here");
    }

    /** params: text */
    public function say(): void
    {
        $name = Room::nameOf($this->caller()->getClient()->getFd());
        $text = $this->text('text', 3000);
        if ($name === null) {
            $this->refuse('Please join first.');
        } elseif ($text !== '') {
            Room::broadcast(
                ServerManager::getInstance()->getSwooleServer(),
                ['type' => 'message', 'name' => $name, 'text' => $text]
            );
        }
    }

    protected function actionNotFound(?string $actionName): void
    {
        $this->refuse('There is no such action.');
    }

    /** A parameter as text without white space around it, of at most so many bytes. */
    private function text(string $param, int $limit): string
    {
        $value = $this->caller()->getArgs()[$param] ?? '';
        return is_string($value) && strlen($value) <= $limit ? trim($value) : '';
    }

    private function refuse(string $why): void
    {
        $this->response()->setMessage(json_encode(['type' => 'error', 'text' => $why]));
    }
}
