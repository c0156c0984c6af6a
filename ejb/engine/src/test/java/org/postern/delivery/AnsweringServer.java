package org.postern.delivery;

import org.postern.smtp.client.Transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server that says yes to everything, unless it was told another answer to lines that start so. {@code (closes)} is one. */
final class AnsweringServer implements Transport {
    private static final String CLOSES = "(closes)";
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final StringBuilder said = new StringBuilder();
    private boolean greeted;
    private boolean inContent;
    private boolean closed;
    final List<String> heard = new ArrayList<>();

    AnsweringServer says(String start, String answer) {
        answers.put(start, answer);
        return this;
    }

    @Override
    public void within(Duration limit) {
        // as quick as it can be
    }

    @Override
    public long ticks() {
        return 0;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (!greeted) {
            greeted = true;
            say(answers.getOrDefault("(connects)", "220 hello"));
        }
        int closing = said.indexOf(CLOSES);
        String now = closing < 0 ? said.toString() : said.substring(0, closing);
        if (now.isEmpty()) {
            return -1;
        }
        said.delete(0, now.length());
        byte[] octets = now.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(octets, 0, into, offset, octets.length);
        return octets.length;
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
        for (String line : new String(octets, offset, length, StandardCharsets.UTF_8).lines().toList()) {
            heard.add(line);
            if (!inContent || line.equals(".")) {
                inContent = false;
                say(answer(line));
            }
        }
    }

    private String answer(String line) {
        String other = answers.entrySet()
                .stream()
                .filter(e -> line.startsWith(e.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("");
        if (!other.isEmpty()) {
            return other;
        }
        inContent = line.equals("DATA");
        return inContent ? "354 go" : line.startsWith("EHLO") ? "250-hi\r\n250 PIPELINING" : "250 2.0.0 ok";
    }

    private void say(String answer) {
        said.append(answer).append("\r\n");
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }
}
