package org.postern.delivery.sts;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the TXT record that says that there is a policy, and which (RFC 8461, 3.1). */
public final class PolicyRecord {
    private static final int LONGEST = 2000;
    private static final String BEGINNING = "v=STSv1;";
    private static final Pattern ID = Pattern.compile("(?:.*;)?[ \t]*id[ \t]*=[ \t]*([A-Za-z0-9]{1,32})[ \t]*(?:;.*)?",
            Pattern.DOTALL);

    private PolicyRecord() {}

    /** {@return the policy's id; empty unless exactly one of the texts is such a record} */
    public static Optional<String> id(List<String> texts) {
        List<String> records = texts.stream().filter(text -> text.startsWith(BEGINNING)).toList();
        if (records.size() != 1 || records.getFirst().length() > LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = ID.matcher(records.getFirst().substring(BEGINNING.length()));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
