package org.postern.cli.mail;

import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.client.Trouble;
import picocli.CommandLine.Option;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which waiting mail is meant: that of which all of this is true. */
final class WhichMail {
    @Option(names = "--text", paramLabel = "TEXT", description = "what the console's search takes: an address or a part of one, a queue id")
    private Optional<String> text;
    @Option(names = "--reason", paramLabel = "REASON", description = "deferred, held or quarantined")
    private Optional<String> reason;
    @Option(names = "--destination", paramLabel = "DESTINATION", description = "where it is headed, such as mx:example.org")
    private Optional<String> destination;
    @Option(names = "--domain", paramLabel = "DOMAIN", description = "of one of its recipients")
    private Optional<String> domain;
    @Option(names = "--sender", paramLabel = "ADDRESS", description = "its sender; '' or <> for reports, which have none")
    private Optional<String> sender;
    @Option(names = "--kind", paramLabel = "KIND", description = "what was said last: network, greylisted, full, policy, not-tried or other")
    private Optional<String> kind;
    @Option(names = "--older", paramLabel = "TIME", description = "it is here for so long at least: 30m, 2h, 3d")
    private Optional<String> older;
    @Option(names = "--attempts", paramLabel = "NUMBER", description = "so many deliveries were tried at least")
    private Optional<Integer> attempts;
    @Option(names = "--held", paramLabel = "KIND", description = "in quarantine for spam, malware, policy or by a rule")
    private Optional<String> held;
    @Option(names = "--words", paramLabel = "WORDS", description = "in quarantine, with these in Subject, author or reason")
    private Optional<String> words;

    private Map<String, Optional<String>> said() {
        Map<String, Optional<String>> said = new LinkedHashMap<>();
        said.put("q", text);
        said.put("reason", reason.map(WhichMail::word));
        said.put("destination", destination);
        said.put("domain", domain);
        said.put("sender", sender.map(address -> address.isEmpty() ? "<>" : address));
        said.put("kind", kind.map(WhichMail::word));
        said.put("arrivedBefore", older.map(time -> Instant.now().minus(duration(time)).toString()));
        said.put("held", held.map(WhichMail::word));
        said.put("words", words);
        return said;
    }

    /** {@return the address with all that was said} */
    Address in(Address address) {
        Address all = address.with("attempts", attempts.map(String::valueOf));
        for (Map.Entry<String, Optional<String>> one : said().entrySet()) {
            all = all.with(one.getKey(), one.getValue());
        }
        return all;
    }

    /** {@return all that was said; empty if nothing was} */
    Optional<Body> body() {
        Map<String, Optional<String>> said = said();
        if (attempts.isEmpty() && said.values().stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Body body = Body.empty().withNumber("attempts", attempts);
        said.forEach(body::with);
        return Optional.of(body);
    }

    private static String word(String text) {
        return text.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text.endsWith("d") ? "P" + text : "PT" + text);
        } catch (DateTimeException wrong) {
            throw Trouble.usage("--older is a time such as 30m, 2h or 3d, not " + text);
        }
    }
}
