package org.postern.report.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.report.ReportKind;
import org.postern.report.ReportMail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One report a day for each domain, whatever happens meanwhile. */
class ReportTurnTest {
    private static final Mailbox FROM = new Mailbox("reports", new Domain("gw.example"));
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryOutbox outbox = new MemoryOutbox();
    private final Map<String, Preparation> prepared = new HashMap<>();
    private Instant now = Instant.parse("2026-03-02T00:10:00Z");
    private boolean signs = true;

    private final DailyReports reports = new DailyReports() {
        @Override
        public ReportKind kind() {
            return ReportKind.DMARC;
        }

        @Override
        public List<String> domains(LocalDate day, String after, int most) {
            return day.equals(DAY)
                    ? new TreeSet<>(prepared.keySet()).tailSet(after, false).stream().limit(2).toList()
                    : List.of();
        }

        @Override
        public Preparation prepare(LocalDate day, String domain, Instant end, boolean last) {
            Preparation preparation = prepared.get(domain);
            if (preparation instanceof Preparation.Nothing(String reason) && reason.equals("a fault")) {
                throw new IllegalStateException(reason);
            }
            return preparation;
        }
    };

    private ReportTurn turn(String node) {
        return new ReportTurn(List.of(reports), ledger, outbox, new LetterBounds(4, 100), domain -> signs,
                new Reporter("Gateway", FROM, Optional.empty()), () -> now, node);
    }

    private static Preparation ready(String domain) {
        return new Preparation.Ready(List.of(letter(domain, "a"), letter(domain, "b")), "");
    }

    private static ReportLetter letter(String domain, String to) {
        return new ReportLetter(ReportKind.DMARC, new ReportMail("gw.example", domain, 0, 86399, "x1"), "xml.gz", FROM,
                new Mailbox(to, new Domain(domain)), "AQI=");
    }

    private SentReport.State state(String domain) {
        return ledger.reports.get("DMARC " + DAY + " " + domain).state();
    }

    @BeforeEach
    void threeDomainsWantReports() {
        List.of("a.example", "b.example", "c.example").forEach(domain -> prepared.put(domain, ready(domain)));
    }

    @Test
    void eachDomainGetsItsReportOnceWhenItsDayIsOver() {
        now = now.minusSeconds(1);
        turn("one").take();
        assertThat(outbox.gone).isEmpty();
        now = now.plusSeconds(1);
        turn("one").take();
        turn("two").take();
        assertThat(outbox.gone).hasSize(6);
        assertThat(ledger.done).isEqualTo(DAY);
        assertThat(state("c.example")).isEqualTo(SentReport.State.SENT);
    }

    @Test
    void onlyOneNodeSendsAtATime() {
        assertThat(ledger.claim("two", now, Duration.ofMinutes(1))).isTrue();
        turn("one").take();
        assertThat(outbox.gone).isEmpty();
        now = now.plusSeconds(61);
        turn("one").take();
        assertThat(outbox.gone).hasSize(6);
    }

    @Test
    void aCrashAtAnyStepSendsNoReportTwiceAndLosesNone() {
        for (int steps = 0; steps < 40; steps++) {
            ledger.clear();
            outbox.clear();
            int[] budget = {steps};
            Runnable fault = () -> {
                if (budget[0]-- == 0) {
                    throw new IllegalStateException("killed");
                }
            };
            ledger.before = fault;
            outbox.before = fault;
            try {
                turn("one").take();
            } catch (IllegalStateException killed) {
                assertThat(killed).hasMessage("killed");
            }
            budget[0] = -1;
            now = now.plus(Duration.ofMinutes(16));
            outbox.deliver();
            turn("two").take();
            outbox.deliver();
            turn("two").take();
            outbox.deliver();
            assertThat(outbox.delivered).as("killed before step %d", steps).hasSize(6).doesNotHaveDuplicates();
            now = now.minus(Duration.ofMinutes(16));
        }
    }

