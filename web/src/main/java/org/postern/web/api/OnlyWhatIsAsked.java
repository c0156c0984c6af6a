package org.postern.web.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses what nobody would read: parameters that there are not, that are given twice or left empty, and a body where none is taken. What is misspelt
 * would otherwise ask for less than was meant, and so reach more.
 */
@Provider
public class OnlyWhatIsAsked implements ContainerRequestFilter, ContainerResponseFilter {
    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<Method> method = Optional.ofNullable(resource.getResourceMethod());
        Set<String> known = method.stream().flatMap(one -> names(one, false)).collect(Collectors.toSet());
        Set<String> many = method.stream().flatMap(one -> names(one, true)).collect(Collectors.toSet());
        request.getUriInfo().getPathParameters().forEach((name, given) -> Asked.printable(name, given.getFirst()));
        request.getUriInfo().getQueryParameters().forEach((name, given) -> look(name, given, known, many));
        if (method.filter(OnlyWhatIsAsked::takesBody).isEmpty() && request.hasEntity() && request.getLength() != 0) {
            throw ProblemException.of(ProblemKind.NOT_VALID, "There is no body here.");
        }
    }

    private static void look(String name, List<String> given, Set<String> known, Set<String> many) {
        if (!known.contains(name)) {
            throw ProblemException.ofField(name.replaceAll("[^\\x21-\\x7e]", "?"), "nothing is called so here");
        }
        if (given.size() > 1 && !many.contains(name)) {
            throw ProblemException.ofField(name, "is given more than once");
        }
        if (given.contains("")) {
            throw ProblemException.ofField(name, "is empty; leave it out, or say what it is");
        }
        given.forEach(text -> Asked.printable(name, text));
    }

    /** {@return the parameters of the query; those alone that may be given many times, or all} */
    private static Stream<String> names(Method method, boolean many) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> !many || parameter.getType() == List.class)
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                        : Stream.of(parameter))
                .flatMap(element -> Stream.ofNullable(element.getAnnotation(QueryParam.class)))
                .map(QueryParam::value);
    }

    /** {@return whether it has a parameter that comes from nowhere but the body} */
    static boolean takesBody(Method method) {
        return Arrays.stream(method.getParameterAnnotations())
                .anyMatch(annotations -> Stream.of(annotations)
                        .map(Annotation::annotationType)
                        .noneMatch(type -> type.getPackageName().startsWith("jakarta.ws.rs")));
    }

    /** An answer has the status that its method says. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == Response.Status.OK.getStatusCode()) {
            Optional.ofNullable(resource.getResourceMethod())
                    .flatMap(method -> Optional.ofNullable(method.getAnnotation(Does.class)))
                    .ifPresent(does -> response.setStatus(does.status()));
        }
    }
}
