package org.postern.admin.server;

import jakarta.inject.Singleton;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** What this server tells of itself in its MBean server. What has just vanished is left out, not an error. */
@Singleton
public class ManagementTree {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    /** {@return what the reader makes of each bean of this pattern, in the order of their names} */
    public <T> List<T> read(String pattern, Function<Bean, T> reader) {
        return server.queryNames(name(pattern), null)
                .stream()
                .sorted(Comparator.comparing(ObjectName::getCanonicalName))
                .<Optional<T>>map(found -> readOne(found, reader))
                .flatMap(Optional::stream)
                .toList();
    }

    private <T> Optional<T> readOne(ObjectName found, Function<Bean, T> reader) {
        try {
            return Optional.of(reader.apply(new Bean(server, found)));
        } catch (VanishedException gone) {
            return Optional.empty();
        }
    }

    private static ObjectName name(String pattern) {
        try {
            return new ObjectName(pattern);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** One bean, while it is read. */
    public record Bean(MBeanServer server, ObjectName name) {
        /** {@return the value of a key in the bean's name, without quotes} */
        public String key(String key) {
            String value = name.getKeyProperty(key);
            return value.startsWith("\"") ? ObjectName.unquote(value) : value;
        }

        /** {@return the value as a text; {@code null} where there is none} */
        public String text(String attribute) {
            return String.valueOf(get(attribute));
        }

        /** {@return the number, 0 where it is unknown} */
        public long number(String attribute) {
            return get(attribute) instanceof Number number ? number.longValue() : 0;
        }

        /** {@return the rows of an attribute that is a table; none where it is unknown} */
        public List<Row> rows(String attribute) {
            return get(attribute) instanceof CompositeData[] rows
                    ? Arrays.stream(rows).map(Row::new).toList()
                    : List.of();
        }

        private Object get(String attribute) {
            try {
                return server.getAttribute(name, attribute);
            } catch (JMException e) {
                throw new VanishedException(e);
            }
        }
    }

    /** One row of a table. */
    public record Row(CompositeData data) {
        /** {@return the value as a text; empty where it is unknown} */
        public String text(String column) {
            return data.containsKey(column) ? String.valueOf(data.get(column)) : "";
        }

        /** {@return the number, 0 where it is unknown} */
        public long number(String column) {
            return data.containsKey(column) && data.get(column) instanceof Number number ? number.longValue() : 0;
        }
    }

    /** The bean was there a moment ago. */
    private static final class VanishedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        VanishedException(JMException cause) {
            super(cause);
        }
    }
}
