package org.postern.web.page.server;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.learn.LearningDesk;
import org.postern.admin.learn.LearningView;
import org.postern.content.teach.ModelStore;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.Optional;

/** How far the classifier has come, who taught it, and by which version it judges. */
@Named
@ViewScoped
public class ClassifierView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient LearningDesk desk;

    private transient LearningView seen;

    public LearningView getSeen() {
        if (seen == null) {
            seen = desk.look();
        }
        return seen;
    }

    /** {@return whether all that was taught is learnt} */
    public boolean isUpToDate() {
        return getSeen().state().learnt() == getSeen().state().taught();
    }

    /** {@return what a version is, in a word; empty if it is one of those before} */
    public String word(ModelStore.Line line) {
        if (line.number() == getSeen().state().active()) {
            return Texts.current().say("classifier.active");
        }
        return line.number() == getSeen().state().doubted() ? Texts.current().say("classifier.doubted") : "";
    }

    /** Lets mail be judged by the version that the request names. */
    public void use() {
        long version = Forms.number("version");
        Forms.tell(desk.use(version) ? Optional.empty() : Optional.of(Texts.current().say("classifier.noSuchVersion")),
                Texts.current().say("classifier.judgedByVersionX", version));
        Forms.show("classifier");
    }

    /** Forgets what the teacher whom the request names has taught. */
    public void forget() {
        String teacher = Forms.parameter("teacher");
        int forgotten = desk.forgetAllOf(teacher);
        Forms.tell(
                forgotten > 0
                        ? Optional.empty()
                        : Optional.of(Texts.current().say("classifier.nothingIsKeptOfX", teacher)),
                Texts.current().say("classifier.forgottenXSamplesX", teacher, forgotten));
        Forms.show("classifier");
    }
}
