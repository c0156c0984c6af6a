package org.postern.policy.check;

import org.postern.config.rule.RecipientPattern;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.network.Network;
import org.postern.network.Networks;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;
import org.postern.routing.Alias;
import org.postern.routing.AliasTable;
import org.postern.routing.Route;
import org.postern.routing.RouteTable;
import org.postern.routing.RouteTarget;
import org.postern.routing.Routing;
import org.postern.routing.Subaddress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What rules are asked about. */
public final class Dialogue {
    public static final String STRANGER = "192.0.2.9";
    public static final String FRIEND = "10.1.2.3";
    public static final Networks TRUSTED = new Networks(List.of(Network.parse("10.0.0.0/8")));
    public static final Subaddress TAGS = new Subaddress("+");
    public static final Envelope EMPTY = new Envelope(ReversePath.NULL, Parameters.NONE, List.of());

    private Dialogue() {}

    public static SessionFacts session(String client) {
        return session(client, ProtocolRole.MX);
    }

    public static SessionFacts session(String client, ProtocolRole role) {
        InetSocketAddress local = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 25);
        return SessionFacts.begun("SESSION", "mx", role, "gw.example",
                new InetSocketAddress(InetAddress.ofLiteral(client), 4711),
                local);
    }

    public static SessionFacts greeted(String client, String helo) {
        return session(client).greeted(helo, true);
    }

    public static Recipient to(String address) {
        int at = address.lastIndexOf('@');
        return Recipient.of(new Mailbox(address.substring(0, at), new Domain(address.substring(at + 1))));
    }

    /** The same routes, and an address that stands for others. */
    public static Supplier<Routing> with(Supplier<Routing> routes, String alias, String... members) {
        Alias stands = new Alias(Optional.of(to(alias).mailbox().localPart()), to(alias).mailbox().domain(),
                Arrays.stream(members).map(member -> to(member).mailbox()).toList(), Optional.empty());
        Routing routing = new Routing(routes.get().routes(), new AliasTable(List.of(stands), TAGS), TAGS);
        return () -> routing;
    }

    /** Routes as {@code recipient target known,known}. */
    public static Supplier<Routing> routes(String... lines) {
        Routing routing = new Routing(new RouteTable(Arrays.stream(lines).map(Dialogue::route).toList(), TAGS),
                AliasTable.EMPTY, TAGS);
        return () -> routing;
    }

    private static Route route(String line) {
        String[] words = line.split(" ", -1);
        Optional<Set<String>> known = words.length < 3
                ? Optional.empty()
                : Optional.of(Arrays.stream(words[2].split(","))
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
        return new Route(RecipientPattern.parse(words[0]), RouteTarget.parse(words[1]), known);
    }

    public static Content content(String text) {
        return Content.of(text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    public static HeaderSection header(String text) {
        try {
            return HeaderSection.of(content(text + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
