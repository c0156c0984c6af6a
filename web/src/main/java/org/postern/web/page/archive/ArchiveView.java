package org.postern.web.page.archive;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.archive.ArchiveDesk;
import org.postern.admin.archive.ArchivePlace;
import org.postern.admin.parked.Operations;
import org.postern.archive.ArchiveFilter;
import org.postern.archive.ArchiveQuery;
import org.postern.archive.ArchiveQuery.Order;
import org.postern.archive.ArchivedMail;
import org.postern.web.page.Forms;
import org.postern.web.page.Notices;
import org.postern.web.page.PageAddress;
import org.postern.web.page.TimeRange;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What was handed over to an application, the latest first: found, and handed over once more as an operation. */
@Named
@ViewScoped
public class ArchiveView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 50;

    @Inject
    private transient ArchiveDesk desk;

    private String place = "";
    private String sender = "";
    private String recipient = "";
    private String words = "";
    private String queueId = "";
    private String from = "";
    private String until = "";
    private String zone = "";
    private String after = "";
    private String to = "";
    private transient List<ArchivePlace> places;
    private transient List<ArchivedMail> found;
    private transient Long matching;

    /** {@return what is archived} */
    public List<ArchivePlace> getPlaces() {
        if (places == null) {
            places = desk.places();
        }
        return places;
    }

    /** {@return of which queue or topic the page is: the one that is asked for, if it is archived, or else the first; empty where nothing is archived} */
    public String getPlace() {
        List<String> all = getPlaces().stream().map(ArchivePlace::place).toList();
        return all.contains(place) || all.isEmpty() ? place : all.getFirst();
    }

    private ArchiveFilter filter() {
        TimeRange range = TimeRange.read("custom", from, until, zone, Instant.EPOCH);
        ArchiveFilter filter = ArchiveFilter.at(getPlace());
        filter = given(sender).map(filter::from).orElse(filter);
        filter = given(recipient).map(filter::to).orElse(filter);
        filter = given(words).map(filter::about).orElse(filter);
        filter = given(queueId).map(filter::named).orElse(filter);
        filter = range.from().map(filter::since).orElse(filter);
        return range.until().map(filter::before).orElse(filter);
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(one -> !one.isEmpty());
    }

    private List<ArchivedMail> found() {
        if (found == null) {
            OptionalLong last = after.matches("\\d{1,18}")
                    ? OptionalLong.of(Long.parseLong(after))
                    : OptionalLong.empty();
            found = getPlaces().isEmpty()
                    ? List.of()
                    : desk.list(new ArchiveQuery(filter(), Order.NEWEST_FIRST, last, LINES + 1));
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

    /** {@return whether something narrower than all of the place is looked for} */
    public boolean isNarrowed() {
        return getFirstPage().indexOf('&') > 0;
    }

    /** {@return the address of the first page} */
    public String getFirstPage() {
        return address().toString();
    }

    private PageAddress address() {
        String usedZone = from.isEmpty() && until.isEmpty() ? "" : zone;
        return new PageAddress("archive").and("place", getPlace())
                .and("sender", sender)
                .and("recipient", recipient)
                .and("words", words)
                .and("queueId", queueId)
                .and("from", from)
                .and("until", until)
                .and("zone", usedZone);
    }

    /** {@return the address of the next page; empty where there is none} */
    public String getNextPage() {
        return found().size() > LINES
                ? address().and("after", Long.toString(getShown().getLast().id())).toString()
                : "";
    }

    /** Looks anew. */
    public void look() {
        found = null;
        matching = null;
    }

    /** Begins to hand over once more all that matches. */
    public void replay() {
        try {
            if (desk.begin(filter(), given(to), Forms.person()).isEmpty()) {
                Notices.fault(FacesContext.getCurrentInstance(),
                        Texts.current().say("queues.nothingWasBegunX", Operations.MOST_RUNNING));
            }
        } catch (IllegalArgumentException wrong) {
            Notices.fault(FacesContext.getCurrentInstance(),
                    Texts.current().say("archive.nothingWasBegunX", Forms.words(wrong)));
        }
        look();
    }

    public void setPlace(String place) {
        this.place = Forms.given(place);
    }

    public String getSender() {
        return sender;
    }

    public void setSender(String sender) {
        this.sender = Forms.given(sender);
    }

    public String getRecipient() {
        return recipient;
    }

    public void setRecipient(String recipient) {
        this.recipient = Forms.given(recipient);
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = Forms.given(words);
    }

    public String getQueueId() {
        return queueId;
    }

    public void setQueueId(String queueId) {
        this.queueId = Forms.given(queueId);
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

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = Forms.given(after);
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = Forms.given(to);
    }
}
