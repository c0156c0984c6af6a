package org.postern.ra;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import org.postern.receiver.MailReceiver;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

import javax.transaction.xa.XAResource;

/** Stands in for the application server: gives out endpoints over one receiver, and counts those not yet given back. */
final class FakeEndpoints implements MessageEndpointFactory {
    private final MailReceiver receiver;
    private final AtomicInteger out = new AtomicInteger();
    private volatile boolean available = true;

    FakeEndpoints(MailReceiver receiver) {
        this.receiver = receiver;
    }

    void setAvailable(boolean now) {
        available = now;
    }

    /** {@return endpoints created and not released} */
    int out() {
        return out.get();
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource) throws UnavailableException {
        if (!available) {
            throw new UnavailableException("not now");
        }
        out.incrementAndGet();
        return (MessageEndpoint) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{MessageEndpoint.class, MailReceiver.class},
                (proxy, method, arguments) -> call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("release")) {
            out.decrementAndGet();
            return null;
        }
        try {
            return method.invoke(receiver, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource, long timeout) throws UnavailableException {
        return createEndpoint(resource);
    }

    @Override
    public boolean isDeliveryTransacted(Method method) {
        return false;
    }

    @Override
    public String getActivationName() {
        return "fake";
    }

    @Override
    public Class<?> getEndpointClass() {
        return MailReceiver.class;
    }
}
