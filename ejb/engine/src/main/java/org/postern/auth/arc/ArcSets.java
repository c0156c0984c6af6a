package org.postern.auth.arc;

import org.postern.auth.dkim.canonical.Canonicalization;
import org.postern.auth.dkim.MessageSignature;
import org.postern.auth.dkim.TagList;
import org.postern.auth.dkim.Unacceptable;
import org.postern.mail.HeaderField;
import org.postern.mail.HeaderSection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the fields of a header section together to sets (RFC 8617, 4.2 and 5.2, steps 1 to 3). */
final class ArcSets {
    /** RFC 8617, 4.2.1. */
    static final int MOST = 50;
    private static final String RESULTS = "ARC-Authentication-Results";
    private static final String MESSAGE = "ARC-Message-Signature";
    private static final String SEAL = "ARC-Seal";

    private record Numbered(HeaderField field, TagList tags, String text) {}

    private ArcSets() {}

    /** {@return whether there is a field of ARC at all} */
    static boolean areIn(HeaderSection header) {
        return header.count(RESULTS) + header.count(MESSAGE) + header.count(SEAL) > 0;
    }

    /**
     * {@return all sets, the first instance first, at least one}
     *
     * @throws Unacceptable when they are no chain that could pass
     */
    static List<ArcSet> of(HeaderSection header) throws Unacceptable {
        if (!header.isWellFormed()) {
            throw Unacceptable.broken("the header section is too large, or has lines that are no fields");
        }
        Map<Integer, Numbered> results = numbered(header, RESULTS);
        Map<Integer, Numbered> messages = numbered(header, MESSAGE);
        Map<Integer, Numbered> seals = numbered(header, SEAL);
        int count = seals.size();
        List<ArcSet> sets = new ArrayList<>();
        for (int instance = 1; instance <= count; instance++) {
            if (!results.containsKey(instance) || !messages.containsKey(instance) || !seals.containsKey(instance)) {
                throw Unacceptable.broken("set " + instance + " is not complete");
            }
            sets.add(set(results.get(instance), messages.get(instance), seals.get(instance)));
        }
        if (count == 0 || results.size() != count || messages.size() != count) {
            throw Unacceptable.broken("a set is not complete");
        }
        check(sets);
        return sets;
    }

    private static Map<Integer, Numbered> numbered(HeaderSection header, String name) throws Unacceptable {
        if (header.count(name) > MOST) {
            throw Unacceptable.broken("more than " + MOST + " sets");
        }
        Map<Integer, Numbered> numbered = new HashMap<>();
        for (HeaderField field : header.fields()) {
            if (field.isNamed(name)) {
                Numbered one = name.equals(RESULTS)
                        ? results(field)
                        : new Numbered(field, TagList.of(field.body()), "");
                if (numbered.put(instance(one.tags), one) != null) {
                    throw Unacceptable.broken("two fields of one instance");
                }
            }
        }
        return numbered;
    }

    /** The instance stands in front (RFC 8617, 4.1.1). */
    private static Numbered results(HeaderField field) throws Unacceptable {
        String body = field.body();
        int semicolon = body.indexOf(';');
        if (semicolon < 0 || body.length() > TagList.LONGEST) {
            throw Unacceptable.broken("authentication results without an instance, or too long");
        }
        return new Numbered(field, TagList.of(body.substring(0, semicolon)), body.substring(semicolon + 1).strip());
    }

    private static int instance(TagList tags) throws Unacceptable {
        String digits = tags.needed("i");
        boolean number = digits.length() <= 2 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int instance = number ? Integer.parseInt(digits) : 0;
        if (instance < 1 || instance > MOST) {
            throw Unacceptable.broken("an instance that is not 1 to " + MOST);
        }
        return instance;
    }

    private static ArcSet set(Numbered results, Numbered message, Numbered seal) throws Unacceptable {
        return new ArcSet(results.field, results.text, message.field, readings(message.tags), seal.field,
                seal(seal.tags));
    }

    private static ArcSeal seal(TagList tags) throws Unacceptable {
        try {
            return new ArcSeal(tags);
        } catch (Unacceptable e) {
            throw Unacceptable.broken("seal " + tags.needed("i") + ": " + e.getMessage());
        }
    }

    /**
     * {@return nothing where it cannot be read: only the newest one has to hold}
     *
     * <p>Without {@code c=} it is simple by RFC 6376, which RFC 8617, 4.1.2, refers to, and relaxed by the drafts of ARC, their suite and
     * implementations: it may be either.
     */
    private static List<MessageSignature> readings(TagList tags) {
        try {
            MessageSignature message = MessageSignature.of(tags, Canonicalization.RELAXED);
            if (message.names().contains("arc-seal")) {
                return List.of();
            }
            return tags.value("c").isPresent()
                    ? List.of(message)
                    : List.of(message, MessageSignature.of(tags, Canonicalization.SIMPLE));
        } catch (Unacceptable e) {
            return List.of();
        }
    }

    private static void check(List<ArcSet> sets) throws Unacceptable {
        if (sets.getLast().seal().before().equals("fail")) {
            throw Unacceptable.broken("the last sealer says that the chain had failed before");
        }
        for (int i = 0; i < sets.size(); i++) {
            if (!sets.get(i).seal().before().equals(i == 0 ? "none" : "pass")) {
                throw Unacceptable.broken("cv= of seal " + (i + 1) + " is not what it has to be");
            }
        }
        if (sets.getLast().readings().isEmpty()) {
            throw Unacceptable.broken("the newest message signature cannot be read");
        }
    }
}
