package org.postern.content;

import java.util.LinkedHashSet;
import java.util.Set;

/** The hosts that the text of a message leads to: those of http and https links, and of the attributes of HTML that load or open something. */
public final class LinkHosts {
    /** The most hosts of one message; more are passed over. */
    public static final int MOST = 50;

    private final Set<String> hosts = new LinkedHashSet<>();

    private LinkHosts() {}

    /**
     * {@return the first {@value #MOST} of them, in the order of the text} In lower case, without a dot at the end; whether they are names
     * or addresses, or nothing of the kind, is for others to say.
     */
    public static Set<String> of(ReadMessage message) {
        LinkHosts found = new LinkHosts();
        for (Text text : message.texts()) {
            Links.find(text.html() ? found.html(text.characters()) : text.characters(), found::link);
        }
        return found.hosts;
    }

    private String html(String html) {
        return Html.read(html, new Html.Visitor() {
            @Override
            public void tag(String name) {
                // a tag alone leads nowhere
            }

            @Override
            public void attribute(String tag, String name, String value) {
                switch (name) {
                    case "href", "src", "action", "background" -> Links.of(value).ifPresent(LinkHosts.this::link);
                    default -> {
                    }
                }
            }
        });
    }

    private void link(Links.Link link) {
        boolean web = link.scheme().isEmpty() || link.scheme().equals("http") || link.scheme().equals("https");
        String host = readable(link.host());
        if (web && !host.isEmpty() && hosts.size() < MOST) {
            hosts.add(host);
        }
    }

    /** {@return the host as browsers read it (RFC 3986, 3.2.2): octets may be written by their number, and a name may end with dots} */
    private static String readable(String host) {
        StringBuilder text = new StringBuilder(host.length());
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            int octet = c == '%' && i + 2 < host.length() ? number(host.charAt(i + 1), host.charAt(i + 2)) : -1;
            text.append(octet > ' ' && octet < 127 ? Character.toLowerCase((char) octet) : c);
            i += octet > ' ' && octet < 127 ? 2 : 0;
        }
        int end = text.length();
        while (end > 0 && ".,;:!?".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private static int number(char high, char low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : first * 16 + second;
    }
}
