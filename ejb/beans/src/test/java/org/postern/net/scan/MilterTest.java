package org.postern.net.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.config.rule.ScannerRule.Kind;
import org.postern.scan.Finding;
import org.postern.scan.SampleScan;
import org.postern.scan.ScanResult;
import org.postern.scan.Wish;
import org.postern.smtp.Reply;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class MilterTest implements ScannerContract {
    private static final String STEPS = "CHMRTLNB";

    private final List<String> heard = new ArrayList<>();
    private final Map<Character, byte[]> answers = new HashMap<>();
    private int actions = 0x1;
    private int protocol;

    private static byte[] packet(char command, String data) {
        byte[] octets = data.getBytes(ISO_8859_1);
        return ByteBuffer.allocate(5 + octets.length)
                .putInt(1 + octets.length)
                .put((byte) command)
                .put(octets)
                .array();
    }

    private static byte[] all(byte[]... packets) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] one : packets) {
            all.writeBytes(one);
        }
        return all.toByteArray();
    }

    @Override
    public Kind kind() {
        return Kind.MILTER;
    }

    @Override
    public void read(InputStream in, OutputStream out) throws IOException {
        DataInputStream data = new DataInputStream(in);
        heard.clear();
        while (true) {
            int length = data.readInt();
            char command = (char) data.read();
            String text = new String(data.readNBytes(length - 1), UTF_8);
            heard.add(command + text.replace('\0', '|'));
            if (command == 'E') {
                return;
            }
            if (command == 'O') {
                out.write(ByteBuffer.allocate(17)
                        .putInt(13)
                        .put((byte) 'O')
                        .putInt(6)
                        .putInt(actions)
                        .putInt(protocol)
                        .array());
            } else if (STEPS.indexOf(command) >= 0) {
                out.write(answers.getOrDefault(command, packet('c', "")));
            }
        }
    }

    @Override
    public byte[] clean() {
        return packet('c', "");
    }

    @Override
    public byte[] found() {
        return all(packet('p', ""), packet('h', "X-Spam\0yes,\n\tvery\0"), packet('q', "odd\0"), packet('a', ""));
    }

    @Override
    public byte[] begun() {
        return new byte[]{0, 0, (byte) 200, 0, 'h'};
    }

    private List<Wish> wishes(byte[] answer) throws IOException, InterruptedException {
        return ((ScanResult.Found) answered(answer)).wishes();
    }

    @Test
    void hearsAWholeSession() throws IOException, InterruptedException {
        answered(clean());
        assertThat(heard.subList(1, heard.size())).containsExactly(
                "DCj|mx.example.net|{daemon_name}|mx.example.net|{client_addr}|192.0.2.7|",
                "C[192.0.2.7]|4\u009cY192.0.2.7|".replace("\u009c", "\ufffd"), "Hclient.example|",
                "DMi|0123456789ABCDEF|{mail_addr}|alice@home.example|{auth_authen}||", "M<alice@home.example>|",
                "DR{rcpt_addr}|orders@app.example|", "R<orders@app.example>|", "DTi|0123456789ABCDEF|", "T",
                "LFrom|a@home.example|", "LSubject|x|", "N", "BHello\r\n", "DEi|0123456789ABCDEF|", "E");
    }

    @Test
    void mayBeSparedWhatItDoesNotWantToHear() throws IOException, InterruptedException {
        protocol = 0x1 | 0x2 | 0x8 | 0x10 | 0x80 | 0x100000;
        answers.put('L', new byte[0]);
        assertThat(answered(clean())).isEqualTo(ScanResult.clean());
        assertThat(heard).noneMatch(one -> "CHRB".indexOf(one.charAt(0)) >= 0)
                .contains("LFrom| a@home.example|");
    }

    @Test
    void tellsFoldedFieldsAsMiltersKnowThem() throws IOException, InterruptedException {
        scan(SampleScan.mail("A :1\r\n\t2\r\nB: \0x\r\nno field\r\n\r\nbody\r\n"), LONG, (in, out) -> {
            read(in, out);
            out.write(clean());
        });
        assertThat(heard).contains("LA|1\n\t2|", "LB| x|", "Bno field\r\n\r\nbody\r\n");
    }

    @Test
    void mayHaveReadEnoughOfTheBody() throws IOException, InterruptedException {
        protocol = 0x400;
        answers.put('B', packet('s', ""));
        assertThat(scan(LARGE, LONG, (in, out) -> {
            read(in, out);
            out.write(clean());
        })).isEqualTo(ScanResult.clean());
        assertThat(heard).filteredOn(one -> one.startsWith("B")).hasSize(1);
    }

    @Test
    void wishesForFieldsAndForAPerson() throws IOException, InterruptedException {
        assertThat(wishes(found())).containsExactly(new Wish.AddField("X-Spam", "yes,\r\n\tvery"),
                new Wish.Quarantine("odd"));
        assertThat(wishes(all(packet('i', "\0\0\0\1A\0 b\0"), packet('c', ""))))
                .containsExactly(new Wish.AddField("A", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "m", "+", "-", "e", "2"})
    void changesNothingThatHasArrived(String command) throws IOException, InterruptedException {
        byte[] change = packet(command.charAt(0), "x\0");
        assertThat(answered(all(change, found()))).isInstanceOf(ScanResult.Unwilling.class);
        assertThat(wishes(all(change, packet('r', "")))).containsExactly(new Wish.Reject(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Spam\0yes\nBcc: all\0", "X Spam\0yes\0", "X\0", "X\0yes\0more\0", "", "\0\0",
            "X\0\u00ff\0"})
    void addsNothingThatIsNotOneField(String field) throws IOException, InterruptedException {
        assertThat(answered(all(packet('h', field), packet('c', "")))).isInstanceOf(ScanResult.Unwilling.class);
    }

    @ParameterizedTest
    @CsvSource({"r,Reject", "t,Defer", "d,Discard", "f,Defer", "4,Defer"})
    void decidesAtEachStep(char command, String wish) throws IOException, InterruptedException {
        for (int i = 0; i < STEPS.length(); i++) {
            answers.clear();
            answers.put(STEPS.charAt(i), packet(command, ""));
            assertThat(wishes(clean())).as("at %s", STEPS.charAt(i))
                    .singleElement()
                    .satisfies(one -> assertThat(one.getClass().getSimpleName()).isEqualTo(wish));
        }
        answers.clear();
        assertThat(wishes(packet(command, ""))).hasSize(1);
    }

    @Test
    void repliesInItsOwnWordsWhichAreNotTrusted() throws IOException, InterruptedException {
        assertThat(wishes(packet('y', "550 5.7.1 No \u0007thanks\r\n550 5.7.1 more\0")))
                .containsExactly(new Wish.Reject(Optional.of(Reply.of(550, "5.7.1", "No ?thanks"))));
        assertThat(wishes(packet('y', "421 4.3.2 Bye\0")))
                .containsExactly(new Wish.Defer(Optional.of(Reply.of(451, "4.3.2", "Bye"))));
        assertThat(wishes(packet('y', "550 4.3.2 No\0")))
                .containsExactly(new Wish.Reject(Optional.of(Reply.of(550, "No"))));
        assertThat(answered(packet('y', "250 Ok\0"))).isInstanceOf(ScanResult.Unavailable.class);
    }

    @Test
    void aRecipientMayBeRefusedWithoutTheOthers() throws IOException, InterruptedException {
        answers.put('R', all(packet('y', "550 Unknown\0")));
        assertThat(answered(clean())).isEqualTo(
                new ScanResult.Found(List.of(Finding.noted("RECIPIENT_REFUSED", "orders@app.example")),
                        List.of(new Wish.Reject(Optional.of(Reply.of(550, "Unknown"))))));
    }

    @Test
    void whoWantsMoreThanAMilterMayIsNotAsked() throws IOException, InterruptedException {
        actions = 0x2;
        assertThat(answered(clean())).isInstanceOf(ScanResult.Unwilling.class);
        assertThat(heard).hasSize(1);
    }

    @Test
    void wishesHaveAnEnd() throws IOException, InterruptedException {
        byte[] many = new byte[0];
        for (int i = 0; i <= ScanResult.Found.MOST_WISHES; i++) {
            many = all(many, packet('h', "A\0b\0"));
        }
        assertThat(answered(many)).isInstanceOf(ScanResult.Unavailable.class);
    }
}
