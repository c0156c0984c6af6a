package org.postern.auth;

import org.postern.mail.Domain;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells {@code Authentication-Results} fields that say they are ours (RFC 8601, 5), so that those which strangers have forged can be cut
 * out. Says so of what it cannot read, too: somebody else might read our name in it.
 */
public final class OwnResults {
    private final Set<String> names;

    /** @param names under which results are written here; each is one authserv-id, what lies below it is another */
    public OwnResults(Set<Domain> names) {
        this.names = names.stream().map(Domain::key).collect(Collectors.toUnmodifiableSet());
    }

    /** {@return whether a field with this body, folded or not, is to be cut out of what strangers send} */
    public boolean mustBeCut(String body) {
        Optional<String> id = AuthservId.read(body);
        return id.isEmpty() || isOurs(id.get());
    }

    private boolean isOurs(String id) {
        return names.contains(id.toLowerCase(Locale.ROOT)) || names.contains(asSeen(id));
    }

    /** {@return the name as people and lenient readers take it: width, dots of other scripts and invisible characters do not count} */
    private static String asSeen(String id) {
        if (id.length() > 2 * Domain.MAX_OCTETS) {
            return "";
        }
        String seen = Normalizer.normalize(id, Form.NFKC).replace('\u3002', '.').strip();
        String visible = seen.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String bare = visible.endsWith(".") ? visible.substring(0, visible.length() - 1) : visible;
        return bare.isEmpty() || bare.length() > Domain.MAX_OCTETS ? "" : new Domain(bare).key();
    }
}
