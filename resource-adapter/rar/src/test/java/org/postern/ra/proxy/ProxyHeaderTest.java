package org.postern.ra.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** What a proxy may say, and what is not taken for it. */
class ProxyHeaderTest {
    private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";
    private static final String IPV4 = SIGNATURE + "2111000c" + "c0000201" + "c0000202" + "9c40" + "0019";
    private static final String IPV6 = SIGNATURE + "21210024" + "20010db8000000000000000000000001"
            + "20010db8000000000000000000000002" + "9c40" + "0019";
    private static final String TEXT = "PROXY TCP4 192.0.2.1 192.0.2.2 40000 25\r\n";

    private static ProxyHeader read(byte[] octets) throws IOException {
        return ProxyHeader.read(new ByteArrayInputStream(octets));
    }

    private static ProxyHeader readText(String text) throws IOException {
        return read(text.getBytes(ISO_8859_1));
    }

    private static ProxyHeader readHex(String hex) throws IOException {
        return read(HexFormat.of().parseHex(hex));
    }

    private static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), port);
    }

    @Test
    void aLineNamesClientAndServer() throws IOException {
        assertThat(readText(TEXT)).isEqualTo(ProxyHeader.of(at("192.0.2.1", 40_000), at("192.0.2.2", 25)));
        assertThat(readText("PROXY TCP6 2001:db8::1 2001:db8::2 40000 25\r\n"))
                .isEqualTo(ProxyHeader.of(at("2001:db8::1", 40_000), at("2001:db8::2", 25)));
    }

    @Test
    void theBinaryFormNamesThemAsWell() throws IOException {
        assertThat(readHex(IPV4)).isEqualTo(ProxyHeader.of(at("192.0.2.1", 40_000), at("192.0.2.2", 25)));
        assertThat(readHex(IPV6)).isEqualTo(ProxyHeader.of(at("2001:db8::1", 40_000), at("2001:db8::2", 25)));
    }

    @Test
    void aConnectionOfTheProxysOwnNamesNobody() throws IOException {
        assertThat(readText("PROXY UNKNOWN\r\n").client()).isEmpty();
        assertThat(readText("PROXY UNKNOWN ffff::1 ffff::2 65535 65535\r\n").client()).isEmpty();
        assertThat(readHex(SIGNATURE + "20000000").client()).isEmpty();
        assertThat(readHex(SIGNATURE + "21000003010203").client()).isEmpty();
    }

    @Test
    void whatFollowsIsLeftToTheSession() throws IOException {
        for (byte[] header : List.of(TEXT.getBytes(ISO_8859_1), HexFormat.of().parseHex(IPV4))) {
            byte[] all = (new String(header, ISO_8859_1) + "EHLO").getBytes(ISO_8859_1);
            ByteArrayInputStream in = new ByteArrayInputStream(all);
            ProxyHeader.read(in);
            assertThat(in.readAllBytes()).isEqualTo("EHLO".getBytes(ISO_8859_1));
        }
    }

    @Test
    void moreThanTheAddressesIsPassedOver() throws IOException {
        assertThat(readHex(SIGNATURE + "21110010" + IPV4.substring(32) + "04000100").client())
                .contains(at("192.0.2.1", 40_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EHLO client.example\r\n", "PROXY TCP4 192.0.2.1 192.0.2.2 40000\r\n",
            "PROXY TCP4 192.0.2.1 192.0.2.2 40000 65536\r\n", "PROXY TCP4 192.0.2.1 192.0.2.2 -1 25\r\n",
            "PROXY TCP4 2001:db8::1 192.0.2.2 40000 25\r\n", "PROXY TCP6 192.0.2.1 192.0.2.2 40000 25\r\n",
            "PROXY TCP4  192.0.2.1 192.0.2.2 40000 25\r\n", "PROXY TCP4 localhost 192.0.2.2 40000 25\r\n",
            "PROXY UDP4 192.0.2.1 192.0.2.2 40000 25\r\n", "PROXY UNKNOWNX\r\n",
            "PROXY TCP4 192.0.2.1 192.0.2.2 40000 25\n"})
    void whatIsNoHeaderIsRefused(String line) {
        assertThatThrownBy(() -> readText(line)).isInstanceOf(IOException.class);
    }

    @Test
    void aBinaryHeaderOfAnotherVersionCommandOrFamilyIsRefused() {
        for (String fixed : List.of("1111000c", "2211000c", "2112000c", "2131000c", "21110004", "2111ffff")) {
            assertThatThrownBy(() -> readHex(SIGNATURE + fixed + IPV4.substring(32))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void anEndlessLineIsNotReadToItsEnd() {
        ByteArrayInputStream in = new ByteArrayInputStream(("PROXY " + "x".repeat(10_000)).getBytes(ISO_8859_1));
        assertThatThrownBy(() -> ProxyHeader.read(in)).isInstanceOf(NotAHeaderException.class);
        assertThat(in.available()).isGreaterThan(9_800);
    }

    @Test
    void whateverComesIsAHeaderOrAnIoException() {
        Random random = new Random(20_260_101);
        List<byte[]> seeds = List.of(TEXT.getBytes(ISO_8859_1), HexFormat.of().parseHex(IPV4),
                HexFormat.of().parseHex(IPV6));
        for (int i = 0; i < 50_000; i++) {
            byte[] octets = seeds.get(i % seeds.size()).clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(read(octets)).isNotNull();
            } catch (IOException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }
}
