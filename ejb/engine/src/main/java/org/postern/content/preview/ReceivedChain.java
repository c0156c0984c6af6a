package org.postern.content.preview;

import org.postern.content.Field;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way of a message by its Received fields. */
public final class ReceivedChain {
    /** The most hops that are told, counted from us. */
    public static final int MOST = 100;
    private static final int LONGEST_FIELD = 2000;
    private static final Pattern FROM = Pattern.compile("(?i)^from\\s+(.{1,300}?)(?=\\s+by\\s|\\s*;|$)");
    private static final Pattern BY = Pattern.compile("(?i)(?:^|\\s)by\\s+([^\\s;]{1,255})");
    private static final Pattern WITH = Pattern.compile("(?i)\\swith\\s+([^\\s;]{1,60})");
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern DAY_OF_WEEK = Pattern.compile("^[A-Za-z]{3,9},\\s*");
    /** RFC 5322, 4.3. */
    private static final Map<String, String> ZONES = Map.ofEntries(Map.entry("UT", "+0000"), Map.entry("GMT", "+0000"),
            Map.entry("UTC", "+0000"), Map.entry("Z", "+0000"), Map.entry("EST", "-0500"), Map.entry("EDT", "-0400"),
            Map.entry("CST", "-0600"), Map.entry("CDT", "-0500"), Map.entry("MST", "-0700"),
            Map.entry("MDT", "-0600"), Map.entry("PST", "-0800"), Map.entry("PDT", "-0700"));

    private ReceivedChain() {}

    /** {@return the hops, the earliest first} */
    public static List<Hop> of(List<Field> fields) {
        List<String> received = fields.stream()
                .filter(field -> field.name().equalsIgnoreCase("Received"))
                .map(Field::body)
                .limit(MOST)
                .toList();
        List<Hop> hops = new ArrayList<>();
        Optional<Instant> before = Optional.empty();
        for (String body : received.reversed()) {
            String line = body.substring(0, Math.min(body.length(), LONGEST_FIELD)).replaceAll("\\s+", " ").strip();
            Hop hop = hop(line, before);
            hops.add(hop);
            before = hop.at().isPresent() ? hop.at() : before;
        }
        return List.copyOf(hops);
    }

    private static Hop hop(String body, Optional<Instant> before) {
        String words = COMMENT.matcher(body).replaceAll("");
        Optional<Instant> at = at(words.substring(words.lastIndexOf(';') + 1).strip());
        return new Hop(first(FROM, body), first(BY, words), first(WITH, words), at,
                at.flatMap(moment -> before.map(earlier -> Duration.between(earlier, moment))));
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static Optional<Instant> at(String date) {
        String day = DAY_OF_WEEK.matcher(date).replaceFirst("").replaceAll("\\s+", " ");
        int zone = day.lastIndexOf(' ') + 1;
        String known = ZONES.getOrDefault(day.substring(zone).toUpperCase(Locale.ROOT), day.substring(zone));
        try {
            return Optional.of(OffsetDateTime
                    .parse(day.substring(0, zone) + known, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
