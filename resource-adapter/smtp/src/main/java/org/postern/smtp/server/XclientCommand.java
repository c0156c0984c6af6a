package org.postern.smtp.server;

import org.postern.mail.Domain;
import org.postern.mail.Parameters;
import org.postern.receiver.Identity;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.wire.DomainParser;
import org.postern.smtp.wire.Parsed;
import org.postern.smtp.wire.Xtext;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * XCLIENT, by which a proxy that is trusted says whom it speaks for (Postfix's protocol, as its XCLIENT_README has it). The session
 * then begins anew, with that client; whether that one may use XCLIENT in its turn is asked anew too.
 *
 * <p>NAME, HELO and PROTO are read and not used: names are looked up here, and the client's greeting follows.
 */
final class XclientCommand {
    /** What EHLO says of it. */
    static final String ATTRIBUTES = "NAME ADDR PORT PROTO HELO LOGIN DESTADDR DESTPORT";
    private static final Set<String> KNOWN = Set.copyOf(List.of(ATTRIBUTES.split(" ")));
    private static final Set<String> ABSENT = Set.of("[UNAVAILABLE]", "[TEMPUNAVAIL]");
    private static final String IPV6 = "IPV6:";
    /** Stands for a client whose address the proxy does not know: it is in no network that anybody trusts. */
    private static final InetAddress NOBODY = InetAddress.ofLiteral("0.0.0.0");
    private static final int MAX_LOGIN = 255;
    private static final int MAX_PORT = 65_535;

    private final SessionFacts before;
    private final Parameters attributes;

    XclientCommand(SessionFacts before, Parameters attributes) {
        this.before = before;
        this.attributes = attributes;
    }

    /** {@return the session of the client that the proxy speaks for; empty if it does not say so in the right way} */
    Optional<SessionFacts> anew() {
        if (!KNOWN.containsAll(attributes.values().keySet())
                || attributes.values().values().stream().anyMatch(value -> Xtext.decode(value).isEmpty())) {
            return Optional.empty();
        }
        Optional<InetSocketAddress> client = endpoint("ADDR", "PORT", before.client(), NOBODY);
        Optional<InetSocketAddress> local = endpoint("DESTADDR", "DESTPORT", before.local(),
                before.local().getAddress());
        Optional<String> login = given("LOGIN");
        boolean valid = client.isPresent() && local.isPresent()
                && login.map(name -> !name.isEmpty() && name.length() <= MAX_LOGIN).orElse(true);
        return valid
                ? Optional.of(before.proxied(client.get(), local.get(),
                        login.map(name -> new Identity(name, "XCLIENT"))))
                : Optional.empty();
    }

    /** {@return the attribute's value; empty where the proxy does not know it} */
    private Optional<String> given(String name) {
        return attributes.get(name)
                .flatMap(Xtext::decode)
                .filter(value -> !ABSENT.contains(value.toUpperCase(Locale.ROOT)));
    }

    private Optional<InetSocketAddress> endpoint(String addressName, String portName, InetSocketAddress otherwise,
            InetAddress unknown) {
        Optional<String> text = given(addressName);
        Optional<InetAddress> untold = Optional.ofNullable(
                attributes.get(addressName).isPresent() ? unknown : otherwise.getAddress());
        Optional<InetAddress> address = text.isPresent() ? address(text.get()) : untold;
        OptionalInt port = given(portName).map(XclientCommand::port).orElse(OptionalInt.of(otherwise.getPort()));
        return address.isPresent() && port.isPresent()
                ? Optional.of(new InetSocketAddress(address.get(), port.getAsInt()))
                : Optional.empty();
    }

    private static Optional<InetAddress> address(String text) {
        boolean v6 = text.regionMatches(true, 0, IPV6, 0, IPV6.length());
        String literal = v6 ? text.substring(IPV6.length()) : text;
        return isDomain("[" + (v6 || text.indexOf(':') >= 0 ? IPV6 : "") + literal + "]")
                ? Optional.of(InetAddress.ofLiteral(literal))
                : Optional.empty();
    }

    private static OptionalInt port(String text) {
        boolean number = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = number ? Integer.parseInt(text) : -1;
        return port >= 0 && port <= MAX_PORT ? OptionalInt.of(port) : OptionalInt.empty();
    }

    private static boolean isDomain(String text) {
        return DomainParser.parse(text) instanceof Parsed.Valid<Domain>;
    }
}
