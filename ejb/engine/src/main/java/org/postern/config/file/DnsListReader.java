package org.postern.config.file;

import org.postern.config.SettingType;
import org.postern.config.SettingTypes;
import org.postern.mail.Domain;
import org.postern.reputation.AnswerPattern;
import org.postern.reputation.AnswerWeight;
import org.postern.reputation.DnsList;
import org.postern.reputation.ListKind;
import org.postern.smtp.wire.DomainParser;
import org.tomlj.TomlTable;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the tables {@code [[dns-list]]}. */
final class DnsListReader {
    static final String TABLE = "dns-list";
    /** The most lists, each of which is asked about each client, or each domain. */
    static final int MOST = 50;
    private static final int MOST_ANSWERS = 100;
    private static final double HEAVIEST = 100;
    private static final List<String> KEYS = List.of("zone", "kind", "weight", "answers", "purpose", "example");

    private final Problems problems;
    private final Set<String> known = new HashSet<>();

    DnsListReader(Problems problems) {
        this.problems = problems;
    }

    private enum Kind {
        CLIENT, DOMAIN, URI
    }

    List<DnsList> read(TomlTable file) {
        return TableReader.each(file, TABLE, problems, KEYS, this::list);
    }

    private Optional<DnsList> list(TableReader table) {
        SettingType<Kind> kinds = SettingTypes.choice(Kind.class);
        Optional<ListKind> kind = table.required("kind",
                text -> switch (kinds.parse(text)) {
                    case CLIENT -> ListKind.ADDRESSES;
                    case DOMAIN -> ListKind.DOMAINS;
                    case URI -> ListKind.LINKS;
                });
        Optional<List<AnswerWeight>> weights = weights(table);
        String purpose = table.optional("purpose", DnsListReader::purpose).orElse("");
        Optional<String> example = table.optional("example", DnsListReader::name);
        Optional<String> zone = table.required("zone", text -> once(name(text), kind));
        return zone.flatMap(z -> kind.flatMap(k -> weights.flatMap(w -> table.required("zone",
                text -> new DnsList(z, k, w, purpose, example)))));
    }

    private String once(String zone, Optional<ListKind> kind) {
        if (!known.add(kind + " " + zone)) {
            throw new IllegalArgumentException(zone + " is there already, and would count twice");
        }
        if (known.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " lists");
        }
        return zone;
    }

    private static String purpose(String text) {
        if (text.length() > DnsList.LONGEST_PURPOSE) {
            throw new IllegalArgumentException("longer than " + DnsList.LONGEST_PURPOSE + " characters");
        }
        return text.strip();
    }

    private static String name(String text) {
        return DomainParser.parse(text)
                .toOptional()
                .filter(domain -> !domain.isLiteral())
                .map(Domain::key)
                .orElseThrow(() -> new IllegalArgumentException("not a domain name: " + text));
    }

    private static Optional<List<AnswerWeight>> weights(TableReader table) {
        if (table.has("answers")) {
            return table.has("weight")
                    ? table.wrong("answers", "weight or answers, not both")
                    : table.textsOf("answers", MOST_ANSWERS, DnsListReader::answer);
        }
        return table.number("weight", -HEAVIEST, HEAVIEST)
                .map(weight -> List.of(new AnswerWeight(AnswerPattern.ANY, weight)));
    }

    /** Such as {@code 127.0.0.2=3}, or {@code 127.0.0.4-7=-0.5}. */
    private static AnswerWeight answer(String text) {
        int sign = text.indexOf('=');
        if (sign < 0) {
            throw new IllegalArgumentException("answers and what they weigh, as in 127.0.0.2=3; not " + text);
        }
        return new AnswerWeight(AnswerPattern.parse(text.substring(0, sign).strip()),
                TableReader.parsed(text.substring(sign + 1).strip(), -HEAVIEST, HEAVIEST));
    }
}
