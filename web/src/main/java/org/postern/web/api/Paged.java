package org.postern.web.api;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param items those
 * @param next the address of the part that comes next, which may be empty; nothing after the last
 */
public record Paged<T>(List<T> items, Optional<String> next) {
    /** The parameter that says behind what a page begins. */
    public static final String AFTER = "after";

    /** {@return all there are} */
    public static <T> Paged<T> whole(List<T> items) {
        return new Paged<>(items, Optional.empty());
    }

    /** {@return a page; where it is full, another one comes behind its last line} */
    public static <T> Paged<T> of(List<T> items, Limit limit, UriInfo asked, Function<T, String> place) {
        return items.size() < limit.lines()
                ? whole(items)
                : new Paged<>(items, Optional.of(behind(asked, place.apply(items.getLast()))));
    }

    /** {@return the address of what comes behind this place} */
    public static String behind(UriInfo asked, String place) {
        UriBuilder next = asked.getRequestUriBuilder().replaceQueryParam(AFTER, "{place}");
        String full = next.build(place).toString();
        return full.substring(full.indexOf(Api.PATH));
    }

    /** {@return the same with its lines told in another way} */
    public <U> Paged<U> as(Function<T, U> line) {
        return new Paged<>(items.stream().map(line).toList(), next);
    }
}
