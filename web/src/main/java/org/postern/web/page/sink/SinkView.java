package org.postern.web.page.sink;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.sink.SinkDesk;
import org.postern.archive.ArchiveFilter;
import org.postern.archive.ArchiveQuery.Order;
import org.postern.archive.ArchiveQuery;
import org.postern.archive.ArchivedMail;
import org.postern.web.page.Forms;
import org.postern.web.page.Notices;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Mail in the sink, the latest first. */
@Named
@ViewScoped
public class SinkView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 50;

    @Inject
    private transient SinkDesk desk;

    private String recipient = "";
    private String after = "";
    private transient List<ArchivedMail> found;
    private transient Long matching;

    private Optional<String> recipient() {
        return Optional.of(recipient.strip()).filter(text -> !text.isEmpty());
    }

    private ArchiveFilter filter() {
        return recipient().map(ArchiveFilter.ofSink()::to).orElseGet(ArchiveFilter::ofSink);
    }

    private List<ArchivedMail> found() {
        if (found == null) {
            OptionalLong place = after.matches("\\d{1,18}")
                    ? OptionalLong.of(Long.parseLong(after))
                    : OptionalLong.empty();
            found = desk.list(new ArchiveQuery(filter(), Order.NEWEST_FIRST, place, LINES + 1));
        }
        return found;
    }

    /** {@return those of this page} */
    public List<ArchivedMail> getShown() {
        return found().subList(0, Math.min(LINES, found().size()));
    }

    /** {@return how many match} */
    public long getMatching() {
        if (matching == null) {
            matching = desk.count(filter());
        }
        return matching;
    }

    /** {@return the address of the first page} */
    public String getFirstPage() {
        return "sink?recipient=" + Forms.encoded(recipient);
    }

    /** {@return the address of the next page; empty where there is none} */
    public String getNextPage() {
        return found().size() > LINES ? getFirstPage() + "&after=" + getShown().getLast().id() : "";
    }

    /** Looks anew. */
    public void look() {
        found = null;
        matching = null;
    }

    /** Forgets all that matches. */
    public void clear() {
        int gone = desk.empty(recipient());
        Notices.done(FacesContext.getCurrentInstance(), Texts.current().say("sink.messagesGoneX", gone));
        Forms.show("sink");
    }

    public String getRecipient() {
        return recipient;
    }

    public void setRecipient(String recipient) {
        this.recipient = Forms.given(recipient);
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = Forms.given(after);
    }
}
