package org.postern.dns;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The names of clients: what the reverse zone says, and whether it leads back to the same address. Remembers the answers. */
public final class ClientNames {
    /** The names of an address that are tried. */
    private static final int MAX_NAMES = 4;

    private final MailDns dns;
    private final Predicate<InetAddress> wanted;
    private final Memory<InetAddress, ClientName> known;

    /**
     * @param wanted whose name is looked up at all
     * @param known the answers
     */
    public ClientNames(MailDns dns, Predicate<InetAddress> wanted, Memory<InetAddress, ClientName> known) {
        this.dns = dns;
        this.wanted = wanted;
        this.known = known;
    }

    /** {@return what is known of this client's name, asking the DNS when it was not asked lately; empty if it is not wanted} */
    public Optional<ClientName> of(InetAddress client) {
        return wanted.test(client) ? Optional.of(known.get(client, this::ask)) : Optional.empty();
    }

    /** {@return the client's name, if it is wanted and leads back} */
    public Optional<String> verified(InetAddress client) {
        return of(client).flatMap(
                name -> name instanceof ClientName.Verified(String text) ? Optional.of(text) : Optional.empty());
    }

    private ClientName ask(InetAddress client) {
        return switch (dns.names(client)) {
            case NameAnswer.Found found -> verified(client, found.names());
            case Temporary temporary -> new ClientName.Unknown();
            case NoSuchDomain none -> new ClientName.None();
            case NoData none -> new ClientName.None();
        };
    }

    private ClientName verified(InetAddress client, List<String> names) {
        ClientName result = new ClientName.None();
        for (String name : names.subList(0, Math.min(names.size(), MAX_NAMES))) {
            switch (dns.addresses(name)) {
                case AddressAnswer.Found found when found.addresses().contains(client) -> {
                    return new ClientName.Verified(name);
                }
                case Temporary temporary -> result = new ClientName.Unknown();
                default -> {
                    // the name belongs to somebody else
                }
            }
        }
        return result;
    }
}
