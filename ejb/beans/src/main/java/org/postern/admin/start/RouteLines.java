package org.postern.admin.start;

import org.postern.routing.StoredRoute;

import java.util.List;
import java.util.stream.Collectors;

/** Writes routes as tables of the configuration file (TOML 1.0). */
final class RouteLines {
    private RouteLines() {}

    /** {@return a table for each route that counts, in their order} */
    static String of(List<StoredRoute> routes) {
        return routes.stream().filter(StoredRoute::enabled).map(RouteLines::of).collect(Collectors.joining("\n"));
    }

    private static String of(StoredRoute route) {
        StringBuilder lines = new StringBuilder("[[route]]\n");
        line(lines, "recipient", route.recipient());
        route.sender().ifPresent(sender -> line(lines, "sender", sender));
        route.listener().ifPresent(listener -> line(lines, "listener", listener));
        line(lines, "to", route.target());
        if (route.closed()) {
            lines.append("known = []\n");
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, String key, String value) {
        lines.append(key).append(" = \"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> lines.append('\\').appendCodePoint(c);
                default -> {
                    if (Character.isISOControl(c)) {
                        lines.append("\\u%04x".formatted(c));
                    } else {
                        lines.appendCodePoint(c);
                    }
                }
            }
        });
        lines.append("\"\n");
    }
}
