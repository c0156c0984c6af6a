package org.postern.monitor;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The pages at the port, of which there are no others; anybody may read them, and nobody change anything by them. */
final class Pages implements HttpHandler {
    private static final String LIVE = "/health/live";
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Map<String, Supplier<Page>> pages;

    private record Page(int status, String type, ByteBuffer body) {}

    /**
     * Three of them.
     *
     * @param broken what has ended that only a restart mends
     * @param obstacles what keeps mail out
     * @param figures in Prometheus' text format
     */
    Pages(Supplier<List<String>> broken, Supplier<List<String>> obstacles, Supplier<byte[]> figures) {
        this.pages = Map.of(LIVE, () -> health("live", broken.get()), "/health/ready",
                () -> health("ready", obstacles.get()), "/metrics",
                () -> new Page(StatusCodes.OK, Figures.CONTENT_TYPE, ByteBuffer.wrap(figures.get())));
    }

    private static Page health(String well, List<String> faults) {
        return faults.isEmpty()
                ? text(StatusCodes.OK, well)
                : text(StatusCodes.SERVICE_UNAVAILABLE, String.join("\n", faults));
    }

    private static Page text(int status, String lines) {
        return new Page(status, TEXT, StandardCharsets.UTF_8.encode(lines + "\n"));
    }

    private static Page nothing(int status) {
        return new Page(status, TEXT, ByteBuffer.allocate(0));
    }

    /** Whether the process lives is known at once, and told without waiting for a thread: others may have taken all to ask for more. */
    @Override
    public void handleRequest(HttpServerExchange exchange) {
        if (exchange.isInIoThread() && !exchange.getRequestPath().equals(LIVE)) {
            exchange.dispatch(this);
            return;
        }
        Page page = page(exchange);
        exchange.setStatusCode(page.status());
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, page.type())
                .put(Headers.CACHE_CONTROL, "no-store")
                .put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
        exchange.getResponseSender().send(page.body());
    }

    private Page page(HttpServerExchange exchange) {
        if (!exchange.getRequestMethod().equals(Methods.GET) && !exchange.getRequestMethod().equals(Methods.HEAD)) {
            return nothing(StatusCodes.METHOD_NOT_ALLOWED);
        }
        try {
            return pages.getOrDefault(exchange.getRequestPath(), () -> nothing(StatusCodes.NOT_FOUND)).get();
        } catch (RuntimeException e) {
            MonitorLog.LOG.notTold(exchange.getRequestPath(), e);
            return nothing(StatusCodes.INTERNAL_SERVER_ERROR);
        }
    }
}
