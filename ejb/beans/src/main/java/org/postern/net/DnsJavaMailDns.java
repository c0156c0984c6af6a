package org.postern.net;

import org.postern.dns.AddressAnswer;
import org.postern.dns.MailDns;
import org.postern.dns.MailExchanger;
import org.postern.dns.MxAnswer;
import org.postern.dns.NameAnswer;
import org.postern.dns.NoAnswer;
import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.Temporary;
import org.postern.mail.Domain;

import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Cache;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.hosts.HostsFileParser;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * The DNS by dnsjava. Answers are kept as long as they may be, within bounds; failures are not kept. The hosts file counts for
 * addresses, as it does for everything else on the machine.
 */
public final class DnsJavaMailDns implements MailDns {
    private static final int MAX_ENTRIES = 50_000;
    private static final int MAX_SECONDS = 3600;
    private static final int MAX_NEGATIVE_SECONDS = 60;
    private static final int TRIES = 2;

    private final LookupSession session;

    /**
     * Takes these servers, or the system's where there are none.
     *
     * @param servers asked in this order
     * @param timeout how long to wait for each answer; a question as a whole is given up after three times that
     */
    public DnsJavaMailDns(List<InetSocketAddress> servers, Duration timeout) {
        List<InetSocketAddress> asked = servers.isEmpty() ? ResolverConfig.getCurrentConfig().servers() : servers;
        BlockingDnsClient client = new BlockingDnsClient();
        ExtendedResolver resolver = new ExtendedResolver(
                asked.stream().map(server -> resolver(server, client, timeout)).toArray(Resolver[]::new));
        resolver.setTimeout(timeout.multipliedBy(3));
        resolver.setRetries(TRIES);
        session = LookupSession.builder()
                .resolver(resolver)
                .executor(Runnable::run)
                .cache(cache())
                .hostsFileParser(new HostsFileParser())
                .build();
    }

    private static Resolver resolver(InetSocketAddress server, BlockingDnsClient client, Duration timeout) {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setIoClientFactory(client);
        resolver.setTimeout(timeout);
        return resolver;
    }

    private static Cache cache() {
        Cache cache = new Cache(DClass.IN);
        cache.setMaxEntries(MAX_ENTRIES);
        cache.setMaxCache(MAX_SECONDS);
        cache.setMaxNCache(MAX_NEGATIVE_SECONDS);
        return cache;
    }

    @Override
    public MxAnswer mx(Domain domain) {
        return ask(domain.key(), Type.MX, DnsJavaMailDns::exchangers, none -> none);
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
        AddressAnswer ipv4 = addresses(host, Type.A);
        AddressAnswer ipv6 = addresses(host, Type.AAAA);
        List<InetAddress> all = new ArrayList<>(found(ipv4));
        all.addAll(found(ipv6));
        if (!all.isEmpty()) {
            return new AddressAnswer.Found(all);
        }
        return ipv6 instanceof Temporary ? ipv6 : ipv4;
    }

    private AddressAnswer addresses(String host, int type) {
        return ask(host, type, records -> new AddressAnswer.Found(records.stream()
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
        return ask(ReverseMap.fromAddress(address), Type.PTR, records -> new NameAnswer.Found(records.stream()
                .filter(PTRRecord.class::isInstance)
                .map(record -> text(((PTRRecord) record).getTarget()))
                .toList()), none -> none);
    }

    private <A> A ask(String name, int type, Function<List<Record>, A> found, Function<NoAnswer, A> none) {
        try {
            return ask(Name.fromString(name, Name.root), type, found, none);
        } catch (TextParseException e) {
            return none.apply(new NoSuchDomain());
        }
    }

    private <A> A ask(Name name, int type, Function<List<Record>, A> found, Function<NoAnswer, A> none) {
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
