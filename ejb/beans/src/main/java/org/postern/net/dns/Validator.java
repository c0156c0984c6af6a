package org.postern.net.dns;

import org.postern.dns.SecureAnswer;
import org.postern.net.LimitedSocket;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;
import org.xbill.DNS.dnssec.ValidatingResolver;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks by dnsjava's validator, which follows the signatures from the root down and keeps the keys it has seen. Each look-up has a
 * bound for its questions and its time.
 */
final class Validator {
    private static final int MOST_QUESTIONS = 100;
    private static final int MOST_ALIASES = 8;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LONGEST_ABSENCE = Duration.ofMinutes(5);

    private final ValidatingResolver resolver;
    private final Duration limit;

    /**
     * An answer.
     *
     * @param records of the type asked for, at the name that aliases lead to; secure or not
     * @param name that name
     * @param life how long it may be kept
     */
    record Answer(SecureAnswer<Record> records, Name name, Duration life) {}

    /**
     * Trusts these anchors.
     *
     * @param anchors DS or DNSKEY records in the form of zone files
     * @throws IOException if they are none
     */
    Validator(NameServers servers, InstantSource clock, InputStream anchors) throws IOException {
        limit = servers.timeout().multipliedBy(6);
        Clock now = clock.withZone(ZoneOffset.UTC);
        resolver = new ValidatingResolver(new Ration(servers.resolver()), now);
        resolver.init(new Properties());
        resolver.loadTrustAnchors(anchors);
        if (resolver.getTrustAnchors().items().isEmpty()) {
            throw new IOException("there is no DS or DNSKEY record in it");
        }
    }

    /** {@return what is known} Never throws for what a server said. */
    Answer ask(Name name, int type) {
        return ScopedValue.where(Ration.LEFT, new Ration.Left(MOST_QUESTIONS, limit)).call(() -> sent(name, type));
    }

    private Answer sent(Name name, int type) {
        Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        try {
            return answer(name, type, resolver.sendAsync(query, Runnable::run)
                    .toCompletableFuture()
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unsure(name, LimitedSocket.STOPPING);
        } catch (ExecutionException | CompletionException e) {
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            return unsure(name, Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName()));
        } catch (TimeoutException e) {
            return unsure(name, "no answer in time");
        }
    }

    private static Answer unsure(Name name, String reason) {
        return new Answer(new SecureAnswer.Unsure<>(reason), name, SHORTEST);
    }

    private static Answer answer(Name name, int type, Message message) {
        int rcode = message.getRcode();
        if (rcode != Rcode.NOERROR && rcode != Rcode.NXDOMAIN) {
            return unsure(name, reason(message));
        }
        Name end = type == Type.CNAME ? name : end(name, message.getSection(Section.ANSWER));
        List<Record> found = message.getSection(Section.ANSWER)
                .stream()
                .filter(record -> record.getType() == type && record.getName().equals(end))
                .toList();
        Duration life = life(message, found);
        return message.getHeader().getFlag(Flags.AD)
                ? new Answer(new SecureAnswer.Secure<>(found), end, life)
                : new Answer(new SecureAnswer.Insecure<>(), end, life);
    }

    private static Name end(Name name, List<Record> records) {
        Name end = name;
        for (int aliases = 0; aliases < MOST_ALIASES; aliases++) {
            Name at = end;
            Optional<Name> next = records.stream()
                    .filter(record -> record instanceof CNAMERecord && record.getName().equals(at))
                    .map(record -> ((CNAMERecord) record).getTarget())
                    .findFirst();
            if (next.isEmpty()) {
                return end;
            }
            end = next.get();
        }
        return end;
    }

    private static Duration life(Message message, List<Record> found) {
        long seconds = message.getSection(Section.ANSWER)
                .stream()
                .mapToLong(Record::getTTL)
                .min()
                .orElse(LONGEST_ABSENCE.toSeconds());
        Duration most = found.isEmpty() ? LONGEST_ABSENCE : LONGEST;
        return Duration.ofSeconds(Math.clamp(seconds, SHORTEST.toSeconds(), most.toSeconds()));
    }

    /** The validator puts its reason where no server can. */
    private static String reason(Message message) {
        return message.getSection(Section.ADDITIONAL)
                .stream()
                .filter(record -> record instanceof TXTRecord
                        && record.getDClass() == ValidatingResolver.VALIDATION_REASON_QCLASS)
                .map(record -> String.join("", ((TXTRecord) record).getStrings()))
                .findFirst()
                .orElseGet(() -> Rcode.string(message.getRcode()));
    }
}
