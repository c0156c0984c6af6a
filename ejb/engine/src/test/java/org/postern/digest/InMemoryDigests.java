package org.postern.digest;

import org.postern.assessment.QuarantineKind;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Digests and mail for them, for tests. */
public final class InMemoryDigests implements DigestStore, HeldMail {
    private final Map<String, DigestLink> links = new HashMap<>();
    private final List<Held> held = new ArrayList<>();
    private Round round = new Round(Instant.EPOCH, Optional.empty(), "");
    private String owner = "";
    private Instant ownedUntil = Instant.EPOCH;

    private record Held(String recipient, Line line) {}

    /** Lets a message wait for this recipient, given as {@code domain/local-part}. */
    public void hold(String recipient, String key, Instant since) {
        held.add(
                new Held(recipient, new Line(key, QuarantineKind.SPAM, "subject of " + key, "ann@one.example", since)));
    }

    /** {@return how many links there are} */
    public int links() {
        return links.size();
    }

    @Override
    public Optional<Round> claim(String node, Instant now, Duration most) {
        if (!owner.equals(node) && ownedUntil.isAfter(now)) {
            return Optional.empty();
        }
        owner = node;
        ownedUntil = now.plus(most);
        return Optional.of(round);
    }

    @Override
    public void begin(Instant until) {
        round = new Round(round.since(), Optional.of(until), "");
    }

    @Override
    public void reached(String place) {
        round = new Round(round.since(), round.until(), place);
    }

    @Override
    public void end() {
        round = new Round(round.until().orElseThrow(), Optional.empty(), "");
    }

    @Override
    public void release(String node, Instant now) {
        ownedUntil = owner.equals(node) ? now : ownedUntil;
    }

    @Override
    public void keep(List<DigestLink> some) {
        some.forEach(link -> links.put(link.hash(), link));
    }

    @Override
    public void takeBack(List<DigestLink> some) {
        some.forEach(link -> links.remove(link.hash()));
    }

    @Override
    public Optional<DigestLink> find(String hash) {
        return Optional.ofNullable(links.get(hash));
    }

    @Override
    public boolean use(String hash, Instant now) {
        DigestLink link = links.get(hash);
        links.put(hash, new DigestLink(hash, link.parkedKey(), link.recipient(), link.subject(), link.author(),
                link.expires(), Optional.of(now)));
        return link.used().isEmpty();
    }

    @Override
    public void forget(Instant now) {
        links.values().removeIf(link -> link.expires().isBefore(now));
    }

    private Stream<Held> within(Window window) {
        return held.stream()
                .filter(one -> one.line().since().isAfter(window.since())
                        && !one.line().since().isAfter(window.until()));
    }

    @Override
    public List<String> recipients(String domain, Window window, String after, int limit) {
        return within(window).map(Held::recipient)
                .filter(one -> one.startsWith(domain + "/") && one.compareTo(after) > 0)
                .distinct()
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public List<Line> of(String recipient, Window window, int limit) {
        return within(window).filter(one -> one.recipient().equals(recipient))
                .map(Held::line)
                .sorted(Comparator.comparing(Line::since))
                .limit(limit)
                .toList();
    }

    @Override
    public long count(String recipient, Window window) {
        return of(recipient, window, Integer.MAX_VALUE).size();
    }

    @Override
    public Optional<Mailbox> spelled(String key, String recipient) {
        int slash = recipient.indexOf('/');
        return Optional.of(new Mailbox(recipient.substring(slash + 1), new Domain(recipient.substring(0, slash))));
    }
}
