package org.postern.web.api;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads parameters in address and query; each fault names its parameter. */
@Provider
public class Asked implements ParamConverterProvider {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> raw, Type generic, Annotation[] annotations) {
        String name = Stream.of(annotations).flatMap(Asked::name).findFirst().orElse("parameter");
        return reader(name, raw).<ParamConverter<T>>map(read -> new Reading<>(read.andThen(raw::cast)))
                .orElse(null);
    }

    private static Stream<String> name(Annotation annotation) {
        return switch (annotation) {
            case QueryParam query -> Stream.of(query.value());
            case PathParam path -> Stream.of(path.value());
            default -> Stream.empty();
        };
    }

    private static Optional<Function<String, Object>> reader(String name, Class<?> type) {
        if (type == Instant.class) {
            return Optional.of(text -> Fields.time(name, text));
        }
        if (type == LocalDate.class) {
            return Optional.of(text -> Fields.day(name, text));
        }
        if (type == Integer.class) {
            return Optional.of(text -> number(name, text));
        }
        if (type == Boolean.class) {
            return Optional.of(text -> flag(name, text));
        }
        if (type == Limit.class) {
            return Optional.of(text -> Limit.of(name, number(name, text)));
        }
        return type.isEnum() ? Optional.of(text -> Fields.word(name, text, type)) : Optional.empty();
    }

    private static int number(String name, String text) {
        if (!text.matches("\\d{1,9}")) {
            throw ProblemException.ofField(name, "is a whole number");
        }
        return Integer.parseInt(text);
    }

    private static boolean flag(String name, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw ProblemException.ofField(name, "is true or false");
        }
        return Boolean.parseBoolean(text);
    }

    /** {@return the time, if it is one that a database can hold} */
    static Instant bounded(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new DateTimeException("out of range");
        }
        return time;
    }

    /** {@return the text, if it has no control characters and no halves of surrogate pairs, which no database takes} */
    static String printable(String name, String text) {
        if (text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            throw ProblemException.ofField(name, "has a character that is none of text");
        }
        return text;
    }

    private record Reading<T>(Function<String, T> read) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            try {
                return read.apply(text);
            } catch (ProblemException wrong) {
                throw new BadRequestException(wrong); // what is none of its own, the server would put into the log
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
