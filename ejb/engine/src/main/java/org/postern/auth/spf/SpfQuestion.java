package org.postern.auth.spf;

import org.postern.mail.Domain;
import org.postern.mail.ReversePath;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * May this client send in the name of this domain (RFC 7208, 4.1)?
 *
 * @param identity where the domain was named
 * @param client who sends; an IPv4-mapped IPv6 address is the IPv4 address (5)
 * @param helo as the client wrote it; may be empty, or nonsense
 * @param localPart of the sender, as it is meant; an empty one is {@code postmaster} (4.3)
 * @param domain of the sender, in lower case and A-labels where it is a domain; may be nonsense
 */
public record SpfQuestion(SpfIdentity identity, InetAddress client, String helo, String localPart, String domain) {
    private static final String POSTMASTER = "postmaster";
    private static final int MAPPED_PREFIX = 12;

    public SpfQuestion {
        client = unmapped(client);
        localPart = localPart.isEmpty() ? POSTMASTER : localPart;
        String name = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        domain = name.isEmpty() || name.length() > Domain.MAX_OCTETS ? name : new Domain(name).key();
    }

    /** {@return the question about the name that a client gives itself} */
    public static SpfQuestion helo(InetAddress client, String helo) {
        return new SpfQuestion(SpfIdentity.HELO, client, helo, POSTMASTER, helo);
    }

    /** {@return the question about the sender of MAIL; for the null reverse-path, about the postmaster of the HELO name (2.4)} */
    public static SpfQuestion mailFrom(InetAddress client, String helo, ReversePath sender) {
        return sender.mailbox()
                .map(mailbox -> new SpfQuestion(SpfIdentity.MAIL_FROM, client, helo, mailbox.localName(),
                        mailbox.domain().text()))
                .orElseGet(() -> new SpfQuestion(SpfIdentity.MAIL_FROM, client, helo, POSTMASTER, helo));
    }

    /** {@return whether the client has an IPv4 address, so that A records count and not AAAA records} */
    boolean isIpv4() {
        return client instanceof Inet4Address;
    }

    private static InetAddress unmapped(InetAddress client) {
        byte[] octets = client.getAddress();
        boolean mapped = client instanceof Inet6Address && octets[MAPPED_PREFIX - 2] == -1
                && octets[MAPPED_PREFIX - 1] == -1
                && Arrays.equals(octets, 0, MAPPED_PREFIX - 2, new byte[MAPPED_PREFIX - 2], 0, MAPPED_PREFIX - 2);
        try {
            return mapped
                    ? InetAddress.getByAddress(Arrays.copyOfRange(octets, MAPPED_PREFIX, octets.length))
                    : client;
        } catch (UnknownHostException wrongLength) {
            throw new IllegalArgumentException(wrongLength);
        }
    }
}
