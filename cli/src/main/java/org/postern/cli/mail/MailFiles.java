package org.postern.cli.mail;

import org.postern.cli.client.Trouble;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Messages that people have kept: folders at any depth, maildirs among them, mbox files, and files of one message. */
final class MailFiles {
    /** What the server takes at most, in octets. */
    static final int LARGEST = 10_000_000;
    private static final int LONGEST_EMPTY = 2;

    private MailFiles() {}

    /** Takes one message, of which no more than one octet beyond the largest is told. */
    interface Taker {
        void take(byte[] message, Path file);
    }

    /** Has all messages taken in there. */
    static void each(Path path, Taker taker) {
        if (!Files.exists(path)) {
            throw Trouble.failed("there is no " + path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)
                    .filter(MailFiles::isMail)
                    .sorted()::iterator) {
                file(file, taker);
            }
        } catch (IOException e) {
            throw Trouble.failed("cannot read " + path + ": " + e.getMessage());
        }
    }

    /** Of a maildir, what is being written, and what a server keeps beside the mail, is none. */
    private static boolean isMail(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        String name = file.getFileName().toString();
        boolean maildir = Files.isDirectory(folder.resolve("cur"));
        return !name.startsWith(".") && !maildir
                && !(folder.endsWith("tmp") && Files.isDirectory(folder.resolveSibling("cur")));
    }

    /** A file whose first line begins as an mbox does has many messages, each behind such a line that follows an empty one. */
    private static void file(Path file, Taker taker) throws IOException {
        try (InputStream octets = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            boolean more = readLine(octets, line);
            boolean mbox = isFrom(line);
            boolean emptyBefore = true;
            while (more || line.size() > 0) {
                boolean begins = mbox && emptyBefore && isFrom(line);
                if (begins) {
                    take(message, file, taker);
                }
                emptyBefore = line.size() <= LONGEST_EMPTY && line.toString(StandardCharsets.ISO_8859_1).isBlank();
                if (!begins && message.size() <= LARGEST) {
                    byte[] text = line.toByteArray();
                    int quoted = mbox ? quoted(text) : 0;
                    message.write(text, quoted, text.length - quoted);
                }
                line.reset();
                more = more && readLine(octets, line);
            }
            take(message, file, taker);
        }
    }

    private static void take(ByteArrayOutputStream message, Path file, Taker taker) {
        if (message.size() > 0) {
            taker.take(message.toByteArray(), file);
            message.reset();
        }
    }

    private static boolean isFrom(ByteArrayOutputStream line) {
        return line.size() > "From ".length() && line.toString(StandardCharsets.ISO_8859_1).startsWith("From ");
    }

    /** {@return 1 where one of the > that were put before From is to be taken away} */
    private static int quoted(byte[] line) {
        int at = 0;
        while (at < line.length && line[at] == '>') {
            at++;
        }
        int length = Math.min("From ".length(), line.length - at);
        return at > 0 && new String(line, at, length, StandardCharsets.ISO_8859_1).equals("From ") ? 1 : 0;
    }

    /** {@return whether there may be more} A line that is too long for a message to be learnt comes in pieces. */
    private static boolean readLine(InputStream octets, ByteArrayOutputStream line) throws IOException {
        int octet = octets.read();
        while (octet >= 0) {
            line.write(octet);
            if (octet == '\n' || line.size() > LARGEST) {
                return true;
            }
            octet = octets.read();
        }
        return false;
    }
}
