package org.postern.it.kills;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Optional;

/**
 * One connection to a {@link TakingSink}. A client that is killed with a reply unread leaves a reset behind; one that had read all, an end
 * of the stream (on Linux).
 */
final class SinkSession implements Runnable {
    private final TakingSink sink;
    private final Socket socket;
    private final int life;
    private Optional<Taking.Progress> told = Optional.empty();

    SinkSession(TakingSink sink, Socket socket, int life) {
        this.sink = sink;
        this.socket = socket;
        this.life = life;
    }

    @Override
    public void run() {
        try (socket;
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
                OutputStream out = socket.getOutputStream()) {
            socket.setTcpNoDelay(true);
            say(out, "220 sink.example ESMTP");
            String line = next(in);
            while (!line.isEmpty()) {
                answer(line.toUpperCase(Locale.ROOT), in, out);
                line = next(in);
            }
        } catch (IOException cut) {
            // with a reply that was not read, or within a message that was not taken
        }
    }

    /** {@return the next line, empty at the end of the stream; both mean that the last reply was read} */
    private String next(BufferedReader in) throws IOException {
        String line = in.readLine();
        told.ifPresent(Taking.Progress::read);
        told = Optional.empty();
        return line == null ? "" : line;
    }

    private void answer(String command, BufferedReader in, OutputStream out) throws IOException {
        if (command.startsWith("DATA")) {
            say(out, "354 go on");
            Taking.Progress progress = sink.take(content(in), life);
            think(in);
            say(out, "250 2.0.0 taken");
            told = Optional.of(progress);
        } else if (command.startsWith("QUIT")) {
            say(out, "221 2.0.0 bye");
        } else {
            say(out, "250 2.0.0 well");
        }
    }

    /**
     * Takes its time over the reply. Who leaves meanwhile is noticed now, for behind a reply that nobody was there to get, the end of the
     * stream looks as if it had been read.
     */
    private void think(BufferedReader in) throws IOException {
        socket.setSoTimeout((int) sink.thought().toMillis());
        try {
            if (in.read() < 0) {
                throw new IOException("left before the reply");
            }
            throw new IOException("says something before the reply");
        } catch (SocketTimeoutException stillThere) {
            socket.setSoTimeout(0);
        }
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder content = new StringBuilder();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            content.append(line).append("\r\n");
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("the content has no end");
        }
        return content.toString();
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(ISO_8859_1));
        out.flush();
    }
}
