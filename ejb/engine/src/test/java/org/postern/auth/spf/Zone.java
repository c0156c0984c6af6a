package org.postern.auth.spf;

import org.postern.dns.AddressAnswer;
import org.postern.dns.MailExchanger;
import org.postern.dns.MxAnswer;
import org.postern.dns.NameAnswer;
import org.postern.dns.NoAnswer;
import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.SenderDns;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.mail.Domain;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A DNS in memory, which counts what it is asked. */
public final class Zone implements SenderDns {
    private final Map<String, List<ZoneEntry>> names = new TreeMap<>();
    public final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    /** Adds a record such as {@code TXT} with its strings. */
    public Zone knows(String name, String type, String... values) {
        names.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                .add(new ZoneEntry(type, List.of(values)));
        return this;
    }

    /** {@return all that is in it, by name} */
    public Map<String, List<ZoneEntry>> entries() {
        return names;
    }

    private <A> A ask(String name, String type, Function<List<ZoneEntry>, A> found, Function<NoAnswer, A> none) {
        asked.add(type + " " + name);
        return follow(name.toLowerCase(Locale.ROOT), type, found, none, 0);
    }

    private <A> A follow(String name, String type, Function<List<ZoneEntry>, A> found, Function<NoAnswer, A> none,
            int aliases) {
        List<ZoneEntry> here = names.getOrDefault(name, List.of());
        List<ZoneEntry> wanted = here.stream().filter(entry -> entry.type().equals(type)).toList();
        if (!wanted.isEmpty()) {
            return found.apply(wanted);
        }
        for (ZoneEntry entry : here) {
            if (entry.type().equals(ZoneEntry.TIMEOUT) || aliases > 8) {
                return none.apply(new Temporary("no answer in time"));
            }
            if (entry.type().equals("CNAME")) {
                return follow(bare(entry).toLowerCase(Locale.ROOT), type, found, none, aliases + 1);
            }
        }
        boolean exists = names.keySet().stream().anyMatch(key -> key.equals(name) || key.endsWith("." + name));
        return none.apply(exists ? new NoData() : new NoSuchDomain());
    }

    private static String bare(ZoneEntry entry) {
        String name = entry.values().getLast();
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    @Override
    public TextAnswer texts(String name) {
        return ask(name, "TXT", found -> new TextAnswer.Found(found.stream()
                .map(entry -> String.join("", entry.values()))
                .toList()), none -> none);
    }

    @Override
    public AddressAnswer ipv4(String host) {
        return addresses(host, "A");
    }

    @Override
    public AddressAnswer ipv6(String host) {
        return addresses(host, "AAAA");
    }

    private AddressAnswer addresses(String host, String type) {
        return ask(host, type, found -> new AddressAnswer.Found(found.stream()
                .map(entry -> InetAddress.ofLiteral(entry.values().getFirst()))
                .toList()), none -> none);
    }

    @Override
    public MxAnswer mx(Domain domain) {
        return ask(domain.key(), "MX", found -> {
            List<MailExchanger> exchangers = found.stream()
                    .filter(entry -> !bare(entry).isEmpty())
                    .map(entry -> new MailExchanger(Integer.parseInt(entry.values().getFirst()), bare(entry)))
                    .toList();
            return exchangers.isEmpty() ? new MxAnswer.NullMx() : new MxAnswer.Found(exchangers);
        }, none -> none);
    }

    @Override
    public NameAnswer names(InetAddress address) {
        String zone = address.getAddress().length == 4 ? ".in-addr.arpa" : ".ip6.arpa";
        List<String> labels = List.of(AddressText.dotted(address).split("\\."));
        return ask(String.join(".", labels.reversed()) + zone, "PTR",
                found -> new NameAnswer.Found(found.stream().map(Zone::bare).toList()), none -> none);
    }

    @Override
    public AddressAnswer addresses(String host) {
        AddressAnswer ipv4 = ipv4(host);
        return ipv4 instanceof AddressAnswer.Found ? ipv4 : ipv6(host);
    }
}
