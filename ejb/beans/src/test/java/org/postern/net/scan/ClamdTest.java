package org.postern.net.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.ScannerRule.Kind;
import org.postern.scan.Finding;
import org.postern.scan.ScanResult;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

class ClamdTest implements ScannerContract {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    private static byte[] octets(String text) {
        return text.getBytes(US_ASCII);
    }

    @Override
    public Kind kind() {
        return Kind.CLAMD;
    }

    @Override
    public void read(InputStream in, OutputStream out) throws IOException {
        DataInputStream data = new DataInputStream(in);
        assertThat(data.readNBytes(10)).asString(US_ASCII).isEqualTo("zINSTREAM\0");
        for (int length = data.readInt(); length > 0; length = data.readInt()) {
            content.writeBytes(data.readNBytes(length));
        }
    }

    @Override
    public byte[] clean() {
        return octets("stream: OK\0");
    }

    @Override
    public byte[] found() {
        return octets("stream: Eicar-Test-Signature FOUND\0");
    }

    @Override
    public byte[] begun() {
        return octets("stream: ");
    }

    @Test
    void getsTheContentToTheOctet() throws IOException, InterruptedException {
        answered(clean());
        assertThat(content.toByteArray()).isEqualTo(MAIL.content().open().readAllBytes());
    }

    @Test
    void namesAVirusThatWeighsEnoughToRefuse() throws IOException, InterruptedException {
        assertThat(answered(found()))
                .isEqualTo(ScanResult.of(List.of(new Finding("Eicar-Test-Signature", 20, "")), List.of()));
    }

    @Test
    void sizesAboveClamdsOwnAreLikeThoseAboveOurs() throws IOException, InterruptedException {
        assertThat(scan(LARGE, LONG, (in, out) -> {
            in.readNBytes(10_000);
            out.write(octets("INSTREAM size limit exceeded. ERROR\0"));
            out.flush();
            in.skipNBytes(1_000_000);
        })).isInstanceOf(ScanResult.Clean.class)
                .extracting(result -> ((ScanResult.Clean) result).note())
                .asString()
                .contains("larger than");
    }

    @Test
    void whoHasSeenEnoughNeedsNotReadOn() throws IOException, InterruptedException {
        assertThat(scan(LARGE, LONG, (in, out) -> {
            in.readNBytes(10_000);
            out.write(found());
        })).isInstanceOfAny(ScanResult.Found.class, ScanResult.Unavailable.class);
        assertThat(scan(LARGE, LONG, (in, out) -> {
            in.readNBytes(10_000);
            out.write(found());
            out.flush();
            in.skipNBytes(1_000_000);
        })).isInstanceOf(ScanResult.Found.class);
    }

    @Test
    void whatItHasNotReadWholeIsNotClean() throws IOException, InterruptedException {
        assertThat(scan(LARGE, LONG, (in, out) -> {
            in.readNBytes(10_000);
            out.write(clean());
            out.flush();
            in.skipNBytes(1_000_000);
        })).isInstanceOf(ScanResult.Unavailable.class);
    }

    @Test
    void anErrorOfItsOwnSaysNothingOfTheNextMessage() throws IOException, InterruptedException {
        assertThat(answered(octets("stream: Can't allocate memory ERROR\0")))
                .isEqualTo(new ScanResult.Unwilling("it says stream: Can't allocate memory ERROR"));
        assertThat(answered(octets("UNKNOWN COMMAND\0"))).isInstanceOf(ScanResult.Unavailable.class);
    }
}
