package org.postern.broker;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.postern.client.BytesInMemory;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A broker without a server, as far as its transactions go: what is taken and sent counts from the commit on, and not at all without one. */
final class BrokerInMemory {
    final Map<String, Deque<BytesInMemory>> queues = new HashMap<>();
    final List<String> told = new ArrayList<>();
    /** What is to fail: {@code send} or {@code commit}. */
    String failing = "";

    Deque<BytesInMemory> queue(String name) {
        return queues.computeIfAbsent(name, unknown -> new ArrayDeque<>());
    }

    /** {@return where messages may go} */
    Queue named(String name) {
        return of(Queue.class, (queue, asked, none) -> switch (asked.getName()) {
            case "equals" -> queue == none[0];
            case "hashCode" -> name.hashCode();
            default -> name;
        });
    }

    ConnectionFactory factory() {
        return of(ConnectionFactory.class, (proxy, method, given) -> of(Connection.class, this::connection));
    }

    private Object connection(Object proxy, Method method, Object... given) {
        return method.getName().equals("createSession") ? of(Session.class, new Transaction()) : null;
    }

    private static <T> T of(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(BrokerInMemory.class.getClassLoader(), new Class<?>[]{type}, handler));
    }

    /** One session. */
    private final class Transaction implements InvocationHandler {
        private final List<Runnable> atCommit = new ArrayList<>();
        private final List<Runnable> atRollback = new ArrayList<>();

        @Override
        public Object invoke(Object proxy, Method method, Object[] given) throws JMSException {
            return switch (method.getName()) {
                case "createQueue" -> named((String) given[0]);
                case "createBytesMessage" -> new BytesInMemory().message();
                case "createTextMessage" -> of(TextMessage.class, (text, asked, none) -> given[0]);
                case "createConsumer" -> of(MessageConsumer.class, (consumer, asked, none) -> asked.getName()
                        .equals("receiveNoWait") ? receive(((Queue) given[0]).getQueueName()) : null);
                case "createProducer" -> of(MessageProducer.class, (producer, asked, sent) -> {
                    if (asked.getName().equals("send")) {
                        Queue target = (Queue) (sent.length == 1 ? given[0] : sent[0]);
                        send(target.getQueueName(), sent[sent.length - 1]);
                    }
                    return null;
                });
                case "commit" -> {
                    fail("commit");
                    atCommit.forEach(Runnable::run);
                    forget();
                    yield null;
                }
                case "rollback", "close" -> {
                    atRollback.reversed().forEach(Runnable::run);
                    forget();
                    yield null;
                }
                default -> throw new UnsupportedOperationException(method.getName());
            };
        }

        private void forget() {
            atCommit.clear();
            atRollback.clear();
        }

        private Object receive(String queue) {
            BytesInMemory message = queue(queue).poll();
            if (message == null) {
                return null;
            }
            atRollback.add(() -> queue(queue).addFirst(message));
            return message.message();
        }

        private void send(String queue, Object message) throws JMSException {
            fail("send");
            if (message instanceof TextMessage text) {
                String words = text.getText();
                atCommit.add(() -> told.add(words));
            } else {
                BytesInMemory octets = (BytesInMemory) Proxy.getInvocationHandler(message);
                atCommit.add(() -> queue(queue).add(octets));
            }
        }

        private void fail(String what) throws JMSException {
            if (failing.equals(what)) {
                throw new JMSException("no " + what);
            }
        }
    }
}
