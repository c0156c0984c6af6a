package org.postern.web.page.server;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.kept.ConfigurationDesk;
import org.postern.admin.kept.Preview;
import org.postern.web.page.Forms;
import org.postern.web.page.Words;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All that is kept in the console as one file: shown, and taken in once the difference was looked at. To look at it changes nothing, so the page answers its own post. */
@Named
@ViewScoped
public class ConfigurationView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<String> CHANGES = List.of("added", "changed", "moved", "removed");

    @Inject
    private transient ConfigurationDesk desk;
    @Inject
    private transient Words words;

    private String file = "";
    private String state = "";
    private boolean clears;
    private transient Preview seen;
    private transient ConfigurationDesk.Export export;

    private ConfigurationDesk.Export export() {
        if (export == null) {
            export = desk.export();
        }
        return export;
    }

    /** {@return why nothing can be exported; null where it can} */
    public String getObstacle() {
        return export().fault().map(Texts.current()::said).orElse(null);
    }

    /** {@return how many lines an export would have} */
    public long getLines() {
        return export().text().map(text -> text.lines().count()).orElse(0L);
    }

    /** Looks at what the file would change. */
    public void look() {
        if (file.isBlank()) {
            Forms.tell(Optional.of(Texts.current().say("configuration.nothingToRead")), "");
            return;
        }
        seen = desk.preview(file);
        state = seen.state();
    }

    /** Takes the file in, if nothing was changed since it was looked at. */
    public void confirm() {
        Optional<?> fault = desk.importAll(file, state, clears, Forms.person());
        if (Forms.tell(fault, Texts.current().say("configuration.theFileIsTakenIn"))) {
            Forms.show("configuration");
        } else {
            look();
        }
    }

    /** {@return what was looked at; null before} */
    public Preview getSeen() {
        return seen;
    }

    /** {@return whether there is something to confirm} */
    public boolean isConfirmable() {
        return seen != null && seen.problems().isEmpty() && !seen.changes().isEmpty();
    }

    /** {@return how many changes there are of each kind} */
    public String getSummary() {
        return CHANGES.stream()
                .map(change -> Texts.current().say("common.xFate", count(change), words.change(change)))
                .collect(Collectors.joining(", "));
    }

    private long count(String change) {
        return seen.changes().stream().filter(one -> one.change().equals(change)).count();
    }

    /** {@return the kinds of which nothing would be left, in words; empty if there is none} */
    public String getLost() {
        return seen.lost().stream().map(Texts.current()::said).collect(Collectors.joining(", "));
    }

    public boolean isClears() {
        return clears;
    }

    public void setClears(boolean clears) {
        this.clears = clears;
    }

    public int getLongest() {
        return ConfigurationDesk.LARGEST;
    }

    public String getFile() {
        return file;
    }

    public void setFile(String file) {
        this.file = Forms.given(file);
    }
}
