package org.postern.net.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.config.rule.ScannerAddress;
import org.postern.config.rule.ScannerRule;
import org.postern.config.rule.ScannerRule.Kind;
import org.postern.config.rule.ScannerRule.Options;
import org.postern.config.rule.Secret;
import org.postern.mail.Envelope;
import org.postern.mail.ReversePath;
import org.postern.scan.Finding;
import org.postern.scan.ScanResult;
import org.postern.scan.ScannedMail;
import org.postern.scan.Wish;
import org.postern.sentence.Sentence;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class RspamdTest implements ScannerContract {
    private static final String NOTHING = "{\"action\":\"no action\",\"score\":0,\"symbols\":{}}";

    private String head = "";
    private String body = "";
    private Optional<Secret> password = Optional.empty();

    private static ScanResult absence(String status) {
        return new ScanResult.Unavailable(Sentence.form("httpStatusX", "status {0}").with(status));
    }

    private static byte[] answer(String status, String json) {
        return ("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length()
                + "\r\n\r\n"
                + json).getBytes(ISO_8859_1);
    }

    private ScanResult json(String json) throws IOException, InterruptedException {
        return answered(answer("200 OK", json));
    }

    @Override
    public Kind kind() {
        return Kind.RSPAMD;
    }

    @Override
    public ScannerRule rule(ScannerAddress address, Duration time) {
        ScannerRule usual = ScannerContract.super.rule(address, time);
        return new ScannerRule(usual.name(), usual.kind(), address, usual.limits(),
                new Options(20, 0.5, Optional.empty(), password));
    }

    @Override
    public void read(InputStream in, OutputStream out) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("gone");
            }
            read.append((char) octet);
        }
        head = read.toString();
        int length = head.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                .findFirst()
                .orElseThrow();
        body = new String(in.readNBytes(length), ISO_8859_1);
    }

    @Override
    public byte[] clean() {
        return answer("200 OK", NOTHING);
    }

    @Override
    public byte[] found() {
        return answer("200 OK",
                """
                        {"action":"reject","score":15.5,"required_score":15,"messages":{"smtp_message":"Gtube\\nhere"},"symbols":{
                         "GTUBE":{"name":"GTUBE","score":0.0},
                         "MISSING_DATE":{"name":"MISSING_DATE","score":1.0,"options":["a","b"]}}}""");
    }

    @Override
    public byte[] begun() {
        return "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"a\":\"".getBytes(ISO_8859_1);
    }

    @Test
    void tellsWhoseMessageItIs() throws IOException, InterruptedException {
        answered(clean());
        assertThat(head).startsWith("POST /checkv2 HTTP/1.1\r\n")
                .contains("\r\nIP: 192.0.2.7\r\n", "\r\nHelo: client.example\r\n", "\r\nFrom: alice@home.example\r\n",
                        "\r\nRcpt: orders@app.example\r\n", "\r\nQueue-Id: 0123456789ABCDEF\r\n")
                .doesNotContain("Password", "User:", "Transfer-Encoding");
        assertThat(body).isEqualTo(new String(MAIL.content().open().readAllBytes(), ISO_8859_1));
    }

    @Test
    void hasNoTroubleWithASenderThatIsNoneAndLettersThatHttpLacks() throws IOException, InterruptedException {
        Envelope envelope = MAIL.envelope();
        ScannedMail mail = new ScannedMail(MAIL.queueId(), MAIL.server(), MAIL.client(), Optional.of("a.example"),
                Optional.of("h\u00fclle\r\nX: y"), Optional.of("j\u00f6rg"), envelope.from(ReversePath.NULL),
                MAIL.content());
        assertThat(scan(mail, LONG, (in, out) -> {
            read(in, out);
            out.write(clean());
        })).isEqualTo(ScanResult.clean());
        assertThat(head).contains("\r\nHelo: h?lle??X: y\r\n", "\r\nUser: j?rg\r\n", "\r\nFrom: \r\n",
                "\r\nHostname: a.example\r\n");
    }

    @Test
    void mayKnowAPassword(@TempDir Path folder) throws IOException, InterruptedException {
        password = Optional.of(new Secret.File(Files.writeString(folder.resolve("secret"), "opensesame\n")));
        answered(clean());
        assertThat(head).contains("\r\nPassword: opensesame\r\n");
        password = Optional.of(new Secret.File(folder.resolve("none")));
        assertThat(answered(clean())).isInstanceOf(ScanResult.Unavailable.class);
    }

    @Test
    void weighsSymbolsSoThatTheyAddUpToTheScore() throws IOException, InterruptedException {
        assertThat(answered(found())).isEqualTo(new ScanResult.Found(
                List.of(new Finding("REST_OF_SCORE", 7.25, "of 15.5 points"), new Finding("GTUBE", 0, ""),
                        new Finding("MISSING_DATE", 0.5, "a, b")),
                List.of(new Wish.Reject(Optional.of(Reply.of(550, "5.7.1", "Gtube?here"))))));
    }

    @ParameterizedTest
    @CsvSource({"soft reject,Defer", "greylist,Greylist", "add header,Mark", "rewrite subject,Mark",
            "quarantine,Quarantine", "discard,Discard", "reject,Reject"})
    void anActionIsAWish(String action, String wish) throws IOException, InterruptedException {
        ScanResult result = json(NOTHING.replace("no action", action));
        assertThat(((ScanResult.Found) result).wishes()).singleElement()
                .satisfies(one -> assertThat(one.getClass().getSimpleName()).isEqualTo(wish));
    }

    @Test
    void anActionOfAnOperatorsOwnIsToldAndNotGuessedAt() throws IOException, InterruptedException {
        assertThat(json(NOTHING.replace("no action", "bill")))
                .isEqualTo(ScanResult.of(List.of(Finding.noted("ACTION_OF_ITS_OWN", "bill")), List.of()));
    }

    @Test
    void whatItSkipsTheRestOfMayBeTheWorst() throws IOException, InterruptedException {
        assertThat(json("""
                {"is_skipped":true,"score":15.0,"action":"reject","symbols":{"GTUBE":{"name":"GTUBE","score":0.0}}}"""))
                .isEqualTo(new ScanResult.Found(
                        List.of(new Finding("REST_OF_SCORE", 7.5, "of 15.0 points"), new Finding("GTUBE", 0, "")),
                        List.of(new Wish.Reject(Optional.empty()))));
        assertThat(json("{\"is_skipped\":true,\"score\":0,\"action\":\"no action\",\"symbols\":{}}"))
                .isEqualTo(ScanResult.clean());
    }

    @Test
    void goesNowhereElse() throws IOException, InterruptedException {
        try (ScriptedServer elsewhere = new ScriptedServer((in, out) -> {
            read(in, out);
            out.write(clean());
        })) {
            String moved = "HTTP/1.1 302 Found\r\nLocation: http://" + elsewhere.address()
                    + "/\r\nContent-Length: 0\r\n\r\n";
            assertThat(answered(moved.getBytes(ISO_8859_1))).isEqualTo(absence("302"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"action\":1,\"score\":0}", "{\"action\":\"reject\"}", "{\"score\":0}",
            "{\"action\":\"reject\",\"score\":\"0\"}", "{\"action\":\"reject\",\"score\":1e999}",
            "{\"action\":\"reject\",\"score\":1e999999999999}",
            "{\"action\":\"reject\",\"score\":0,\"symbols\":[]}",
            "{\"action\":\"reject\",\"score\":0,\"symbols\":{\"A\":1}}",
            "{\"action\":\"reject\",\"score\":0,\"symbols\":{\"\":{\"score\":1}}}",
            "{\"action\":\"reject\",\"score\":0,\"symbols\":{\"A\":{\"score\":1,\"options\":{}}}}"})
    void readsNothingThatIsNoAnswer(String json) throws IOException, InterruptedException {
        assertThat(json(json)).isInstanceOf(ScanResult.Unavailable.class);
    }

    @Test
    void isNotLedIntoDepths() throws IOException, InterruptedException {
        assertThat(json("{\"a\":" + "[".repeat(100_000))).isInstanceOf(ScanResult.Unavailable.class);
    }

    @Test
    void anErrorIsAnAbsenceUnlessTheMessageIsTooLarge() throws IOException, InterruptedException {
        assertThat(answered(answer("503 Busy", "{\"error\":\"busy\"}")))
                .isEqualTo(absence("503"));
        assertThat(answered(answer("413 Large", "{}"))).isInstanceOf(ScanResult.Clean.class);
    }
}
