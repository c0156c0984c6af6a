package org.postern.cli.operate;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import java.io.StringReader;
import java.util.regex.Pattern;

/**
 * A line of the server's log, whichever way it is written.
 *
 * @param isError whether it tells of an error
 * @param text as a person reads it
 */
record LogLine(boolean isError, String text) {
    private static final Pattern ERROR = Pattern.compile(" (?:ERROR|FATAL) ");
    private static final Pattern LEVEL = Pattern.compile("ERROR|FATAL");

    static LogLine of(String line) {
        if (line.startsWith("{")) {
            try (JsonReader reader = Json.createReader(new StringReader(line))) {
                return of(reader.readObject());
            } catch (JsonException | ClassCastException cutOff) {
                return ofText(line);
            }
        }
        return ofText(line);
    }

    private static LogLine ofText(String line) {
        return new LogLine(ERROR.matcher(line).find(), line);
    }

    private static LogLine of(JsonObject record) {
        String level = record.getString("level", "");
        return new LogLine(LEVEL.matcher(level).matches(), String.join(" ", record.getString("timestamp", ""), level,
                "[" + record.getString("loggerName", "") + "]", record.getString("message", "")));
    }
}
