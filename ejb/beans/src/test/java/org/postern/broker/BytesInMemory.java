package org.postern.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JMS message without a broker: what is written can be read. Streams are taken and given as Artemis takes and gives them, by two
 * properties.
 */
final class BytesInMemory implements InvocationHandler {
    final Map<String, Object> properties = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Map<String, Object> head = new LinkedHashMap<>();
    private String id = "ID:1";
    boolean streamed;

    BytesMessage message() {
        return (BytesMessage) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{BytesMessage.class},
                this);
    }

    BytesInMemory with(String property, Object value) {
        properties.put(property, value);
        return this;
    }

    /** Sets a field of the header, such as {@code JMSType}. */
    BytesInMemory withHead(String field, Object value) {
        head.put(field, value);
        return this;
    }

    Map<String, Object> head() {
        return head;
    }

    BytesInMemory with(byte[] octets) {
        body.writeBytes(octets);
        return this;
    }

    byte[] body() {
        return body.toByteArray();
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] given) throws IOException, JMSException {
        return switch (method.getName()) {
            case "setStringProperty", "setIntProperty", "setLongProperty", "setBooleanProperty", "setDoubleProperty" ->
                properties.put((String) given[0], given[1]);
            case "setObjectProperty" -> stream((String) given[0], given[1]);
            case "getStringProperty" -> properties.get((String) given[0]);
            case "getIntProperty", "getLongProperty", "getDoubleProperty" ->
                Optional.ofNullable(properties.get((String) given[0]))
                        .orElseThrow(() -> new NumberFormatException("no such property"));
            case "propertyExists" -> properties.containsKey((String) given[0]);
            case "getBooleanProperty" -> properties.getOrDefault((String) given[0], false);
            case "getObjectProperty" -> properties.get((String) given[0]);
            case "getPropertyNames" -> Collections.enumeration(List.copyOf(properties.keySet()));
            case "clearProperties" -> {
                properties.clear();
                yield null;
            }
            case "reset" -> null;
            case "getJMSExpiration" -> 0L;
            case "getBodyLength" -> (long) body.size();
            case "getJMSMessageID" -> id;
            case "getJMSTimestamp" -> 0L;
            case "getJMSPriority" -> head.getOrDefault("JMSPriority", 4);
            case "setJMSCorrelationID", "setJMSReplyTo", "setJMSType", "setJMSCorrelationIDAsBytes" ->
                head.put(method.getName().substring("set".length()), given[0]);
            case "getJMSCorrelationID", "getJMSReplyTo", "getJMSType", "getJMSCorrelationIDAsBytes" ->
                head.get(method.getName().substring("get".length()));
            case "writeBytes" -> {
                body.write((byte[]) given[0], (int) given[1], (int) given[2]);
                yield null;
            }
            case "readBytes" -> {
                int many = Math.min(body.size(), ((byte[]) given[0]).length);
                System.arraycopy(body.toByteArray(), 0, (byte[]) given[0], 0, many);
                yield many;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private Object stream(String property, Object value) throws IOException {
        streamed = true;
        if (value instanceof InputStream source) {
            source.transferTo(body);
        } else if (value instanceof OutputStream target) {
            body.writeTo(target);
        } else {
            properties.put(property, value);
        }
        return null;
    }
}
