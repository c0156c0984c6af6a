package org.postern.report.send;

import org.postern.mail.Domain;
import org.postern.report.ReportKind;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Sends what is due. Of all nodes one sends at a time. Each report goes three steps, of which each may be taken again without harm: its letters wait, held;
 * that is written down; they are let go. So a crash neither sends a report twice nor loses it.
 */
public final class ReportTurn {
    /** What all nodes have to store the counts of a day, once it is over. */
    static final Duration STORED = Duration.ofMinutes(10);
    /** How long after the end of its day a report may go out. */
    static final Duration LATEST = Duration.ofHours(24);
    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int PAGE = 100;
    /** The days before the last one that are still looked at. */
    private static final int DAYS = 2;
    private static final String NO_KEY = "no key signs for the domain of reports.from, see ./postern dkim";

    private final List<DailyReports> kinds;
    private final ReportLedger ledger;
    private final Outbox outbox;
    private final LetterBounds bounds;
    private final Predicate<Domain> signs;
    private final Reporter reporter;
    private final InstantSource clock;
    private final String node;
    private final ReentrantLock taking = new ReentrantLock();

    /**
     * @param kinds what is sent; what was begun before goes on even where this is empty
     * @param signs whether there are keys for a domain
     * @param node who sends, no other has this name
     */
    public ReportTurn(List<DailyReports> kinds, ReportLedger ledger, Outbox outbox, LetterBounds bounds,
            Predicate<Domain> signs, Reporter reporter, InstantSource clock, String node) {
        this.kinds = List.copyOf(kinds);
        this.ledger = ledger;
        this.outbox = outbox;
        this.bounds = bounds;
        this.signs = signs;
        this.reporter = reporter;
        this.clock = clock;
        this.node = node;
    }

    /** Another node sends now. */
    private static final class Elsewhere extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Takes a turn, or does nothing where another node is at it.
     *
     * @throws RuntimeException when the database is out of reach; the next turn goes on
     */
    public void take() {
        taking.lock();
        try {
            keepTurn();
            letReadyOnesGo();
            for (DailyReports kind : kinds) {
                send(kind);
            }
        } catch (Elsewhere end) {
            return;
        } finally {
            ending();
        }
    }

    private void ending() {
        try {
            ledger.release(node, clock.instant());
        } finally {
            taking.unlock();
        }
    }

    /**
     * Sends at once what is known of a day, though that may not be over; what comes later on that day is not reported then.
     *
     * @return what is known of the report; empty where another node sends now, or such reports are not sent
     */
    public Optional<SentReport> send(ReportKind kind, LocalDate day, String domain) {
        Optional<DailyReports> reports = kinds.stream().filter(one -> one.kind() == kind).findFirst();
        if (reports.isEmpty() || !taking.tryLock()) {
            return Optional.empty();
        }
        try {
            keepTurn();
            Optional<SentReport> known = Optional.ofNullable(ledger.of(kind, day, List.of(domain)).get(domain));
            return Optional.of(known.isEmpty() || known.get().state() == SentReport.State.LATE
                    ? send(reports.get(), day, domain, known, false)
                    : known.get().isSettled() ? known.get() : letGo(known.get()));
        } catch (Elsewhere end) {
            return Optional.empty();
        } finally {
            ending();
        }
    }

    private void keepTurn() throws Elsewhere {
        if (!ledger.claim(node, clock.instant(), LEASE)) {
            throw new Elsewhere();
        }
    }

    private void letReadyOnesGo() throws Elsewhere {
        for (List<SentReport> some = ready(); !some.isEmpty(); some = ready()) {
            for (SentReport report : some) {
                keepTurn();
                letGo(report);
            }
        }
    }

    private List<SentReport> ready() {
        return ledger.in(SentReport.State.READY, PAGE);
    }

    private SentReport letGo(SentReport ready) {
        outbox.letGo(ready, clock.instant());
        SentReport sent = new SentReport(ready.kind(), ready.day(), ready.domain(), SentReport.State.SENT,
                ready.letters(), ready.tries(), clock.instant(), ready.words());
        ledger.note(sent);
        return sent;
    }

