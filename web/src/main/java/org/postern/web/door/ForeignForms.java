package org.postern.web.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.util.Collections;
import java.util.Locale;

/**
 * Refuses with 403 what a page of another host posts, by {@code Origin} (RFC 6454): browsers send it in plain HTTP too, where they leave
 * out {@code Sec-Fetch-Site}. Programs send none. A proxy may change scheme and port, and hand on the host as {@code X-Forwarded-Host}.
 */
public class ForeignForms extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String host = Proxied.client(request).host();
        if (request.getMethod().equals("POST") && !Collections.list(request.getHeaders("Origin"))
                .stream()
                .allMatch(origin -> isOf(host, origin))) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    /** {@return whether the origin is this host} {@code null}, which browsers send for pages without one, is none. */
    static boolean isOf(String host, String origin) {
        String authority = origin.replaceFirst("^(?i)https?://", "");
        return !authority.equals(origin) && name(host).equals(name(authority));
    }

    private static String name(String authority) {
        return authority.strip().replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    }
}
