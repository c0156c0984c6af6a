package org.postern.web.page.parked;

import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.postern.admin.parked.Operations;
import org.postern.admin.parked.ParkedAct;
import org.postern.admin.parked.ParkedMail;
import org.postern.admin.parked.Selection;
import org.postern.event.Page;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedQuery.Place;
import org.postern.queue.ParkedSummary;
import org.postern.web.page.Forms;
import org.postern.web.page.Notices;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Parked mail that is sought, chosen and acted on. What is sought, and which page of it is shown, stands in the address; what is chosen
 * stands in the browser, and comes with the act. What is about many is an operation, which goes on without the page.
 */
public abstract class ParkedChoice implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<Integer> LENGTHS = List.of(20, 100, 250);

    @Inject
    private transient ParkedMail parked;
    @Inject
    private transient Operations operations;

    private String text = "";
    private String after = "";
    private long from = 1;
    private int lines = LENGTHS.getFirst();
    private transient List<ParkedSummary> shown;
    private transient Page<ParkedSummary> matching;

    /** {@return what is sought now} */
    abstract ParkedFilter filter();

    /** {@return the name of the page, and what is sought as parameters of its address} */
    abstract String page();

    abstract Map<String, String> sought();

    final ParkedMail parked() {
        return parked;
    }

    /** {@return the lines of this page} */
    public List<ParkedSummary> getShown() {
        if (shown == null) {
            shown = parked.list(new ParkedQuery(filter(), PlaceInAddress.parse(after), lines));
        }
        return shown;
    }

    private Page<ParkedSummary> matching() {
        if (matching == null) {
            matching = parked.find(ParkedQuery.first(1).of(filter()));
        }
        return matching;
    }

    /** Looks anew. */
    public void look() {
        shown = null;
        matching = null;
    }

    /** Begins to do this to what is chosen. */
    final void toChosen(ParkedAct act) {
        String[] keys = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .getOrDefault("chosen", new String[0]);
        if (keys.length == 0) {
            Notices.fault(FacesContext.getCurrentInstance(), Texts.current().say("queues.nothingIsSelected"));
            return;
        }
        begin(act, new Selection.These(List.of(keys)));
    }

    /** Begins to do this to all that matches. */
    final void toAll(ParkedAct act) {
        begin(act, new Selection.Matching(filter()));
    }

    private void begin(ParkedAct act, Selection selection) {
        if (operations.begin(act, selection, Forms.person()).isEmpty()) {
            Notices.fault(FacesContext.getCurrentInstance(),
                    Texts.current().say("queues.nothingWasBegunX", Operations.MOST_RUNNING));
        }
        look();
    }

    /** {@return how many match, in words that stand behind "all"} */
    public String getMatching() {
        return matching().isUncounted()
                ? Texts.current().say("queues.ofMoreThanX", Page.COUNTED)
                : Texts.current().say("queues.x", matching().total());
    }

    public boolean isNothingMatches() {
        return getShown().isEmpty() && matching().total() == 0;
    }

    /** {@return which lines these are, and of how many} */
    public String getRange() {
        long total = Math.max(matching().total(), from + getShown().size() - 1);
        return Texts.current()
                .say(matching().isUncounted() ? "queues.xToXOfMoreThanX" : "queues.xToXOfX", from,
                        from + getShown().size() - 1, matching().isUncounted() ? Page.COUNTED : total);
    }

    public boolean isFirst() {
        return PlaceInAddress.parse(after).isEmpty();
    }

    /** {@return the address of the first page} */
    public String getFirstPage() {
        return address(Optional.empty(), 1);
    }

    /** {@return the address of the next page; empty if this is the last} */
    public String getNextPage() {
        boolean all = from + lines > matching().total() && !matching().isUncounted();
        boolean last = getShown().size() < lines || all;
        return last ? "" : address(Optional.of(Place.of(getShown().getLast())), from + lines);
    }

    private String address(Optional<Place> behind, long first) {
        Map<String, String> parameters = new TreeMap<>(sought());
        parameters.put("rows", lines == LENGTHS.getFirst() ? "" : Integer.toString(lines));
        behind.ifPresent(place -> parameters.put("after", PlaceInAddress.text(place)));
        parameters.put("from", first == 1 ? "" : Long.toString(first));
        return page() + parameters.entrySet()
                .stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + Forms.encoded(one.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    public List<Integer> getLengths() {
        return LENGTHS;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = Forms.given(text);
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = Forms.given(after);
    }

    public long getFrom() {
        return from;
    }

    public void setFrom(long from) {
        this.from = Math.clamp(from, 1, Integer.MAX_VALUE);
    }

    public int getRows() {
        return lines;
    }

    public void setRows(int rows) {
        lines = LENGTHS.contains(rows) ? rows : LENGTHS.getFirst();
    }
}
