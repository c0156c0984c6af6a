package org.postern.cli.client;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;

import java.util.Map;

/** What the gateway says is wrong (RFC 9457), in words. */
final class Faults {
    private static final int NOT_AUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int AWAY = 503;
    /** What is not there, by the beginning of the address. */
    private static final Map<String, String> MISSING = Map.ofEntries(Map.entry("queue", "No such message waits."),
            Map.entry("messages", "There is no such message in the trace."),
            Map.entry("routes", "There is no such route (./postern route list)."),
            Map.entry("aliases", "There is no such alias (./postern alias list)."),
            Map.entry("rules", "There is no such rule (./postern rule list)."),
            Map.entry("entries", "There is no such entry (./postern list allow show, ./postern list block show)."),
            Map.entry("users", "There is no such user (./postern user list)."),
            Map.entry("people", "There is nobody of this name (./postern admin list)."),
            Map.entry("tokens", "There is no token of this name (./postern token list)."),
            Map.entry("operations", "There is no such operation (./postern queue operations)."),
            Map.entry("console-sessions", "There is no such session (./postern admin sessions)."));

    private Faults() {}

    static Trouble of(int status, String path, byte[] body) {
        if (status == NOT_AUTHORIZED) {
            return new Trouble(Exit.NO_GATEWAY,
                    "whoever answers there does not know the token in the data folder: it is another gateway, or this one was just started anew");
        }
        String words = words(body);
        if (words.isEmpty() && status == NOT_FOUND) {
            words = MISSING.getOrDefault(path.replaceFirst("^/", "").replaceFirst("[/?].*", ""),
                    "There is no such thing.");
        }
        String told = words.isEmpty() ? "the gateway answered " + status : words;
        return new Trouble(status == AWAY ? Exit.NO_GATEWAY : Exit.FAILED, told);
    }

    private static String words(byte[] body) {
        try {
            JsonObject problem = Api.read(body);
            String detail = problem.getString("detail", "");
            String title = problem.getString("title", "");
            return detail.isEmpty() && problem.getInt("status", 0) != NOT_FOUND ? title : detail;
        } catch (JsonException noProblem) {
            return "";
        }
    }
}
