package org.postern.web.page.server;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.settings.Loss;
import org.postern.admin.settings.SettingDesk;
import org.postern.admin.settings.SettingView;
import org.postern.config.Origin;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.Optional;

/** One setting, to be changed. */
@Named
@ViewScoped
public class SettingFormView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SettingDesk desk;

    private String key = "";
    private String value = "";
    private String told = "";
    private transient SettingView seen;

    /** Puts what counts into the form; shows the list where there is no such setting. */
    public void load() {
        desk.find(key).ifPresentOrElse(found -> value = found.value().toString(), () -> {
            Forms.tell(Optional.of(Texts.current().say("settings.noSettingX", key)), "");
            Forms.show("settings");
        });
    }

    /** {@return the setting as it is; null where there is none} */
    public SettingView getSeen() {
        if (seen == null) {
            seen = desk.find(key).orElse(null);
        }
        return seen;
    }

    /** {@return the same in the language of the page} */
    public SettingLine getLine() {
        return SettingLine.of(getSeen());
    }

    /** {@return whether somebody has set it in the console} */
    public boolean isKept() {
        return getSeen() != null && getSeen().source() == Origin.Source.DATABASE;
    }

    /** {@return whether this may be done: it deletes nothing, or what it deletes was said already} Says it otherwise. */
    private boolean isKnown(String deed, Optional<Loss> loss) {
        String now = deed + "\n" + loss.map(Loss::count).orElse(0L);
        if (loss.isEmpty() || told.equals(now)) {
            return true;
        }
        told = now;
        Forms.tell(loss.map(one -> Texts.current()
                .say(one.more() ? "settings.moreThanXWouldBeDeletedFromY" : "settings.xWouldBeDeletedFromY",
                        one.count(),
                        one.from().toString())),
                "");
        return false;
    }

    /** Saves what was written, and shows it among the others; what that deletes is said before. */
    public void save() {
        Optional<Loss> loss = desk.loss(key, value);
        if (isKnown("save " + value, loss)
                && Forms.tell(desk.put(key, value, loss.map(Loss::count).orElse(0L), Forms.person()),
                        Texts.current().say("settings.xIsSaved", key))) {
            Forms.show("settings#setting-" + key);
        }
    }

    /** Lets the default count. */
    public void reset() {
        Optional<Loss> loss = desk.lossOfReset(key);
        if (isKnown("reset", loss) && Forms.tell(desk.reset(key, loss.map(Loss::count).orElse(0L)),
                Texts.current().say("settings.xHasItsDefault", key))) {
            Forms.show("settings#setting-" + key);
        }
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = Forms.given(key);
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = Forms.given(value);
    }
}
