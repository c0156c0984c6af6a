package org.postern.web.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Refuses with 403 what a page of another origin posts: by {@code Sec-Fetch-Site}, where a browser sends it, else by {@code Origin} (RFC 6454), which it
 * sends in plain HTTP too. Another port of the same host is another origin: what is served there may be anybody's. Programs send neither. A proxy hands
 * on the host, with a port that is not the usual one, and the scheme.
 */
public class ForeignForms extends HttpFilter {
    private static final long serialVersionUID = 1L;
    /** That no page has asked is said of what a person has typed or a program has opened. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Client client = Proxied.client(request);
        if (request.getMethod().equals("POST")
                && !isOurs(client, fields(request, "Sec-Fetch-Site"), fields(request, "Origin"))) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private static List<String> fields(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }

    static boolean isOurs(Client client, List<String> sites, List<String> origins) {
        return sites.isEmpty() ? origins.stream().allMatch(origin -> isOf(client, origin)) : OURS.containsAll(sites);
    }

    /** {@return whether this is the origin that was asked} {@code null}, which browsers send for pages without one, is none. */
    private static boolean isOf(Client client, String origin) {
        String scheme = client.secure() ? "https" : "http";
        try {
            return same(URI.create(scheme + "://" + client.host().strip()), URI.create(origin.strip()));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static boolean same(URI ours, URI theirs) {
        return !place(ours).isEmpty() && place(ours).equals(place(theirs));
    }

    /** {@return scheme, host and port; hosts may have names that the DNS does not allow, such as those of containers} */
    private static String place(URI origin) {
        String scheme = Objects.toString(origin.getScheme(), "").toLowerCase(Locale.ROOT);
        String authority = Objects.toString(origin.getRawAuthority(), "").toLowerCase(Locale.ROOT);
        String usual = scheme.equals("https") ? ":443" : ":80";
        return authority.isEmpty() || authority.contains("@")
                ? ""
                : scheme + "://" + (authority.endsWith(usual)
                        ? authority.substring(0, authority.length() - usual.length())
                        : authority);
    }
}
