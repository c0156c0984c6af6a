package org.postern.client;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Ends each line by CRLF (RFC 5322, 2.3), however it ended before, the last one too. */
final class LinesByCrlf extends FilterOutputStream {
    private int last = '\n';

    LinesByCrlf(OutputStream target) {
        super(target);
    }

    /** {@return whether each line ends so already, and CR, LF and NUL stand nowhere else} */
    static boolean isKept(byte[] octets) {
        boolean afterCr = false;
        for (byte octet : octets) {
            if (octet == 0 || (octet == '\n') != afterCr) {
                return false;
            }
            afterCr = octet == '\r';
        }
        return !afterCr;
    }

    @Override
    public void write(int octet) throws IOException {
        if (octet == '\r' || (octet == '\n' && last != '\r')) {
            end();
        } else if (octet != '\n') {
            out.write(octet);
        }
        last = octet;
    }

    private void end() throws IOException {
        out.write('\r');
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        if (last != '\n' && last != '\r') {
            end();
        }
        super.close();
    }
}
