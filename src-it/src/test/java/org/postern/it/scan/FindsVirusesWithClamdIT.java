package org.postern.it.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.postern.it.harness.Daemon;
import org.postern.scan.Finding;
import org.postern.scan.ScanResult;
import org.postern.scan.Scanned;
import org.postern.scan.ScannerState;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** ClamAV's daemon with one signature, of our own: that of the file which all who look for viruses agree to find. */
@TestMethodOrder(MethodName.class)
class FindsVirusesWithClamdIT {
    private static final String PROGRAM = "/usr/sbin/clamd";
    /** In two parts, so that nobody finds it here. */
    private static final String EICAR = String.join("EICAR-STANDARD-", "X5O!P%@AP[4\\PZX54(P^)7CC)7}$",
            "ANTIVIRUS-TEST-FILE!$H+H*");
    private static final ScanResult FOUND = ScanResult
            .of(List.of(new Finding("Postern.Test.Eicar.UNOFFICIAL", 20, "")), List.of());

    private static final Daemon CLAMD = new Daemon();
    private static Asked byTcp;
    private static Asked bySocket;

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of(PROGRAM)), "clamd is not installed");
        CLAMD.write("own.ndb", "Postern.Test.Eicar:0:*:" + HexFormat.of().formatHex(EICAR.getBytes(US_ASCII)) + "\n");
        String configuration = CLAMD.write("clamd.conf", """
                Foreground yes
                DatabaseDirectory $FOLDER
                TemporaryDirectory $FOLDER
                TCPAddr 127.0.0.1
                TCPSocket $PORT
                LocalSocket $FOLDER/clamd.sock
                StreamMaxLength 100K
                """);
        CLAMD.start(List.of(PROGRAM, "-c", configuration));
        String table = """
                [[scanner]]
                name = "clamd"
                kind = "clamd"
                address = "%s"
                time-limit = "2s"
                """;
        byTcp = new Asked(CLAMD.folder(), table.formatted("127.0.0.1:" + CLAMD.port()));
        bySocket = new Asked(CLAMD.folder(), table.formatted("unix:" + CLAMD.folder().resolve("clamd.sock")));
    }

    @AfterAll
    static void stop() {
        CLAMD.close();
    }

    private static String attached(byte[] octets) {
        return Asked.HEADER + """
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="xx"

                --xx
                Content-Type: text/plain

                Please find the order attached.
                --xx
                Content-Type: application/octet-stream; name="order.bin"
                Content-Transfer-Encoding: base64

                """ + Base64.getMimeEncoder(76, new byte[]{'\n'}).encodeToString(octets) + "\n--xx--\n";
    }

    @Test
    void aCleanMessageIsClean() throws IOException, InterruptedException {
        assertThat(byTcp.of(attached("an order".getBytes(US_ASCII)))).isEqualTo(ScanResult.clean());
        assertThat(bySocket.of(Asked.HEADER + "\nAn order\n")).isEqualTo(ScanResult.clean());
    }

    @Test
    void aVirusIsFoundAsItIs() throws IOException, InterruptedException {
        assertThat(byTcp.of(Asked.HEADER + "\n" + EICAR + "\n")).isEqualTo(FOUND);
        assertThat(bySocket.of(Asked.HEADER + "\n" + EICAR + "\n")).isEqualTo(FOUND);
    }

    @Test
    void aVirusIsFoundInBase64() throws IOException, InterruptedException {
        assertThat(byTcp.of(attached(EICAR.getBytes(US_ASCII)))).isEqualTo(FOUND);
    }

    @Test
    void aVirusIsFoundInAZip() throws IOException, InterruptedException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            zip.putNextEntry(new ZipEntry("order.com"));
            zip.write(EICAR.getBytes(US_ASCII));
        }
        assertThat(bySocket.of(attached(octets.toByteArray()))).isEqualTo(FOUND);
    }

    @Test
    void whatIsTooLargeForItIsToldAndPassed() throws IOException, InterruptedException {
        String large = Asked.HEADER + "\n" + "An order\n".repeat(200_000);
        assertThat(byTcp.of(large)).isInstanceOf(ScanResult.Clean.class).isNotEqualTo(ScanResult.clean());
        assertThat(bySocket.of(large)).isInstanceOf(ScanResult.Clean.class).isNotEqualTo(ScanResult.clean());
    }

    @Test
    void whileItDoesNothingMailIsToWait() throws IOException, InterruptedException {
        CLAMD.halt();
        Scanned absent = byTcp.all(Asked.HEADER + "\nAn order\n").getFirst();
        assertThat(absent.result()).isInstanceOf(ScanResult.Unavailable.class);
        assertThat(absent.isAwaited()).isTrue();
        CLAMD.goOn();
        assertThat(byTcp.of(Asked.HEADER + "\n" + EICAR + "\n")).isEqualTo(FOUND);
    }

    /** By its name the last one. */
    @Test
    void zWhenItDiesItIsLeftOut() throws IOException, InterruptedException, ExecutionException {
        CLAMD.halt();
        FutureTask<ScanResult> underWay = new FutureTask<>(() -> byTcp.of(Asked.HEADER + "\nAn order\n"));
        Thread.ofVirtual().start(underWay);
        CLAMD.kill();
        assertThat(underWay.get()).isInstanceOf(ScanResult.Unavailable.class);
        for (int i = 0; i < 4; i++) {
            assertThat(byTcp.of(Asked.HEADER + "\nAn order\n")).isInstanceOf(ScanResult.Unavailable.class);
        }
        assertThat(byTcp.scanners().all().getFirst().state()).isInstanceOf(ScannerState.LeftOut.class);
    }
}
