package org.postern.client;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** A broker without a server, as far as sending goes: what is sent can be read, and who came in. */
public final class BrokerInMemory {
    /** A password that lets nobody in. */
    public static final String WRONG = "wrong";

    public final List<Sent> sent = new ArrayList<>();
    public final List<String> logins = new ArrayList<>();
    public int open;

    /** A message, and the name of the queue that it is on. */
    public record Sent(String queue, BytesInMemory message) {}

    /** What an interface does, by the names of its methods. */
    private interface Acts {
        Object act(String method, Object... given) throws JMSException;
    }

    public ConnectionFactory factory() {
        return as(ConnectionFactory.class, (method, given) -> connection(given));
    }

    private Connection connection(Object... login) throws JMSException {
        if (login.length > 1 && login[1].equals(WRONG)) {
            throw new JMSSecurityException("no such user");
        }
        logins.add(login.length > 1 ? login[0] + ":" + login[1] : "nobody");
        open++;
        return as(Connection.class, (method, given) -> switch (method) {
            case "createSession" -> session();
            case "close" -> open--;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private Session session() {
        return as(Session.class, (method, given) -> switch (method) {
            case "createQueue" -> as(Queue.class, (asked, nothing) -> given[0]);
            case "createProducer" -> producer((Queue) given[0]);
            case "createBytesMessage" -> new BytesInMemory().message();
            case "close" -> null;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private MessageProducer producer(Queue queue) {
        return as(MessageProducer.class, (method, given) -> switch (method) {
            case "send" ->
                sent.add(new Sent(queue.getQueueName(), (BytesInMemory) Proxy.getInvocationHandler(given[0])));
            case "close" -> null;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static <T> T as(Class<T> type, Acts acts) {
        return type.cast(Proxy.newProxyInstance(BrokerInMemory.class.getClassLoader(), new Class<?>[]{type},
                (proxy, method, given) -> answer(method, acts.act(method.getName(),
                        given == null ? new Object[0] : given))));
    }

    private static Object answer(Method method, Object answer) {
        return method.getReturnType() == void.class ? null : answer;
    }
}
