package org.postern.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.audit.AuditDesk;
import org.postern.admin.audit.AuditEntry;
import org.postern.admin.audit.AuditQuery;
import org.postern.admin.kept.TakeBackDesk;
import org.postern.web.text.AuditTexts;
import org.postern.web.text.Texts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who did what, page by page. */
@Named
@RequestScoped
public class AuditView {
    private static final int PAGE = 50;

    @Inject
    private AuditDesk desk;
    @Inject
    private TakeBackDesk taking;

    private final AuditTexts texts = new AuditTexts(Texts.current());
    private String person = "";
    private String thing = "";
    private String from = "";
    private String until = "";
    private String zone = "";
    private String below = "";
    private Optional<List<AuditEntry>> found = Optional.empty();
    private Optional<Set<Long>> open = Optional.empty();

    /** {@return the lines of this page} */
    public List<AuditEntry> getLines() {
        return found().subList(0, Math.min(PAGE, found().size()));
    }

    /** {@return whether this line of the page would be taken back if whoever looks asked for it now} */
    public boolean isOpen(AuditEntry line) {
        if (open.isEmpty()) {
            open = Optional.of(taking.possible(
                    getLines().stream().filter(AuditEntry::reversible).map(AuditEntry::key).toList()));
        }
        return open.get().contains(line.key());
    }

    /** {@return what was done, in the language of the page} */
    public String act(AuditEntry line) {
        return texts.act(line.act());
    }

    /** {@return on what it was done, likewise} */
    public String thing(AuditEntry line) {
        return texts.told(line.act(), line.thing());
    }

    /** {@return what that was before, likewise} */
    public String before(AuditEntry line) {
        return texts.told(line.act(), line.before());
    }

    /** {@return what it was after, likewise} */
    public String after(AuditEntry line) {
        return texts.told(line.act(), line.after());
    }

    /** {@return whether there are earlier ones} */
    public boolean isMore() {
        return found().size() > PAGE;
    }

    /** {@return what the next page is below} */
    public long getNext() {
        return getLines().getLast().key();
    }

    private List<AuditEntry> found() {
        if (found.isEmpty()) {
            TimeRange range = TimeRange.read("custom", from, until, zone, Instant.EPOCH);
            long key = below.matches("[0-9]{1,18}") ? Long.parseLong(below) : Long.MAX_VALUE;
            found = Optional.of(desk.find(
                    new AuditQuery(person, thing, texts.acts(thing), range.from(), range.until(), key), PAGE + 1));
        }
        return found.get();
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = Forms.given(person);
    }

    public String getThing() {
        return thing;
    }

    public void setThing(String thing) {
        this.thing = Forms.given(thing);
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = Forms.given(from);
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = Forms.given(until);
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = Forms.given(zone);
    }

    public String getBelow() {
        return below;
    }

    public void setBelow(String below) {
        this.below = Forms.given(below);
    }
}
