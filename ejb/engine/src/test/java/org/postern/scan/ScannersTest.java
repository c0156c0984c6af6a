package org.postern.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postern.config.rule.ScannerRule.WhenLarger;
import org.postern.sentence.Sentence;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

class ScannersTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final ScannerWatch NOBODY = new ScannerWatch() {
        @Override
        public void leftOut(String scanner, String reason) {}

        @Override
        public void back(String scanner) {}
    };
    private static final ScanResult VIRUS = ScanResult.of(List.of(new Finding("Eicar", 20, "")), List.of());

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void noThreadStaysBehind() {
        threads.close();
    }

    private interface Answer {
        ScanResult scan(ScannedMail mail) throws IOException, InterruptedException;
    }

    private static GuardedScanner guarded(String name, Duration time, WhenLarger larger, Answer answer) {
        return new GuardedScanner(new Scanner() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public ScanResult scan(ScannedMail mail) throws IOException, InterruptedException {
                return answer.scan(mail);
            }
        }, SampleScan.rule(name, time, larger), System::nanoTime, NOBODY);
    }

    private static GuardedScanner guarded(String name, Duration time, Answer answer) {
        return guarded(name, time, WhenLarger.PASS, answer);
    }

    private static ScanResult never(ScannedMail mail) throws InterruptedException {
        new CountDownLatch(1).await();
        return ScanResult.clean();
    }

    private List<ScanResult> results(String content, Executor executor, GuardedScanner... scanners)
            throws IOException, InterruptedException {
        return new Scanners(Arrays.asList(scanners), System::nanoTime).scan(SampleScan.mail(content), executor)
                .stream()
                .map(Scanned::result)
                .toList();
    }

    private List<ScanResult> results(GuardedScanner... scanners) throws IOException, InterruptedException {
        return results("a", threads, scanners);
    }

    @Test
    void areAskedSideBySideAndAnswerInTheirOrder() throws IOException, InterruptedException {
        CountDownLatch both = new CountDownLatch(2);
        Answer together = mail -> {
            both.countDown();
            both.await();
            return VIRUS;
        };
        assertThat(results(guarded("a", LONG, together), guarded("b", LONG, together), guarded("c", LONG,
                mail -> ScanResult.clean())))
                .containsExactly(VIRUS, VIRUS, ScanResult.clean());
    }

    @Test
    void whoIsTooSlowIsAbsentAndHoldsUpNobody() throws IOException, InterruptedException {
        Sentence late = Sentence.form("noAnswerWithinX", "no answer within {0} ms").with("50");
        GuardedScanner slow = guarded("slow", SHORT, ScannersTest::never);
        assertThat(results(slow, guarded("b", LONG, mail -> VIRUS)))
                .containsExactly(new ScanResult.Unavailable(late), VIRUS);
        assertThat(slow.state()).isEqualTo(new ScannerState.InUse(1, late));
    }

    @Test
    void whoIsBusyHasNotFailed() throws IOException, InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        GuardedScanner one = guarded("one", Duration.ofMillis(200), mail -> {
            begun.countDown();
            end.await();
            return ScanResult.clean();
        });
        Question first = one.ask(SampleScan.mail("a"), threads);
        begun.await();
        Question second = one.ask(SampleScan.mail("b"), threads);
        assertThat(second.answer(System.nanoTime() + SHORT.toNanos())).isInstanceOf(ScanResult.Unwilling.class);
        end.countDown();
        assertThat(first.answer(System.nanoTime() + LONG.toNanos())).isEqualTo(ScanResult.clean());
        assertThat(one.state()).isEqualTo(new ScannerState.InUse(0, Sentence.asItIs("")));
    }

    @Test
    void whoFailsFiveTimesIsNotAskedAgain() throws IOException, InterruptedException {
        List<ScannedMail> asked = new ArrayList<>();
        GuardedScanner broken = guarded("broken", LONG, mail -> {
            asked.add(mail);
            return new ScanResult.Unavailable("refused");
        });
        for (int i = 0; i < 6; i++) {
            assertThat(results(broken)).singleElement().isInstanceOf(ScanResult.Unavailable.class);
        }
        assertThat(asked).hasSize(5);
    }

    @Test
    void whatItWillNotDoIsNoFailure() throws IOException, InterruptedException {
        GuardedScanner unwilling = guarded("unwilling", LONG, mail -> new ScanResult.Unwilling("not this one"));
        for (int i = 0; i < 6; i++) {
            assertThat(results(unwilling)).containsExactly(new ScanResult.Unwilling("not this one"));
        }
        assertThat(unwilling.state()).isEqualTo(new ScannerState.InUse(0, Sentence.asItIs("")));
    }

    @Test
    void whatIsTooLargeIsNotAskedAbout() throws IOException, InterruptedException {
        String large = "a".repeat(101);
        assertThat(results(large, threads, guarded("a", LONG, WhenLarger.PASS, mail -> VIRUS)))
                .singleElement()
                .isInstanceOf(ScanResult.Clean.class);
        assertThat(results(large, threads, guarded("a", LONG, WhenLarger.ABSENT, mail -> VIRUS)))
                .singleElement()
                .isInstanceOf(ScanResult.Unwilling.class);
    }

    @Test
    void contentThatCannotBeReadIsNoFaultOfTheScanner() {
        GuardedScanner scanner = guarded("a", LONG, mail -> {
            throw new IOException("disk");
        });
        assertThatThrownBy(() -> results(scanner)).isInstanceOf(IOException.class).hasMessageContaining("content");
        assertThat(scanner.state()).isEqualTo(new ScannerState.InUse(0, Sentence.asItIs("")));
    }

    @Test
    void aFaultOfOurOwnIsAnAbsence() throws IOException, InterruptedException {
        assertThat(results(guarded("a", LONG, mail -> {
            throw new IllegalStateException("bug");
        }))).singleElement().isInstanceOf(ScanResult.Unavailable.class);
    }

    @Test
    void whoGetsNoThreadHasNotFailed() throws IOException, InterruptedException {
        GuardedScanner scanner = guarded("a", LONG, mail -> VIRUS);
        assertThat(results("a", task -> {
            throw new RejectedExecutionException();
        }, scanner)).singleElement().isInstanceOf(ScanResult.Unavailable.class);
        assertThat(scanner.state()).isEqualTo(new ScannerState.InUse(0, Sentence.asItIs("")));
    }

    @Test
    void anInterruptEndsAllWaiting() {
        GuardedScanner scanner = guarded("a", LONG, ScannersTest::never);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> results(scanner)).isInstanceOf(InterruptedException.class);
        assertThat(scanner.state()).isEqualTo(new ScannerState.InUse(0, Sentence.asItIs("")));
    }

    @Test
    void absenceCountsAsTheRuleSays() {
        Scanned absent = new Scanned(SampleScan.rule("a", LONG, WhenLarger.PASS), new ScanResult.Unavailable("gone"));
        assertThat(absent.isMissed()).isTrue();
        assertThat(absent.isAwaited()).isTrue();
        assertThat(new Scanned(absent.rule(), ScanResult.clean()).isMissed()).isFalse();
    }
}
