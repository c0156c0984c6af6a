package org.postern.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.audit.AuditDesk;
import org.postern.admin.audit.AuditEntry;
import org.postern.admin.audit.AuditQuery;
import org.postern.admin.kept.Preview;
import org.postern.admin.kept.TakeBackDesk;
import org.postern.web.text.AuditTexts;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.Optional;
import java.util.stream.Collectors;

/** One act of the audit log, to be taken back. */
@Named
@ViewScoped
public class TakeBackView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AuditDesk audit;
    @Inject
    private transient TakeBackDesk desk;

    private long line;
    private boolean clears;
    private transient AuditEntry entry;
    private transient Preview seen;
    private transient Optional<Boolean> forReader;

    /** Shows the audit log where there is no such line. */
    public void load() {
        if (find().isEmpty()) {
            Forms.tell(Optional.of(Texts.current().say("audit.noSuchLine")), "");
            Forms.show("audit");
        }
    }

    private Optional<AuditEntry> find() {
        return audit.find(new AuditQuery("", "", Optional.empty(), Optional.empty(), line + 1), 1)
                .stream()
                .filter(found -> found.key() == line)
                .findFirst();
    }

    /** {@return the line; null where it is gone} */
    public AuditEntry getEntry() {
        if (entry == null) {
            entry = find().orElse(null);
        }
        return entry;
    }

    /** {@return what was done, in the language of the page} */
    public String getAct() {
        return new AuditTexts(Texts.current()).act(getEntry().act());
    }

    /** {@return on what it was done, likewise} */
    public String getThing() {
        return told(getEntry().thing());
    }

    /** {@return what that was before, likewise} */
    public String getBefore() {
        return told(getEntry().before());
    }

    /** {@return what it was after, likewise} */
    public String getAfter() {
        return told(getEntry().after());
    }

    private String told(String text) {
        return new AuditTexts(Texts.current()).told(getEntry().act(), text);
    }

    /** {@return whether nobody has taken it back, and whoever looks may} */
    public boolean isOpen() {
        return getEntry() != null && getEntry().reversible() && isForReader();
    }

    /** {@return whether what was changed is for whoever looks to change} */
    public boolean isForReader() {
        if (forReader == null) {
            forReader = Optional.of(desk.isForCaller(line));
        }
        return forReader.get();
    }

    /** {@return what would be done} */
    public Preview getSeen() {
        if (seen == null) {
            seen = desk.preview(line);
        }
        return seen;
    }

    /** {@return why it cannot be taken back; empty if it can} */
    public String getObstacle() {
        return getSeen().problems()
                .stream()
                .map(Preview.Flaw::message)
                .map(Texts.current()::said)
                .findFirst()
                .orElse("");
    }

    /** {@return the kinds of which nothing would be left, in words; empty if there is none} */
    public String getLost() {
        return getSeen().lost().stream().map(Texts.current()::said).collect(Collectors.joining(", "));
    }

    /** Takes it back, or says why that is not possible. */
    public void takeBack() {
        if (Forms.tell(desk.takeBack(line, clears, Forms.person()), Texts.current().say("audit.itIsTakenBack"))) {
            Forms.show("audit");
        }
    }

    public boolean isClears() {
        return clears;
    }

    public void setClears(boolean clears) {
        this.clears = clears;
    }

    public long getLine() {
        return line;
    }

    public void setLine(long line) {
        this.line = Math.max(0, line);
    }
}
