package org.postern.net.scan;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;

import org.postern.scan.Finding;
import org.postern.scan.ScanResult;
import org.postern.scan.Wish;
import org.postern.smtp.Reply;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What rspamd answers: a score, an action, and symbols each with its score. That it has skipped the rest of its checks ({@code is_skipped})
 * means nothing: it does so where one of them has said enough, such as {@code reject}.
 */
final class RspamdAnswer {
    /** What limits of groups of symbols take away from the sum, or anything else that no symbol says. */
    private static final String REST = "REST_OF_SCORE";
    private static final double LEAST_REST = 0.005;
    private static final int LONGEST_TEXT = 200;

    private final JsonObject answer;
    private final double factor;
    private final List<Finding> findings = new ArrayList<>();

    private RspamdAnswer(JsonObject answer, double factor) {
        this.answer = answer;
        this.factor = factor;
    }

    /**
     * {@return what the answer means}
     *
     * @param factor what a point of rspamd's weighs here
     */
    static ScanResult result(byte[] octets, double factor) throws ScannerFault {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(octets))) {
            return new RspamdAnswer(reader.readObject(), factor).result();
        } catch (RuntimeException e) { // the parser has none of its own for depth, and for numbers without end
            throw new ScannerFault(ScannerFault.NONE);
        }
    }

    private ScanResult result() throws ScannerFault {
        String action = answer.getString("action", "");
        double sum = 0;
        JsonObject symbols = answer.containsKey("symbols")
                ? answer.getJsonObject("symbols")
                : JsonObject.EMPTY_JSON_OBJECT;
        for (String name : symbols.keySet()) {
            JsonObject symbol = symbols.getJsonObject(name);
            double score = number(symbol, "score");
            sum += score;
            findings.add(new Finding(name, score * factor, options(symbol)));
        }
        double rest = number(answer, "score") - sum;
        if (Math.abs(rest) >= LEAST_REST) {
            findings.addFirst(new Finding(REST, rest * factor, "of " + number(answer, "score") + " points"));
        }
        return ScanResult.of(findings, wishes(action));
    }

    private static double number(JsonObject of, String name) throws ScannerFault {
        if (!of.containsKey(name)) {
            throw new ScannerFault(ScannerFault.WITHOUT.with(name));
        }
        return of.getJsonNumber(name).doubleValue();
    }

    private static String options(JsonObject symbol) {
        return symbol.containsKey("options")
                ? symbol.getJsonArray("options")
                        .stream()
                        .limit(LONGEST_TEXT)
                        .map(option -> option instanceof JsonString text ? text.getString() : option.toString())
                        .collect(Collectors.joining(", "))
                : "";
    }

    private List<Wish> wishes(String action) throws ScannerFault {
        return switch (action) {
            case "no action" -> List.of();
            case "greylist" -> List.of(new Wish.Greylist());
            case "add header", "rewrite subject" -> List.of(new Wish.Mark());
            case "soft reject" -> List.of(new Wish.Defer(reply(451, "4.7.1")));
            case "reject" -> List.of(new Wish.Reject(reply(550, "5.7.1")));
            case "quarantine" -> List.of(new Wish.Quarantine(""));
            case "discard" -> List.of(new Wish.Discard());
            case "" -> throw new ScannerFault(ScannerFault.WITHOUT.with("action"));
            default -> {
                findings.addFirst(Finding.noted("ACTION_OF_ITS_OWN", action));
                yield List.of();
            }
        };
    }

    private Optional<Reply> reply(int code, String status) {
        if (!answer.containsKey("messages") || !answer.getJsonObject("messages").containsKey("smtp_message")) {
            return Optional.empty();
        }
        return Optional
                .of(Reply.of(code, status, Finding.printable(answer.getJsonObject("messages").getString("smtp_message"),
                        LONGEST_TEXT)));
    }
}
