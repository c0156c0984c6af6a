package org.postern.reputation.grey;

import org.postern.mail.Mailbox;
import org.postern.mail.ReversePath;
import org.postern.network.Network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Locale;

/**
 * Who writes to whom, as greylisting takes it: large senders try again from a neighbour of the host that tried first, and with another local part.
 *
 * @param network the client's: /24 of IPv4, /64 of IPv6
 * @param sender the sender's domain in lower case and A-labels; empty for the null reverse-path
 * @param recipient in lower case; at most {@value #LONGEST_RECIPIENT} characters, more are cut off
 */
public record Contact(String network, String sender, String recipient) {
    public static final int LONGEST_RECIPIENT = 320;
    private static final int IPV4_PREFIX = 24;
    private static final int IPV6_PREFIX = 64;

    public Contact {
        recipient = recipient.substring(0, Math.min(recipient.length(), LONGEST_RECIPIENT));
    }

    /** {@return the contact that a transaction is} */
    public static Contact of(InetAddress client, ReversePath sender, Mailbox recipient) {
        int prefix = client instanceof Inet4Address ? IPV4_PREFIX : IPV6_PREFIX;
        return new Contact(Network.around(client, prefix).toString(),
                sender.mailbox().map(mailbox -> mailbox.domain().key()).orElse(""),
                recipient.localName().toLowerCase(Locale.ROOT) + "@" + recipient.domain().key());
    }
}
