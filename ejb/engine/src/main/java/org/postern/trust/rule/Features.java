package org.postern.trust.rule;

import org.postern.assessment.Assessment;
import org.postern.config.rule.MailRule;
import org.postern.config.rule.OneOf;
import org.postern.config.rule.TextPattern;
import org.postern.content.attachment.SeenFile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a message is like. What was not looked at, no rule can ask for. */
final class Features {
    private final RuledMail mail;
    private final Effort effort;
    private final FieldTexts fields;
    private final Optional<List<FileText>> files;

    Features(RuledMail mail, Effort effort) {
        this.mail = mail;
        this.effort = effort;
        this.fields = new FieldTexts(mail.header(), effort);
        this.files = mail.examination()
                .flatMap(RuledMail.Examination::files)
                .map(all -> all.stream().map(FileText::of).toList());
    }

    /** A file as rules compare it, in lower case. */
    private record FileText(String path, String name, String declared, String type) {
        private static FileText of(SeenFile file) {
            String path = TextPattern.lower(file.path());
            return new FileText(path, path.substring(path.lastIndexOf('/') + 1), TextPattern.lower(file.declared()),
                    TextPattern.lower(file.type()));
        }

        private long length() {
            return path.length() + name.length() + 1L;
        }
    }

    /**
     * @param favour whether it would speak for the mail
     * @param found so far, by rules before also
     * @param proved symbols of rules whose parties were proved; others count in nobody's favour
     */
    boolean fit(MailRule.What what, boolean favour, Assessment found, Set<String> proved) {
        if ((what.needsExamination() && mail.examination().isEmpty()) || (what.needsFiles() && files.isEmpty())) {
            return false;
        }
        return (what.larger().isEmpty() || mail.size() > what.larger().getAsLong())
                && (what.score().isEmpty() || found.score() >= what.score().getAsDouble())
                && symbol(what.symbol(), favour, found, proved)
                && what.authentication().holds(one -> found.result(one.method()).equals(one.result()))
                && what.header().holds(fields::has)
                && files(what);
    }

    private static boolean symbol(OneOf<String> condition, boolean favour, Assessment found, Set<String> proved) {
        Predicate<String> there = name -> found.symbols().stream().anyMatch(one -> one.name().equals(name));
        Predicate<String> surely = name -> there.test(name)
                && (!name.startsWith(MailRule.SYMBOL_PREFIX) || proved.contains(name));
        return favour ? condition.holds(surely, there) : condition.holds(there, surely);
    }

    private boolean files(MailRule.What what) {
        if (!what.needsFiles()) {
            return true;
        }
        List<FileText> all = files.orElseThrow();
        return what.hasAttachment().filter(wanted -> wanted == all.isEmpty()).isEmpty()
                && what.attachment().holds(pattern -> any(all, pattern, true))
                && what.attachmentType().holds(pattern -> any(all, pattern, false));
    }

    private boolean any(List<FileText> all, TextPattern pattern, boolean byName) {
        for (FileText file : all) {
            effort.spend(file.length());
            boolean fits = byName
                    ? pattern.fits(file.path()) || pattern.fits(file.name())
                    : pattern.fits(file.declared()) || pattern.fits(file.type());
            if (fits) {
                return true;
            }
        }
        return false;
    }
}
