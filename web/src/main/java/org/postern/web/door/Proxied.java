package org.postern.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.postern.admin.people.Whence;
import org.postern.config.ConsoleSettings;
import org.postern.config.Settings;
import org.postern.network.Network;
import org.postern.network.Networks;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Sees the client behind the proxy, for everything that comes after it. Browsers that came by TLS are told to come so for a year (RFC 6797). Where a
 * redirect leads is written without the host (RFC 9110, 10.2.2), which a stranger may have made up.
 */
public class Proxied extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String CLIENT = Client.class.getName();

    @Inject
    private transient Settings settings;

    /** {@return where whoever asks comes from} */
    public static Whence whence(HttpServletRequest request) {
        return new Whence(client(request).network(), client(request).wideNetwork());
    }

    /** {@return whether it was asked for on this machine itself, by no proxy for somebody else} */
    public static boolean isFromHere(HttpServletRequest request) {
        return request.getRemoteAddr().equals(request.getLocalAddr())
                && Optional.ofNullable(request.getHeader("X-Forwarded-For")).isEmpty();
    }

    /** {@return who asks} */
    static Client client(HttpServletRequest request) {
        return (Client) Objects.requireNonNull(request.getAttribute(CLIENT), "the filter comes first");
    }

    /** {@return scheme and host by which this browser has come, as they stand in an address; nothing if they could not} */
    static String origin(HttpServletRequest request) {
        String host = client(request).host();
        return host.matches("[\\w.:\\[\\]-]{1,255}") ? request.getScheme() + "://" + host : "";
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Client client = Client.of(peer(request), request.isSecure(),
                new Client.Forwarded(fields(request, "X-Forwarded-For"),
                        fields(request, "X-Forwarded-Proto"), fields(request, "X-Forwarded-Host"),
                        Objects.requireNonNullElse(request.getHeader("Host"), "")),
                proxies());
        request.setAttribute(CLIENT, client);
        if (client.secure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(new Asked(request, client), new Answered(response));
    }

    private Networks proxies() {
        List<Network> proxies = settings.get(ConsoleSettings.PROXIES);
        return new Networks(proxies);
    }

    private static InetAddress peer(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        int zone = address.indexOf('%');
        return Network.address(zone < 0 ? address : address.substring(0, zone));
    }

    private static List<String> fields(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }

    private static final class Asked extends HttpServletRequestWrapper {
        private final Client client;

        Asked(HttpServletRequest request, Client client) {
            super(request);
            this.client = client;
        }

        @Override
        public String getRemoteAddr() {
            return client.address().getHostAddress();
        }

        @Override
        public String getRemoteHost() {
            return getRemoteAddr();
        }

        @Override
        public boolean isSecure() {
            return client.secure();
        }

        @Override
        public String getScheme() {
            return client.secure() ? "https" : "http";
        }
    }

    private static final class Answered extends HttpServletResponseWrapper {
        Answered(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String place) throws IOException {
            resetBuffer();
            setStatus(SC_FOUND);
            setHeader("Location", place);
            flushBuffer();
        }
    }
}