    private void send(DailyReports reports) throws Elsewhere {
        LocalDate last = LocalDate.ofInstant(clock.instant().minus(STORED), ZoneOffset.UTC).minusDays(1);
        LocalDate next = ledger.done(reports.kind()).plusDays(1);
        LocalDate first = last.minusDays(DAYS);
        boolean allBefore = true;
        for (LocalDate day = next.isAfter(first) ? next : first; !day.isAfter(last); day = day.plusDays(1)) {
            allBefore &= isSettled(reports, day);
            if (allBefore) {
                ledger.done(reports.kind(), day);
            }
        }
    }

    private boolean isSettled(DailyReports reports, LocalDate day) throws Elsewhere {
        boolean settled = true;
        List<String> page = reports.domains(day, "", PAGE);
        while (!page.isEmpty()) {
            Map<String, SentReport> known = ledger.of(reports.kind(), day, page);
            for (String domain : page) {
                settled &= isSettled(reports, day, domain, Optional.ofNullable(known.get(domain)));
            }
            page = reports.domains(day, page.getLast(), PAGE);
        }
        return settled;
    }

    private boolean isSettled(DailyReports reports, LocalDate day, String domain, Optional<SentReport> known)
            throws Elsewhere {
        if (known.isPresent() && !known.get().isDue(clock.instant())) {
            return known.get().isSettled();
        }
        keepTurn();
        boolean last = !clock.instant().plus(PAUSE).isBefore(end(day).plus(LATEST));
        return send(reports, day, domain, known, last).isSettled();
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1);
    }

    private SentReport send(DailyReports reports, LocalDate day, String domain, Optional<SentReport> known,
            boolean last) {
        Instant now = clock.instant();
        int tries = known.map(SentReport::tries).orElse(0) + 1;
        SentReport report = new SentReport(reports.kind(), day, domain, SentReport.State.READY, 0, tries, now, "");
        Preparation prepared = signs.test(reporter.from().domain())
                ? prepared(reports, day, domain, now.isBefore(end(day)) ? now : end(day), last)
                : new Preparation.Later(NO_KEY);
        return switch (prepared) {
            case Preparation.Ready(List<ReportLetter> letters, String remark) ->
                send(report, bounds.within(report, letters), letters.size(), remark);
            case Preparation.Nothing(String reason) -> noted(report, SentReport.State.UNWANTED, now, reason);
            case Preparation.Later(String reason) -> last
                    ? noted(report, SentReport.State.GIVEN_UP, now, reason)
                    : noted(report, SentReport.State.LATE, now.plus(PAUSE), reason);
        };
    }

    private SentReport send(SentReport report, List<ReportLetter> letters, int wanted, String remark) {
        int tooMany = wanted - letters.size();
        String words = tooMany == 0
                ? remark
                : tooMany + " of " + wanted + " letters are more than go there in a day; " + remark;
        if (letters.isEmpty()) {
            return noted(report, SentReport.State.UNWANTED, report.next(), words);
        }
        outbox.clear(report);
        for (int i = 0; i < letters.size(); i++) {
            outbox.hold(report, i, letters.get(i), report.next());
        }
        SentReport ready = new SentReport(report.kind(), report.day(), report.domain(), SentReport.State.READY,
                letters.size(), report.tries(), report.next(), words);
        ledger.note(ready);
        return letGo(ready);
    }

    /** What goes wrong with one keeps no other waiting. */
    private static Preparation prepared(DailyReports reports, LocalDate day, String domain, Instant end, boolean last) {
        try {
            return reports.prepare(day, domain, end, last);
        } catch (RuntimeException e) {
            return new Preparation.Later("it cannot be made: " + e);
        }
    }

    private SentReport noted(SentReport report, SentReport.State state, Instant next, String words) {
        SentReport noted = new SentReport(report.kind(), report.day(), report.domain(), state, 0, report.tries(), next,
                words);
        ledger.note(noted);
        return noted;
    }
}
