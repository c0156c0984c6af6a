package org.postern.net.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.config.rule.ScannerAddress;
import org.postern.config.rule.ScannerRule;
import org.postern.config.rule.ScannerRule.Kind;
import org.postern.config.rule.ScannerRule.Options;
import org.postern.scan.Finding;
import org.postern.scan.ScanResult;
import org.postern.scan.Wish;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class SpamdTest implements ScannerContract {
    private String question = "";
    private Optional<String> user = Optional.empty();

    private static byte[] answer(String spam, String symbols) {
        return ("SPAMD/1.1 0 EX_OK\r\nContent-length: " + symbols.length() + "\r\nSpam: " + spam + "\r\n\r\n" + symbols)
                .getBytes(ISO_8859_1);
    }

    @Override
    public Kind kind() {
        return Kind.SPAMD;
    }

    @Override
    public ScannerRule rule(ScannerAddress address, Duration time) {
        ScannerRule usual = ScannerContract.super.rule(address, time);
        return new ScannerRule(usual.name(), usual.kind(), address, usual.limits(),
                new Options(20, 2, user, Optional.empty()));
    }

    @Override
    public void read(InputStream in, OutputStream out) throws IOException {
        question = new String(in.readAllBytes(), ISO_8859_1);
    }

    @Override
    public byte[] clean() {
        return answer("False ; 0.0 / 5.0", "");
    }

    @Override
    public byte[] found() {
        return answer("True ; 1001.5 / 5.0", "GTUBE,MISSING_DATE\r\n");
    }

    @Override
    public byte[] begun() {
        return "SPAMD/1.1 0 EX_OK\r\nContent-length: 5\r\nSpam: ".getBytes(ISO_8859_1);
    }

    @Test
    void saysHowMuchComes() throws IOException, InterruptedException {
        answered(clean());
        String content = new String(MAIL.content().open().readAllBytes(), ISO_8859_1);
        assertThat(question)
                .isEqualTo("SYMBOLS SPAMC/1.5\r\nContent-length: " + content.length() + "\r\n\r\n" + content);
    }

    @Test
    void mayAnswerBeforeItHearsThatThisWasAll() throws IOException, InterruptedException {
        int length = MAIL.content().open().readAllBytes().length;
        int head = ("SYMBOLS SPAMC/1.5\r\nContent-length: " + length + "\r\n\r\n").length();
        for (int i = 0; i < 100; i++) {
            assertThat(scan(MAIL, LONG, (in, out) -> {
                in.readNBytes(head + length);
                out.write(clean());
            })).isEqualTo(ScanResult.clean());
        }
    }

    @Test
    void mayAskForSomebody() throws IOException, InterruptedException {
        user = Optional.of("mail");
        answered(clean());
        assertThat(question).contains("\r\nUser: mail\r\n\r\n");
    }

    @Test
    void multipliesTheScoreAndNamesWhatWasFound() throws IOException, InterruptedException {
        assertThat(answered(found())).isEqualTo(new ScanResult.Found(
                List.of(new Finding("SCORE", 2003, "1001.5 of 5.0 points"), Finding.noted("GTUBE", ""),
                        Finding.noted("MISSING_DATE", "")),
                List.of(new Wish.Mark())));
        assertThat(answered(answer("False ; -1.9 / 5.0", "ALL_TRUSTED"))).isEqualTo(new ScanResult.Found(
                List.of(new Finding("SCORE", -3.8, "-1.9 of 5.0 points"), Finding.noted("ALL_TRUSTED", "")),
                List.of()));
    }

    @Test
    void anErrorOfItsOwnSaysNothingOfTheNextMessage() throws IOException, InterruptedException {
        assertThat(answered("SPAMD/1.0 79 Timeout: processing\r\n".getBytes(ISO_8859_1)))
                .isEqualTo(new ScanResult.Unwilling("it says 79 Timeout: processing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\n", "SPAMD/1.1 0 EX_OK\r\n\r\n", "SPAMD/1.1 0 EX_OK\n\n",
            "SPAMD/1.1 0 EX_OK\r\nContent-length: 0\r\n\r\n", "SPAMD/1.1 0 EX_OK\r\nSpam: True ; 1 / 5\r\n\r\n",
            "SPAMD/1.1 0 EX_OK\r\nContent-length: 999999\r\nSpam: True ; 1 / 5\r\n\r\n",
            "SPAMD/1.1 0 EX_OK\r\nContent-length: 0\r\nSpam: Maybe ; 1 / 5\r\n\r\n",
            "SPAMD/1.1 0 EX_OK\r\nContent-length: 0\r\nSpam: True ; 1e9 / 5\r\n\r\n",
            "SPAMD/1.1 0 EX_OK\r\nContent-length: 0\r\nContent-length: 0\r\nSpam: True ; 1 / 5\r\n\r\n",
            "SPAMD/1.1 0 EX_OK\r\nContent-length: 3\r\nSpam: True ; 1 / 5\r\n\r\na,,", "SPAMD/1.1 x EX_OK\r\n"})
    void readsNothingElseThanTheProtocolSays(String answer) throws IOException, InterruptedException {
        assertThat(answered(answer.getBytes(ISO_8859_1))).isInstanceOf(ScanResult.Unavailable.class);
    }
}
