package org.postern.config.rule;

import org.postern.mail.Mailbox;
import org.postern.network.Network;
import org.postern.sentence.Sentence;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What an operator wants done with some mail. All conditions must hold.
 *
 * @param name in trace, symbols and console; small letters, digits and hyphens, a letter first, at most 40
 * @param comment why it is there; at most {@value #LONGEST_COMMENT} characters
 */
public record MailRule(String name, String comment, Who who, What what, RuleTimes when, RuleAction action) {
    private static final Sentence.Form NO_NAME = Sentence.form("notARuleName",
            "a name is 1 to 40 small letters, digits and hyphens, a letter first; not {0}");
    /** The most rules there are, of the file and of the database each. */
    public static final int MOST = 1000;
    /** How the symbol of each rule begins. */
    public static final String SYMBOL_PREFIX = "RULE_";
    /** The longest comment, in characters. */
    public static final int LONGEST_COMMENT = 200;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /**
     * Whose mail, and for whom.
     *
     * @param client whose address lies in one of these networks
     * @param user the client has logged in by one of these names; {@code *} for any
     * @param sender of MAIL
     * @param author one in From
     * @param recipient of RCPT
     */
    public record Who(OneOf<Network> client, OneOf<String> user, OneOf<SenderPattern> sender,
            OneOf<RecipientPattern> author, OneOf<RecipientPattern> recipient) {
        /** Anybody. */
        public static final Who ANYBODY = new Who(OneOf.any(), OneOf.any(), OneOf.any(), OneOf.any(), OneOf.any());
    }

    /**
     * What the mail is like.
     *
     * @param header fields of its header section
     * @param symbol what was found
     * @param score it weighs this or more
     * @param larger it has more octets
     * @param attachment names of files in it
     * @param attachmentType their types, as they are called and as they are
     * @param hasAttachment whether there are files in it
     * @param authentication what this came to
     */
    public record What(OneOf<FieldPattern> header, OneOf<String> symbol, OptionalDouble score, OptionalLong larger,
            OneOf<TextPattern> attachment, OneOf<TextPattern> attachmentType, Optional<Boolean> hasAttachment,
            OneOf<ResultPattern> authentication) {
        /** Anything. */
        public static final What ANYTHING = new What(OneOf.any(), OneOf.any(), OptionalDouble.empty(),
                OptionalLong.empty(), OneOf.any(), OneOf.any(), Optional.empty(), OneOf.any());

        /** {@return whether only mail can be like this that was examined} */
        public boolean needsExamination() {
            return score.isPresent() || !authentication.isAny() || needsFiles();
        }

        /** {@return whether the files in the mail must be known} */
        public boolean needsFiles() {
            return !attachment.isAny() || !attachmentType.isAny() || hasAttachment.isPresent();
        }
    }

    /** {@return the name of the symbol that says that mail has met the rule} */
    public String symbol() {
        return SYMBOL_PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw NO_NAME.refused(text);
        }
        return text;
    }

    /** {@return what the action does, in words} */
    public Sentence deed() {
        return switch (action) {
            case RuleAction.Accept() -> Sentence.form("deedAccepted", "accepted").with();
            case RuleAction.Quarantine(String text) -> Sentence.form("deedQuarantined", "quarantined").with();
            case RuleAction.Defer(String text) -> Sentence.form("deedPutOff", "put off").with();
            case RuleAction.Refuse(String text) -> Sentence.form("deedRefused", "refused").with();
            case RuleAction.Score(double weight) -> Sentence.form("deedWeighed", "weighed").with();
            case RuleAction.Mark(String field) -> Sentence.form("deedMarkedByX", "marked by {0}").with(field);
            case RuleAction.Redirect(Mailbox to) ->
                Sentence.form("deedRedirectedToX", "redirected to {0}").with(to.toString());
            case RuleAction.Copy(Mailbox to) -> Sentence.form("deedCopiedToX", "copied to {0}").with(to.toString());
        };
    }
}
