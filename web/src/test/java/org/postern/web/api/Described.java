package org.postern.web.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One method of a resource, as it is found in the classes. */
record Described(Method method, String verb, String path) {
    private static final String JSON = "application/json";
    private static final Map<Class<? extends Annotation>, String> VERBS = Map.of(GET.class, "get", POST.class, "post",
            PUT.class, "put", DELETE.class, "delete");

    /** A part of an address, or of its query. */
    record Asking(String name, boolean inPath, Type type, AnnotatedElement element) {}

    /** {@return all there are, in the order of their paths} */
    static List<Described> all() {
        java.nio.file.Path root = java.nio.file.Path.of("target/classes");
        try (Stream<java.nio.file.Path> files = Files.walk(root.resolve("org/postern/web/api"))) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith("Resource.class"))
                    .map(name -> type(name.replace('/', '.').replaceFirst("\\.class$", "")))
                    .flatMap(Described::of)
                    .sorted(Comparator.comparing(Described::path).thenComparing(Described::verb))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Described> of(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> VERBS.entrySet()
                        .stream()
                        .filter(verb -> method.isAnnotationPresent(verb.getKey()))
                        .map(verb -> new Described(method, verb.getValue(), root + rest(method))));
    }

    private static String rest(Method method) {
        return Optional.ofNullable(method.getAnnotation(Path.class))
                .map(path -> "/" + path.value().replaceAll("\\{(\\w+):[^/]*}", "{$1}"))
                .orElse("");
    }

    Does does() {
        return method.getAnnotation(Does.class);
    }

    boolean acts() {
        return !verb.equals("get");
    }

    Stream<Asking> asked() {
        return Arrays.stream(method.getParameters()).flatMap(Described::asked);
    }

    private static Stream<Asking> asked(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(parameter.getType().getDeclaredFields())
                        .flatMap(field -> asked(field, field.getGenericType()))
                : asked(parameter, parameter.getParameterizedType());
    }

    private static Stream<Asking> asked(AnnotatedElement element, Type type) {
        return Stream.concat(
                Stream.ofNullable(element.getAnnotation(PathParam.class))
                        .map(path -> new Asking(path.value(), true, type, element)),
                Stream.ofNullable(element.getAnnotation(QueryParam.class))
                        .map(query -> new Asking(query.value(), false, type, element)));
    }

    /** {@return the type of the body that it takes} */
    Optional<Class<?>> body() {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getAnnotations().length == 0)
                .filter(parameter -> parameter.getType().isRecord() || parameter.getType() == String.class)
                .<Class<?>>map(Parameter::getType)
                .findFirst();
    }

    /** {@return the media type of that body} */
    String taken() {
        return Optional.ofNullable(method.getAnnotation(Consumes.class)).map(type -> type.value()[0]).orElse(JSON);
    }

    /** {@return the media type of an answer} */
    String given() {
        return Optional.ofNullable(method.getAnnotation(Produces.class)).map(type -> type.value()[0]).orElse(JSON);
    }

    static boolean isGiven(Field field) {
        return field.isAnnotationPresent(QueryParam.class);
    }
}
