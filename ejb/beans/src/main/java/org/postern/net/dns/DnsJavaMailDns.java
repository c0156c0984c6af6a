package org.postern.net.dns;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

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
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.hosts.HostsFileParser;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.LookupSession.LookupSessionBuilder;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * The DNS by dnsjava. Answers are kept as long as they may be, within bounds; failures are not kept. The hosts file counts for
 * {@link #addresses(String) addresses} to deliver to, as it does for everything else on the machine, and never for what is asked of a sender.
 */
public final class DnsJavaMailDns implements SenderDns {
    private final LookupSession dns;
    private final LookupSession hostsAndDns;

    public DnsJavaMailDns(NameServers servers) {
        this(servers, new HostsFileParser());
    }

    DnsJavaMailDns(NameServers servers, HostsFileParser hosts) {
        AnswerCache cache = new AnswerCache();
        dns = session(servers, cache).build();
        hostsAndDns = session(servers, cache).hostsFileParser(hosts).build();
    }

    private static LookupSessionBuilder session(NameServers servers, AnswerCache cache) {
        return LookupSession.builder().resolver(servers.resolver()).executor(Runnable::run).cache(cache);
    }

    @Override
    public MxAnswer mx(Domain domain) {
        return ask(dns, domain.key(), Type.MX, DnsJavaMailDns::exchangers, none -> none);
    }

    private static MxAnswer exchangers(List<Record> records) {
        List<MailExchanger> exchangers = new ArrayList<>();
        for (Record record : records) {
            if (record instanceof MXRecord mx && !mx.getTarget().equals(Name.root)) {
                exchangers.add(new MailExchanger(mx.getPriority(), text(mx.getTarget())));
            }
        }
        return exchangers.isEmpty() ? new MxAnswer.NullMx() : new MxAnswer.Found(exchangers);
    }

    @Override
    public AddressAnswer addresses(String host) {
        AddressAnswer ipv4 = addresses(hostsAndDns, host, Type.A);
        AddressAnswer ipv6 = addresses(hostsAndDns, host, Type.AAAA);
        List<InetAddress> all = new ArrayList<>(found(ipv4));
        all.addAll(found(ipv6));
        if (!all.isEmpty()) {
            return new AddressAnswer.Found(all);
        }
        return ipv6 instanceof Temporary ? ipv6 : ipv4;
    }

    @Override
    public AddressAnswer ipv4(String host) {
        return addresses(dns, host, Type.A);
    }

    @Override
    public AddressAnswer ipv6(String host) {
        return addresses(dns, host, Type.AAAA);
    }

    private static AddressAnswer addresses(LookupSession session, String host, int type) {
        return ask(session, host, type, records -> new AddressAnswer.Found(records.stream()
                .flatMap(record -> address(record).stream())
                .toList()), none -> none);
    }

    private static Optional<InetAddress> address(Record record) {
        return switch (record) {
            case ARecord a -> Optional.of(a.getAddress());
            case AAAARecord aaaa -> Optional.of(aaaa.getAddress());
            default -> Optional.empty();
        };
    }

    private static List<InetAddress> found(AddressAnswer answer) {
        return answer instanceof AddressAnswer.Found(List<InetAddress> addresses) ? addresses : List.of();
    }

    @Override
    public NameAnswer names(InetAddress address) {
        return ask(dns, ReverseMap.fromAddress(address), Type.PTR, records -> new NameAnswer.Found(records.stream()
                .filter(PTRRecord.class::isInstance)
                .map(record -> text(((PTRRecord) record).getTarget()))
                .toList()), none -> none);
    }

    @Override
    public TextAnswer texts(String name) {
        return ask(dns, name, Type.TXT, records -> new TextAnswer.Found(records.stream()
                .filter(TXTRecord.class::isInstance)
                .map(record -> text((TXTRecord) record))
                .toList()), none -> none);
    }

    private static String text(TXTRecord strings) {
        StringBuilder text = new StringBuilder();
        strings.getStringsAsByteArrays().forEach(octets -> text.append(new String(octets, ISO_8859_1)));
        return text.toString();
    }

    private static <A> A ask(LookupSession session, String name, int type, Function<List<Record>, A> found,
            Function<NoAnswer, A> none) {
        try {
            return ask(session, Name.fromString(name, Name.root), type, found, none);
        } catch (TextParseException e) {
            return none.apply(new NoSuchDomain());
        }
    }

    private static <A> A ask(LookupSession session, Name name, int type, Function<List<Record>, A> found,
            Function<NoAnswer, A> none) {
        try {
            List<Record> records = session.lookupAsync(name, type).toCompletableFuture().join().getRecords();
            return records.isEmpty() ? none.apply(new NoData()) : found.apply(records);
        } catch (CompletionException e) {
            return none.apply(reason(Optional.ofNullable(e.getCause()).orElse(e)));
        }
    }

    private static NoAnswer reason(Throwable failure) {
        return switch (failure) {
            case NoSuchDomainException none -> new NoSuchDomain();
            case NoSuchRRSetException none -> new NoData();
            default -> new Temporary(Optional.ofNullable(failure.getMessage())
                    .orElse(failure.getClass().getSimpleName()));
        };
    }

    private static String text(Name name) {
        return name.toString(true);
    }
}
