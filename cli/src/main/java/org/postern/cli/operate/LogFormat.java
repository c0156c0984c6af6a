package org.postern.cli.operate;

import org.postern.cli.client.Trouble;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the server writes its log: the server reads that before it knows any setting, so it is put into its configuration before each start. */
final class LogFormat {
    private static final String JSON = "json";
    /** The server's own configuration has both formatters, and this one handler. */
    private static final Pattern HANDLER = Pattern.compile(
            "(<size-rotating-file-handler name=\"LOG\"(?:(?!</size-rotating-file-handler>).)*<named-formatter name=\")PATTERN(\")",
            Pattern.DOTALL);

    private LogFormat() {}

    /** Lets the log be written so, by the server with this configuration, which was just laid out. */
    static void choose(String format, Path configuration) {
        if (!format.equals(JSON)) {
            return;
        }
        try {
            Path server = configuration.resolve("postern.xml");
            Matcher handler = HANDLER.matcher(Files.readString(server, StandardCharsets.UTF_8));
            if (!handler.find()) {
                throw Trouble.failed(server + " has no place for log.format");
            }
            Files.writeString(server, handler.replaceFirst("$1JSON$2"), StandardCharsets.UTF_8);
            Path beginning = configuration.resolve("logging.properties");
            Files.writeString(beginning, Files.readString(beginning, StandardCharsets.ISO_8859_1)
                    .replace("handler.FILE.formatter=PATTERN", "handler.FILE.formatter=JSON"),
                    StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw Trouble.failed("cannot set how the log is written: " + e.getMessage());
        }
    }
}
