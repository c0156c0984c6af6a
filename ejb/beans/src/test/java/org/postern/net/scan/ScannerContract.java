package org.postern.net.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postern.config.rule.ScannerAddress;
import org.postern.config.rule.ScannerRule;
import org.postern.config.rule.ScannerRule.Kind;
import org.postern.config.rule.ScannerRule.Limits;
import org.postern.config.rule.ScannerRule.Options;
import org.postern.mail.Content;
import org.postern.net.scan.ScriptedServer.Script;
import org.postern.scan.SampleScan;
import org.postern.scan.ScanResult;
import org.postern.scan.ScannedMail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/** What every scanner is held to, whatever stands on the other side. */
@Timeout(60)
interface ScannerContract {
    Executor THREADS = task -> Thread.ofVirtual().start(task);
    Duration LONG = Duration.ofSeconds(30);
    Duration SHORT = Duration.ofMillis(300);
    ScannedMail MAIL = SampleScan.mail("From: a@home.example\r\nSubject: x\r\n\r\nHello\r\n");
    /** More than the buffers of all sockets between us hold. */
    ScannedMail LARGE = SampleScan.mail("Subject: x\r\n\r\n" + ("a".repeat(998) + "\r\n").repeat(20_000));

    /** {@return how it is spoken to} */
    Kind kind();

    /** Reads the question, to where an answer is due. */
    void read(InputStream in, OutputStream out) throws IOException;

    /** {@return an answer that says that the message is clean} */
    byte[] clean();

    /** {@return an answer that has found something} */
    byte[] found();

    /** {@return the beginning of an answer, of a part that may have any length} */
    byte[] begun();

    /** {@return the scanner under test, of the kind that is due} */
    default ScannerRule rule(ScannerAddress address, Duration time) {
        Limits usual = kind().usual();
        return new ScannerRule("tested", kind(), address,
                new Limits(time, Long.MAX_VALUE, 10, usual.whenAbsent(), usual.whenLarger()), Options.USUAL);
    }

    /** {@return what it says of a message to a server that plays this} */
    default ScanResult scan(ScannedMail mail, Duration time, Script script) throws IOException, InterruptedException {
        try (ScriptedServer server = new ScriptedServer(script)) {
            return ScannerFactory.scanner(rule(server.address(), time), THREADS).scan(mail);
        }
    }

    /** {@return what it makes of this answer} */
    default ScanResult answered(byte[] answer) throws IOException, InterruptedException {
        return scan(MAIL, LONG, (in, out) -> {
            read(in, out);
            out.write(answer);
        });
    }

    private void isUnavailable(ScanResult result) {
        assertThat(result).isInstanceOf(ScanResult.Unavailable.class);
        assertThat(((ScanResult.Unavailable) result).reason()).asString().isNotBlank();
    }

    private static void silence() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    default void tellsWhatIsClean() throws IOException, InterruptedException {
        assertThat(answered(clean())).isEqualTo(ScanResult.clean());
    }

    @Test
    default void tellsWhatIsNot() throws IOException, InterruptedException {
        assertThat(answered(found())).isInstanceOf(ScanResult.Found.class);
    }

    @Test
    default void takesAMessageThatNoBufferHolds() throws IOException, InterruptedException {
        assertThat(scan(LARGE, LONG, (in, out) -> {
            read(in, out);
            out.write(clean());
        })).isEqualTo(ScanResult.clean());
    }

    @Test
    default void takesAnAnswerOctetByOctet() throws IOException, InterruptedException {
        assertThat(scan(MAIL, LONG, (in, out) -> {
            read(in, out);
            for (byte octet : clean()) {
                out.write(octet);
                out.flush();
            }
        })).isEqualTo(ScanResult.clean());
    }

    @Test
    default void isAbsentWhereNobodyListens() throws IOException, InterruptedException {
        isUnavailable(ScannerFactory.scanner(rule(ScriptedServer.nobody(), LONG), THREADS).scan(MAIL));
    }

    @Test
    default void isAbsentWhereNobodyAnswers() throws IOException, InterruptedException {
        isUnavailable(scan(MAIL, SHORT, (in, out) -> silence()));
    }

    @Test
    default void isAbsentWhereNobodyReads() throws IOException, InterruptedException {
        isUnavailable(scan(LARGE, SHORT, (in, out) -> silence()));
    }

    @Test
    default void isAbsentWhereTheAnswerDoesNotCome() throws IOException, InterruptedException {
        isUnavailable(scan(MAIL, SHORT, (in, out) -> {
            read(in, out);
            silence();
        }));
    }

    @Test
    default void hasOneTimeForAllOctetsOfAnAnswer() throws IOException, InterruptedException {
        isUnavailable(scan(MAIL, SHORT, (in, out) -> {
            read(in, out);
            out.write(begun());
            while (true) {
                out.write('a');
                out.flush();
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }));
    }

    @Test
    default void readsNoAnswerWithoutAnEnd() throws IOException, InterruptedException {
        byte[] more = new byte[65_536];
        Arrays.fill(more, (byte) 'a');
        isUnavailable(scan(MAIL, LONG, (in, out) -> {
            read(in, out);
            out.write(begun());
            while (true) {
                out.write(more);
            }
        }));
    }

    @Test
    default void isAbsentWhereItDiesAtOnce() throws IOException, InterruptedException {
        isUnavailable(scan(LARGE, LONG, (in, out) -> in.readNBytes(10)));
        isUnavailable(scan(MAIL, LONG, (in, out) -> in.close()));
    }

    @Test
    default void isAbsentWhereItDiesInTheMiddleOfAnAnswer() throws IOException, InterruptedException {
        for (int length = 0; length < clean().length; length++) {
            isUnavailable(answered(Arrays.copyOf(clean(), length)));
        }
    }

    @Test
    default void doesNotTakeContentThatCannotBeReadForItsFault() {
        ScannedMail unreadable = SampleScan.mail(new Content() {
            @Override
            public long size() {
                return 1000;
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("disk");
            }
        });
        assertThatThrownBy(() -> scan(unreadable, LONG, (in, out) -> read(in, out))).isInstanceOf(IOException.class);
    }

    @Test
    default void endsItsWaitingWhenItIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> scan(MAIL, LONG, (in, out) -> silence())).isInstanceOf(InterruptedException.class);
    }

    @Test
    default void makesSomethingOfEveryAnswer() throws IOException, InterruptedException {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] answer = round % 3 == 0
                    ? new byte[random.nextInt(100)]
                    : (round % 3 == 1 ? clean() : found()).clone();
            if (round % 3 == 0) {
                random.nextBytes(answer);
            }
            for (int i = random.nextInt(4); i > 0 && answer.length > 0; i--) {
                answer[random.nextInt(answer.length)] = (byte) random.nextInt(256);
            }
            assertThat(answered(answer)).as("round %s", round).isNotNull();
        }
    }
}
