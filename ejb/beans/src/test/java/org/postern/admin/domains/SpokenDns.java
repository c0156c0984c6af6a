package org.postern.admin.domains;

import org.postern.dns.AddressAnswer;
import org.postern.dns.MailExchanger;
import org.postern.dns.MxAnswer;
import org.postern.dns.NameAnswer;
import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.SenderDns;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.mail.Domain;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A DNS that says what it was told. */
final class SpokenDns implements SenderDns {
    final Map<String, List<String>> texts = new HashMap<>();
    final Map<String, List<MailExchanger>> exchangers = new HashMap<>();
    final Map<String, InetAddress> addresses = new HashMap<>();
    final Map<InetAddress, String> names = new HashMap<>();
    boolean silent;
    int questions;

    SpokenDns text(String name, String text) {
        texts.computeIfAbsent(name, any -> new ArrayList<>()).add(text);
        return this;
    }

    @Override
    public TextAnswer texts(String name) {
        questions++;
        if (silent) {
            return new Temporary("no answer");
        }
        return texts.containsKey(name) ? new TextAnswer.Found(texts.get(name)) : new NoSuchDomain();
    }

    @Override
    public MxAnswer mx(Domain domain) {
        questions++;
        if (silent) {
            return new Temporary("no answer");
        }
        return exchangers.containsKey(domain.key())
                ? new MxAnswer.Found(exchangers.get(domain.key()))
                : new NoData();
    }

    @Override
    public AddressAnswer ipv4(String host) {
        questions++;
        if (silent) {
            return new Temporary("no answer");
        }
        return addresses.containsKey(host) ? new AddressAnswer.Found(List.of(addresses.get(host))) : new NoSuchDomain();
    }

    @Override
    public AddressAnswer ipv6(String host) {
        return new NoData();
    }

    @Override
    public AddressAnswer addresses(String host) {
        return ipv4(host);
    }

    @Override
    public NameAnswer names(InetAddress address) {
        questions++;
        if (silent) {
            return new Temporary("no answer");
        }
        return names.containsKey(address) ? new NameAnswer.Found(List.of(names.get(address))) : new NoSuchDomain();
    }
}