    @Test
    void whoCannotBeAskedNowIsAskedAgainForADayAndThenGivenUp() {
        prepared.put("b.example", new Preparation.Later("no answer"));
        turn("one").take();
        assertThat(outbox.gone).hasSize(4);
        assertThat(state("b.example")).isEqualTo(SentReport.State.LATE);
        assertThat(ledger.done).isBefore(DAY);
        now = now.plus(Duration.ofMinutes(59));
        prepared.put("b.example", ready("b.example"));
        turn("one").take();
        assertThat(outbox.gone).hasSize(4);
        now = now.plus(Duration.ofMinutes(1));
        prepared.put("b.example", new Preparation.Later("no answer"));
        turn("one").take();
        now = Instant.parse("2026-03-02T23:10:00Z");
        turn("one").take();
        assertThat(state("b.example")).isEqualTo(SentReport.State.GIVEN_UP);
        assertThat(ledger.done).isEqualTo(DAY);
    }

    @Test
    void whatGoesWrongWithOneDomainKeepsNoOtherWaiting() {
        prepared.put("a.example", new Preparation.Nothing("a fault"));
        prepared.put("b.example", new Preparation.Nothing("nobody wants any"));
        turn("one").take();
        assertThat(state("a.example")).isEqualTo(SentReport.State.LATE);
        assertThat(state("b.example")).isEqualTo(SentReport.State.UNWANTED);
        assertThat(outbox.gone).hasSize(2);
    }

    @Test
    void whoeverIsNamedByManyDomainsGetsNoMoreThanADayMayHave() {
        prepared.clear();
        List.of("a", "b", "c").forEach(name -> prepared.put(name + ".shop.example", ready(name + ".shop.example")));
        turn("one").take();
        assertThat(outbox.gone).hasSize(4);
        assertThat(state("c.shop.example")).isEqualTo(SentReport.State.UNWANTED);
        assertThat(ledger.reports.get("DMARC " + DAY + " c.shop.example").words())
                .startsWith("2 of 2 letters are more than go there in a day");
        assertThat(ledger.done).isEqualTo(DAY);
    }

    @Test
    void whatACrashLeftHeldGoesToNobodyWhomTheRecordDoesNotNameAnyMore() {
        prepared.keySet().retainAll(Set.of("a.example"));
        prepared.put("a.example", new Preparation.Ready(
                List.of(letter("a.example", "old"), letter("a.example", "older"), letter("a.example", "oldest")), ""));
        boolean[] isKilled = {false};
        ledger.before = () -> {
            if (outbox.held.size() == 3 && !isKilled[0]) {
                isKilled[0] = true;
                throw new IllegalStateException("killed");
            }
        };
        assertThatThrownBy(turn("one")::take).hasMessage("killed");
        assertThat(outbox.held).hasSize(3);
        prepared.put("a.example", new Preparation.Ready(List.of(letter("a.example", "new")), ""));
        turn("one").take();
        assertThat(outbox.addresses).containsExactly("new@a.example");
        assertThat(outbox.held).isEmpty();
    }

    @Test
    void nothingGoesOutUnsigned() {
        signs = false;
        turn("one").take();
        assertThat(outbox.gone).isEmpty();
        assertThat(state("a.example")).isEqualTo(SentReport.State.LATE);
        signs = true;
        now = now.plus(Duration.ofHours(1));
        turn("one").take();
        assertThat(outbox.gone).hasSize(6);
    }

    @Test
    void aPersonMaySendWhatIsKnownOfTodayAndItIsNotSentAgain() {
        now = Instant.parse("2026-03-01T12:00:00Z");
        assertThat(turn("one").send(ReportKind.DMARC, DAY, "a.example").orElseThrow().state())
                .isEqualTo(SentReport.State.SENT);
        assertThat(turn("one").send(ReportKind.TLS, DAY, "a.example")).isEmpty();
        now = Instant.parse("2026-03-02T00:10:00Z");
        turn("one").take();
        assertThat(outbox.gone).hasSize(6);
    }

    @Test
    void aDatabaseThatIsGoneIsToldToWhoeverCalls() {
        ledger.before = () -> {
            throw new IllegalStateException("no database");
        };
        assertThatThrownBy(turn("one")::take).hasMessage("no database");
    }
}
