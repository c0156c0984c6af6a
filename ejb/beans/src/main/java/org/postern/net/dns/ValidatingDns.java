package org.postern.net.dns;

import org.postern.config.DaneUse;
import org.postern.dns.SecureAnswer;
import org.postern.dns.SecureAnswer.Insecure;
import org.postern.dns.SecureAnswer.Secure;
import org.postern.dns.SecureAnswer.Unsure;
import org.postern.dns.SecureDns;
import org.postern.dns.TlsaRecord;
import org.postern.net.NetLog;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The signed DNS by dnsjava. Answers are kept as long as they may be, within bounds. Set to find out by itself whether the name servers
 * hand on signatures, it takes nothing for signed until it has seen the root's keys proved by them; from then on it stays at work, so
 * that nobody turns it off by taking signatures away.
 */
public final class ValidatingDns implements SecureDns {
    private static final String ROOT_ANCHORS = "root-anchors.txt";
    private static final int REMEMBERED = 20_000;
    /** So often it is tried whether the name servers hand on signatures, while they do not. */
    private static final Duration TRIAL = Duration.ofMinutes(5);

    private final Validator validator;
    private final InstantSource clock;
    private final Recently<Question, Validator.Answer> kept = new Recently<>(REMEMBERED);
    private volatile boolean atWork;
    private volatile Instant nextTrial = Instant.MIN;
    private boolean told;

    private record Question(Name name, int type) {}

    /**
     * Asks these servers.
     *
     * @param anchors file of the keys to be trusted; none: those of the Internet's root
     * @throws IllegalStateException if that file is of no use
     */
    public ValidatingDns(NameServers servers, DaneUse use, Optional<Path> anchors, InstantSource clock) {
        this.clock = clock;
        this.atWork = use == DaneUse.ON;
        try (InputStream in = anchors.isPresent()
                ? Files.newInputStream(anchors.get())
                : Objects.requireNonNull(ValidatingDns.class.getResourceAsStream(ROOT_ANCHORS), ROOT_ANCHORS)) {
            validator = new Validator(servers, clock, in);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("the trust anchors of DNSSEC in " + anchors.map(Path::toString)
                    .orElse(ROOT_ANCHORS) + " are of no use, see delivery.dane-anchors: " + e.getMessage(), e);
        }
    }

    @Override
    public SecureAnswer<String> exchangers(String domain) {
        return ask(domain, Type.MX, answer -> map(answer.records(), record -> record instanceof MXRecord mx
                && !mx.getTarget().equals(Name.root) ? Optional.of(mx.getTarget().toString(true)) : Optional.empty()));
    }

    @Override
    public SecureAnswer<String> addressed(String host) {
        return ask(host, Type.A, answer -> answer.records() instanceof Secure<Record>
                ? new Secure<>(List.of(answer.name().toString(true)))
                : map(answer.records(), record -> Optional.empty()));
    }

    @Override
    public SecureAnswer<String> alias(String host) {
        return ask(host, Type.CNAME, answer -> map(answer.records(), record -> record instanceof CNAMERecord alias
                ? Optional.of(alias.getTarget().toString(true))
                : Optional.empty()));
    }

    @Override
    public SecureAnswer<TlsaRecord> tlsa(int port, String host) {
        return ask("_" + port + "._tcp." + host, Type.TLSA, answer -> map(answer.records(), ValidatingDns::tlsa));
    }

    private static Optional<TlsaRecord> tlsa(Record record) {
        return record instanceof TLSARecord tlsa
                ? Optional.of(new TlsaRecord(tlsa.getCertificateUsage(), tlsa.getSelector(), tlsa.getMatchingType(),
                        HexFormat.of().formatHex(tlsa.getCertificateAssociationData())))
                : Optional.empty();
    }

    private static <T> SecureAnswer<T> map(SecureAnswer<Record> answer, Function<Record, Optional<T>> each) {
        return switch (answer) {
            case Secure<Record>(List<Record> records) ->
                new Secure<>(records.stream().flatMap(record -> each.apply(record).stream()).toList());
            case Insecure<Record> none -> new Insecure<>();
            case Unsure<Record>(String reason) -> new Unsure<>(reason);
        };
    }

    private <T> SecureAnswer<T> ask(String text, int type, Function<Validator.Answer, SecureAnswer<T>> read) {
        if (!isAtWork()) {
            return new Insecure<>();
        }
        try {
            Question question = new Question(Name.fromString(text, Name.root), type);
            return read.apply(kept.get(question, clock.instant(),
                    () -> validator.ask(question.name(), question.type()), Validator.Answer::life));
        } catch (TextParseException e) {
            // no name of the DNS has such a record
            return new Secure<>(List.of());
        }
    }

    private boolean isAtWork() {
        return atWork || (!clock.instant().isBefore(nextTrial) && tried());
    }

    private synchronized boolean tried() {
        if (!atWork && !clock.instant().isBefore(nextTrial)) {
            nextTrial = clock.instant().plus(TRIAL);
            SecureAnswer<Record> keys = validator.ask(Name.root, Type.DNSKEY).records();
            atWork = keys instanceof Secure<Record>(List<Record> found) && !found.isEmpty();
            if (atWork) {
                NetLog.LOG.daneAtWork();
            } else if (!told) {
                told = true;
                NetLog.LOG.daneNotAtWork(keys instanceof Unsure<Record>(String reason) ? reason : "no signature");
            }
        }
        return atWork;
    }
}
