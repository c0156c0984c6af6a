package org.postern.net.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.postern.config.rule.ScannerRule;
import org.postern.mail.Content;
import org.postern.scan.Finding;
import org.postern.scan.GuardedScanner;
import org.postern.scan.ScanResult;
import org.postern.scan.ScannedMail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * ClamAV's daemon, asked by INSTREAM (clamd(8)): the content in chunks that each begin with their length, the last of length 0. Keeps
 * {@value #CHUNK} octets of a message in memory, and reads no answer above {@value #MOST_ANSWER} octets.
 */
final class Clamd extends SocketScanner {
    private static final int CHUNK = 32_768;
    private static final int MOST_ANSWER = 4096;
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(US_ASCII);
    private static final String STREAM = "stream: ";
    private static final String FOUND = " FOUND";
    private static final String ERROR = " ERROR";

    Clamd(ScannerRule rule) {
        super(rule);
    }

    @Override
    ScanResult ask(ScannerSocket socket, ScannedMail mail) throws ScannerFault, IOException, InterruptedException {
        socket.send(COMMAND, 0, COMMAND.length);
        boolean whole = stream(mail.content(), socket);
        return result(new String(socket.until(0, MOST_ANSWER), US_ASCII), whole);
    }

    private static boolean stream(Content content, ScannerSocket socket)
            throws ScannerFault, IOException, InterruptedException {
        byte[] chunk = new byte[Integer.BYTES + CHUNK];
        try (InputStream octets = content.open()) {
            while (true) {
                int length = octets.readNBytes(chunk, Integer.BYTES, CHUNK);
                ByteBuffer.wrap(chunk).putInt(length);
                boolean sent = socket.sendUnlessAnswered(chunk, 0, Integer.BYTES + length);
                if (length == 0 || !sent) {
                    return sent;
                }
            }
        }
    }

    /** {@return what an answer means} Of what has not all been read, nobody can say that it is clean. */
    private ScanResult result(String answer, boolean whole) throws ScannerFault {
        if (answer.equals(STREAM + "OK") && whole) {
            return ScanResult.clean();
        }
        int name = answer.length() - STREAM.length() - FOUND.length();
        if (answer.startsWith(STREAM) && answer.endsWith(FOUND) && name > 0) {
            String virus = answer.substring(STREAM.length(), STREAM.length() + name);
            return ScanResult.of(List.of(new Finding(virus, rule().options().weight(), "")), List.of());
        }
        if (answer.startsWith("INSTREAM size limit exceeded")) {
            return GuardedScanner.tooLarge(rule().limits());
        }
        if (answer.endsWith(ERROR)) {
            return new ScanResult.Unwilling("it says " + answer);
        }
        throw new ScannerFault(ScannerFault.NONE_BUT.with(answer));
    }
}
