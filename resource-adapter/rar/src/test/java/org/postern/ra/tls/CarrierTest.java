package org.postern.ra.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

class CarrierTest {
    private static Socket connection() {
        return new Socket() {
            @Override
            public InputStream getInputStream() {
                return new ByteArrayInputStream(new byte[]{1, 2, 3});
            }
        };
    }

    /** TLS would skip for as long as octets come. */
    @Test
    void whatComesBehindTheEndIsNotLeftToTls() throws IOException {
        InputStream in = new Carrier(connection(), () -> false).getInputStream();
        assertThat(in.available()).isZero();
        assertThat(in.read(new byte[8])).isEqualTo(3);
    }
}
