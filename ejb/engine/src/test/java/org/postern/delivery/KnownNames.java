package org.postern.delivery;

import org.postern.dns.AddressAnswer;
import org.postern.dns.MailDns;
import org.postern.dns.MailExchanger;
import org.postern.dns.MxAnswer;
import org.postern.dns.NameAnswer;
import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.mail.Domain;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A DNS that knows what it is told, and has no such domain for everything else. */
public final class KnownNames implements MailDns {
    private final Map<String, MxAnswer> exchangers = new HashMap<>();
    private final Map<String, AddressAnswer> addresses = new HashMap<>();
    public final List<String> asked = new ArrayList<>();
    private Runnable asking = () -> {
    };

    /** Records such as {@code 10 mx1.example.net}. */
    public KnownNames mx(String domain, String... records) {
        return mx(domain, new MxAnswer.Found(Arrays.stream(records)
                .map(record -> record.split(" "))
                .map(words -> new MailExchanger(Integer.parseInt(words[0]), words[1]))
                .toList()));
    }

    public KnownNames mx(String domain, MxAnswer answer) {
        exchangers.put(domain, answer);
        return this;
    }

    public KnownNames address(String host, String... literals) {
        return address(host, new AddressAnswer.Found(Arrays.stream(literals).map(InetAddress::ofLiteral).toList()));
    }

    public KnownNames address(String host, AddressAnswer answer) {
        addresses.put(host, answer);
        exchangers.putIfAbsent(host, new NoData());
        return this;
    }

    /** Each answer comes only after this. */
    public KnownNames after(Runnable asking) {
        this.asking = asking;
        return this;
    }

    @Override
    public MxAnswer mx(Domain domain) {
        asked.add("MX " + domain);
        asking.run();
        return exchangers.getOrDefault(domain.key(), new NoSuchDomain());
    }

    @Override
    public AddressAnswer addresses(String host) {
        asked.add("A " + host);
        asking.run();
        return addresses.getOrDefault(host, new NoSuchDomain());
    }

    @Override
    public NameAnswer names(InetAddress address) {
        return new NoSuchDomain();
    }
}
