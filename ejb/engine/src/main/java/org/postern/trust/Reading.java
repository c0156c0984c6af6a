package org.postern.trust;

import org.postern.assessment.Symbol;
import org.postern.content.PartInspector;
import org.postern.content.ReadMessage;
import org.postern.content.attachment.AttachmentInspection;
import org.postern.content.learn.Band;
import org.postern.content.learn.Judgement;
import org.postern.content.learn.LiveModel;
import org.postern.content.learn.MessageFeatures;

import java.util.Locale;
import java.util.Optional;

/**
 * Why one message is read.
 *
 * @param files to look into its files; empty where nobody wants to know
 * @param model to judge it by; empty where none is active
 */
public record Reading(Optional<AttachmentInspection> files, Optional<LiveModel.Version> model) {
    boolean isNeeded() {
        return files.isPresent() || model.isPresent();
    }

    PartInspector inspector() {
        return files.<PartInspector>map(inspection -> inspection).orElse(PartInspector.NONE);
    }

    /** {@return what the model says of this message, with the weight of its band; empty where it has nothing to say} */
    Optional<Symbol> judged(ReadMessage message) {
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
