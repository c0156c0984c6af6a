package org.postern.trust;

import org.postern.assessment.Symbol;
import org.postern.content.LinkHosts;
import org.postern.content.PartInspector;
import org.postern.content.ReadMessage;
import org.postern.content.attachment.AttachmentInspection;
import org.postern.content.learn.Band;
import org.postern.content.learn.Judgement;
import org.postern.content.learn.LiveModel;
import org.postern.content.learn.MessageFeatures;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Why one message is read.
 *
 * @param files to look into its files; empty where nobody wants to know
 * @param model to judge it by; empty where none is active
 * @param links told to which hosts it leads, as soon as it is read; empty where nobody wants to know
 */
public record Reading(Optional<AttachmentInspection> files, Optional<LiveModel.Version> model,
        Optional<Consumer<Set<String>>> links) {
    public Reading(Optional<AttachmentInspection> files, Optional<LiveModel.Version> model) {
        this(files, model, Optional.empty());
    }

    /** {@return the same for somebody who wants to know to which hosts it leads} */
    Reading telling(Consumer<Set<String>> hosts) {
        return new Reading(files, model, Optional.of(hosts));
    }

    boolean isNeeded() {
        return files.isPresent() || model.isPresent() || links.isPresent();
    }

    PartInspector inspector() {
        return files.<PartInspector>map(inspection -> inspection).orElse(PartInspector.NONE);
    }

    /** Tells what is wanted of it. {@return what the model says of this message, with the weight of its band; empty where it has nothing to say} */
    Optional<Symbol> told(ReadMessage message) {
        links.ifPresent(told -> told.accept(LinkHosts.of(message)));
        return model.flatMap(version -> symbol(version, version.model().judge(MessageFeatures.of(message))));
    }

    private static Optional<Symbol> symbol(LiveModel.Version version, Judgement judgement) {
        if (judgement.band() == Band.UNSURE) {
            return Optional.empty();
        }
        KnownSymbol symbol = judgement.band().weight() > 0 ? KnownSymbol.SPAM_CONTENT : KnownSymbol.HAM_CONTENT;
        return Optional.of(new Symbol(symbol.name(), judgement.band().weight(), String.format(Locale.ROOT,
                "probability of spam %.3f, by version %d", judgement.probability(), version.number())));
    }
}
