package org.postern.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Refuses with 403 what a page of another host posts, by {@code Origin} (RFC 6454): browsers send it in plain HTTP too, where they leave
 * out {@code Sec-Fetch-Site}. Programs send none. A proxy may change scheme and port, and hand on the host as {@code X-Forwarded-Host},
 * which no form can set.
 */
@WebFilter("/*")
public class ForeignForms extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        List<String> hosts = Stream.of("Host", "X-Forwarded-Host").flatMap(name -> fields(request, name)).toList();
        if (request.getMethod().equals("POST")
                && !fields(request, "Origin").allMatch(origin -> isOfOneOf(hosts, origin))) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private static Stream<String> fields(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name)).stream();
    }

    /** {@return whether the origin is one of these hosts} {@code null}, which browsers send for pages without one, is none. */
    static boolean isOfOneOf(List<String> hosts, String origin) {
        String authority = origin.replaceFirst("^(?i)https?://", "");
        return !authority.equals(origin) && hosts.stream()
                .flatMap(host -> Stream.of(host.split(",", -1)))
                .anyMatch(host -> name(host).equals(name(authority)));
    }

    private static String name(String authority) {
        return authority.strip().replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    }
}
