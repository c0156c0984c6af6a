package org.postern.policy.check;

import org.postern.dns.AddressAnswer;
import org.postern.dns.MailDns;
import org.postern.dns.MxAnswer;
import org.postern.dns.NameAnswer;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.Temporary;
import org.postern.mail.Domain;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A DNS of a few names; those that begin with {@code silent} are not answered. */
public final class Names implements MailDns {
    private final Map<String, List<InetAddress>> addresses = new HashMap<>();
    private final Map<InetAddress, List<String>> names = new HashMap<>();
    public int questions;

    public Names address(String host, String literal) {
        addresses.put(host, List.of(InetAddress.ofLiteral(literal)));
        return this;
    }

    public Names name(String literal, String... hosts) {
        names.put(InetAddress.ofLiteral(literal), List.of(hosts));
        return this;
    }

    @Override
    public MxAnswer mx(Domain domain) {
        return new NoSuchDomain();
    }

    @Override
    public AddressAnswer addresses(String host) {
        questions++;
        if (host.startsWith("silent")) {
            return new Temporary("time-out");
        }
        return addresses.containsKey(host) ? new AddressAnswer.Found(addresses.get(host)) : new NoSuchDomain();
    }

    @Override
    public NameAnswer names(InetAddress address) {
        questions++;
        List<String> found = names.getOrDefault(address, List.of());
        if (found.contains("silent")) {
            return new Temporary("time-out");
        }
        return found.isEmpty() ? new NoSuchDomain() : new NameAnswer.Found(found);
    }
}
