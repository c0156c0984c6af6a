package org.postern.client;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MessageFormatException;

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
import java.util.Objects;
import java.util.function.Function;

/**
 * A JMS message without a broker: what is written can be read. Streams are taken and given as Artemis takes and gives them, by two
 * properties, or refused as others refuse them.
 */
public final class BytesInMemory implements InvocationHandler {
    public final Map<String, Object> properties = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Map<String, Object> head = new LinkedHashMap<>();
    private String id = "ID:1";
    private int at;
    public boolean streamed;
    private boolean takesStreams = true;
    private boolean isOneWay;

    public BytesMessage message() {
        return (BytesMessage) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{BytesMessage.class},
                this);
    }

    public BytesInMemory with(String property, Object value) {
        properties.put(property, value);
        return this;
    }

    /** Sets a field of the header, such as {@code JMSType}. */
    public BytesInMemory withHead(String field, Object value) {
        head.put(field, value);
        return this;
    }

    public Map<String, Object> head() {
        return head;
    }

    public BytesInMemory with(byte[] octets) {
        body.writeBytes(octets);
        return this;
    }

    /** Takes all octets out. */
    public void clear() {
        body.reset();
    }

    public byte[] body() {
        return body.toByteArray();
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] given) throws IOException, JMSException {
        return switch (method.getName()) {
            case "setStringProperty", "setIntProperty", "setLongProperty", "setBooleanProperty", "setDoubleProperty" ->
                properties.put((String) given[0], given[1]);
            case "setObjectProperty" -> stream((String) given[0], given[1]);
            case "getStringProperty" -> Objects.toString(properties.get((String) given[0]), null);
            case "getIntProperty" -> number(given[0], Integer::valueOf, Integer.class);
            case "getLongProperty" -> number(given[0], Long::valueOf, Integer.class, Long.class).longValue();
            case "getDoubleProperty" -> number(given[0], Double::valueOf, Double.class);
            case "propertyExists" -> properties.containsKey((String) given[0]);
            case "getBooleanProperty" -> properties.getOrDefault((String) given[0], false);
            case "getObjectProperty" -> properties.get((String) given[0]);
            case "getPropertyNames" -> Collections.enumeration(List.copyOf(properties.keySet()));
            case "clearProperties" -> {
                properties.clear();
                yield null;
            }
            case "reset" -> {
                if (isOneWay && at > 0) {
                    throw new IllegalAccessError("one way");
                }
                at = 0;
                yield null;
            }
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
                int many = Math.min(body.size() - at, ((byte[]) given[0]).length);
                System.arraycopy(body.toByteArray(), at, (byte[]) given[0], 0, many);
                at += many;
                yield many == 0 && ((byte[]) given[0]).length > 0 ? -1 : many;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    /** Numbers are converted as the table of JMS has it (3.5.4). */
    private Number number(Object name, Function<String, Number> parsed, Class<?>... from)
            throws MessageFormatException {
        Object value = properties.get((String) name);
        if (value == null || value instanceof String) {
            return parsed.apply((String) value);
        }
        if (List.of(from).contains(value.getClass())) {
            return (Number) value;
        }
        throw new MessageFormatException("no such number");
    }

    /** Is read once, as Artemis has it with what is large. */
    public BytesInMemory oneWay() {
        isOneWay = true;
        return this;
    }

    /** Takes no streams. */
    public BytesInMemory ofAnotherBroker() {
        takesStreams = false;
        return this;
    }

    private Object stream(String property, Object value) throws IOException, JMSException {
        if (!takesStreams) {
            throw new MessageFormatException(property);
        }
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
