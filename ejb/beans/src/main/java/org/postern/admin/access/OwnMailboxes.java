package org.postern.admin.access;

import org.postern.mail.DomainSet;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts as whoever asks may read them: servers, rules and colleagues have written what they like, and for who is limited to some domains no mailbox of another
 * one stands in it any more. What is no address, and names none of the mailboxes that are known to be others', stays.
 */
public final class OwnMailboxes {
    /** What stands where somebody else's mailbox was. */
    public static final String INSTEAD = "[…]";
    private static final String LOCAL = "[^\\s<>()\\[\\]{},;:\"'@]";
    /** An address begins where its characters begin, or where the last one has ended: so each character of a long text is looked at once. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:\"[^\"]{0,64}\"|(?:(?<!" + LOCAL + ")|\\G)" + LOCAL + "++)"
                    + "(?:@(?:\\[[^\\]\\s]{0,100}]|[\\p{L}\\p{M}\\p{N}._-]{1,255})){1,8}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&*+/=?^_`{|}~.-]{1,320}");

    private final DomainSet domains;
    private final Set<String> shown;
    private final Set<String> hidden;

    private OwnMailboxes(DomainSet domains, Set<String> shown, Set<String> hidden) {
        this.domains = domains;
        this.shown = shown;
        this.hidden = hidden;
    }

    /** {@return how whoever this thread acts for reads what is told to them alone} */
    public static OwnMailboxes ofCaller() {
        return ofCaller(Optional.empty(), Set.of());
    }

    /**
     * {@return how whoever this thread acts for reads what is told about a message}
     *
     * @param sender its sender, who is no secret
     * @param recipients all of them: of those elsewhere the names before the @ go as well, unless one of their own is called so
     */
    public static OwnMailboxes ofCaller(Optional<String> sender, Collection<String> recipients) {
        DomainSet domains = Caller.ofWhom();
        if (domains.isAll()) {
            return new OwnMailboxes(domains, Set.of(), Set.of());
        }
        Set<String> own = recipients.stream()
                .filter(domains::hasAddress)
                .map(OwnMailboxes::local)
                .collect(Collectors.toSet());
        return new OwnMailboxes(domains, sender.map(OwnMailboxes::key).stream().collect(Collectors.toSet()),
                recipients.stream()
                        .filter(address -> !domains.hasAddress(address))
                        .map(OwnMailboxes::local)
                        .filter(name -> !name.isEmpty() && !own.contains(name))
                        .collect(Collectors.toSet()));
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String local(String address) {
        return key(address.substring(0, Math.max(0, address.lastIndexOf('@'))));
    }

    /** {@return this text as it may be read} */
    public String in(String text) {
        if (domains.isAll()) {
            return text;
        }
        String known = ADDRESS.matcher(text).replaceAll(found -> isShown(found.group()) ? "$0" : INSTEAD);
        return hidden.isEmpty()
                ? known
                : WORD.matcher(known).replaceAll(found -> hidden.contains(bare(found.group())) ? INSTEAD : "$0");
    }

    private boolean isShown(String address) {
        String bare = bare(address);
        return shown.contains(bare) || domains.hasAddress(bare);
    }

    private static String bare(String text) {
        String key = key(text);
        int end = key.length();
        while (end > 0 && (key.charAt(end - 1) == '.' || key.charAt(end - 1) == '-')) {
            end--;
        }
        return key.substring(0, end);
    }
}
