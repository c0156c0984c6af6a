package org.postern.reputation;

import org.postern.mail.Domain;
import org.postern.network.Network;
import org.postern.network.Networks;
import org.postern.smtp.wire.DomainParser;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a list is asked about.
 *
 * @param text for people
 * @param labels what stands before the zone, to be asked about at once; none if it is nothing that a list could know
 */
record Subject(String text, List<String> labels) {
    /** The domain and those above it that are asked about. */
    private static final int MOST_DOMAINS = 4;
    private static final int LABELS_OF_LINK = 3;
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_NAME = 253;
    /** Nobody's own, so that no list can say anything of them (RFC 6890). */
    private static final Networks NOBODYS = Networks.parse("0.0.0.0/8, 10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, "
            + "169.254.0.0/16, 172.16.0.0/12, 192.168.0.0/16, 224.0.0.0/3");
    /** All IPv6 addresses that are anybody's (RFC 4291, 2.4 and 2.5.4). */
    private static final Network GLOBAL = Network.parse("2000::/3");

    /** {@return the address backwards: octets, or nibbles (RFC 5782, 2.1 and 2.4); an address that is nobody's is not asked about} */
    static Subject client(InetAddress client) {
        boolean asked = client instanceof Inet4Address ? !NOBODYS.contains(client) : GLOBAL.contains(client);
        return new Subject(client.getHostAddress(), asked ? List.of(backwards(client)) : List.of());
    }

    static String backwards(InetAddress address) {
        Stream<String> parts = address instanceof Inet4Address
                ? Arrays.stream(address.getHostAddress().split("\\."))
                : Arrays.stream(HexFormat.of().formatHex(address.getAddress()).split(""));
        return String.join(".", parts.toList().reversed());
    }

    /**
     * {@return the domain and those above it, of two labels at least: nobody says here which of them was registered}
     *
     * @param domain in lower case and A-labels, without a dot at its end
     */
    static Subject domain(String domain, String zone) {
        String[] labels = domain.split("\\.", -1);
        List<String> names = new ArrayList<>();
        int first = Math.max(0, labels.length - MOST_DOMAINS - 1);
        for (int i = first; i < labels.length - 1; i++) {
            names.add(String.join(".", Arrays.asList(labels).subList(i, labels.length)));
        }
        boolean good = Arrays.stream(labels).allMatch(Subject::isLabel)
                && labels[labels.length - 1].chars().anyMatch(c -> c > '9')
                && domain.length() + 1 + zone.length() <= LONGEST_NAME;
        return new Subject(domain, good ? names : List.of());
    }

    /**
     * {@return what a link leads to: of a name the last two labels and the last three, of which one was registered wherever that is; of an
     * address itself, backwards}
     *
     * @param host in any case, labels beyond ASCII in either form
     */
    static Subject link(String host, String zone) {
        Optional<Domain> domain = DomainParser.parseInternational(host).toOptional().filter(name -> !name.isLiteral());
        if (domain.isEmpty()) {
            return new Subject(host, List.of());
        }
        String name = domain.get().key();
        if (ADDRESS.matcher(name).matches()) {
            try {
                return client(InetAddress.ofLiteral(name));
            } catch (IllegalArgumentException none) {
                return new Subject(name, List.of());
            }
        }
        String[] labels = name.split("\\.", -1);
        int first = Math.max(0, labels.length - LABELS_OF_LINK);
        return domain(String.join(".", Arrays.asList(labels).subList(first, labels.length)), zone);
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty() && label.length() <= LONGEST_LABEL
                && label.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_');
    }
}
